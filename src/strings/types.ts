import type { en } from './en';

type English = typeof en;
export type StringKey = keyof English;

/** The forms of a text that depends on `{count}`; which are used is the language's own rule. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;

/** What a language has to bring: each text of English, with plural forms where English has them. */
export type Strings = {
  readonly [Key in StringKey]: English[Key] extends string ? string : PluralForms;
};
