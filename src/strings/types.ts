/** The forms of a text that depends on `{count}`; which are used is the language's own rule. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;

export type Texts = Readonly<Record<string, string | PluralForms>>;

/** What a language has to bring: each text of English, with plural forms where English has them. */
export type TextsLike<English extends Texts> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : PluralForms;
};
