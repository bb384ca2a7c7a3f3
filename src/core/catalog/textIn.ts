import type { LanguageTag, Texts } from './types';

/** A text in the wanted language, else in its base language (`pt` for `pt-BR`), else in the fallback, else in any. */
export function textIn(texts: Texts, language: LanguageTag, fallback: LanguageTag): string {
  const base = language.split('-')[0] ?? language;
  return texts[language] ?? texts[base] ?? texts[fallback] ?? Object.values(texts)[0] ?? '';
}
