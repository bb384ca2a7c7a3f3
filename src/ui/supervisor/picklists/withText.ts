import type { LanguageTag, Texts } from '../../../core/catalog/types';

/** The texts with one language's as it is now, in its old place; an empty one is none. */
export function withText(texts: Texts, language: LanguageTag, text: string): Texts {
  const all = Object.entries({ ...texts, [language]: text });
  return Object.fromEntries(all.filter(([tag]) => tag !== language || text !== ''));
}
