import type { PluralForms, Texts, TextsLike } from './types';

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type TextOf<Value> = Value extends { readonly other: infer Other } ? Other : Value;
type Params<Value> = {
  readonly [Name in Placeholder<TextOf<Value>>]: Name extends 'count' ? number : string | number;
};

/** Gives the text of a key, its values filled in. */
export type TranslateOf<English extends Texts> = <Key extends keyof English>(
  key: Key,
  ...params: [Placeholder<TextOf<English[Key]>>] extends [never] ? [] : [Params<English[Key]>]
) => string;

/** A translator for a BCP 47 tag such as `es-MX`; a language without texts of its own gets English. */
export const translatorOf =
  <English extends Texts>(
    languages: { readonly en: English } & Readonly<Record<string, TextsLike<English>>>,
  ) =>
  (language: string): TranslateOf<English> => {
    const base = language.toLowerCase().split(/[-_]/)[0] ?? '';
    const known = Object.prototype.hasOwnProperty.call(languages, base);
    const strings: Readonly<Record<keyof English, string | PluralForms>> =
      (known && languages[base]) || languages.en;
    const tag = known ? base : 'en';
    const plurals = new Intl.PluralRules(tag);
    // By itself it would write 0.0001 as 0.
    const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 15 });

    return (key, ...[params]) => {
      const values: Readonly<Record<string, string | number>> = params ?? {};
      const found: string | PluralForms = strings[key];
      const text =
        typeof found === 'string'
          ? found
          : (found[plurals.select(Number(values.count))] ?? found.other);
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        if (value === undefined) return whole;
        return typeof value === 'number' ? numbers.format(value) : value;
      });
    };
  };
