import { en } from './en';
import { es } from './es';
import type { PluralForms, StringKey, Strings } from './types';

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type TextOf<Key extends StringKey> = (typeof en)[Key] extends { readonly other: infer Other }
  ? Other
  : (typeof en)[Key];
type Params<Key extends StringKey> = {
  readonly [Name in Placeholder<TextOf<Key>>]: Name extends 'count' ? number : string | number;
};

/** Gives the text of a key, its values filled in. */
export type Translate = <Key extends StringKey>(
  key: Key,
  ...params: [Placeholder<TextOf<Key>>] extends [never] ? [] : [Params<Key>]
) => string;

const LANGUAGES: Readonly<Record<string, Strings>> = { en, es };

/** A translator for a BCP 47 tag such as `es-MX`; a language without texts of its own gets English. */
export function createTranslator(language: string): Translate {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const known = Object.prototype.hasOwnProperty.call(LANGUAGES, base);
  const strings = (known && LANGUAGES[base]) || en;
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
}
