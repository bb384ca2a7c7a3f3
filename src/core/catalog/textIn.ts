import type { LanguageTag, Texts } from './types';

/**
 * What there is in the wanted language, else in its base language (`pt` for `pt-BR`), else in the fallback. Tags are
 * looked up as own keys: an agent's language may be any text, `constructor` among them.
 */
export function inLanguage<T>(
  byLanguage: Readonly<Record<LanguageTag, T>>,
  language: LanguageTag,
  fallback: LanguageTag,
): T | undefined {
  const base = language.split('-')[0] ?? language;
  const tag = [language, base, fallback].find((candidate) =>
    Object.prototype.hasOwnProperty.call(byLanguage, candidate),
  );
  return tag === undefined ? undefined : byLanguage[tag];
}

/** As `inLanguage`, else the text in any language. */
export const textIn = (texts: Texts, language: LanguageTag, fallback: LanguageTag): string =>
  inLanguage(texts, language, fallback) ?? Object.values(texts)[0] ?? '';
