import { inLanguage } from '../../../core/catalog/textIn';
import type { LanguageTag, Option, Picklist } from '../../../core/catalog/types';
import { searchOptions } from '../../fields/searchOptions';

const searchable = new WeakMap<Picklist, Map<string, Picklist>>();

/** Whoever edits looks for archived options too, and for a code or a reported text seen in a report. */
function asSearched(picklist: Picklist, language: LanguageTag, fallback: LanguageTag): Picklist {
  const kept = searchable.get(picklist) ?? new Map<string, Picklist>();
  searchable.set(picklist, kept);
  const key = `${language} ${fallback}`;
  const known = kept.get(key);
  if (known) return known;
  const made = {
    ...picklist,
    options: picklist.options.map((option): Option => ({
      ...option,
      archived: false,
      synonyms: {
        [language]: [
          option.code,
          option.reported,
          ...(inLanguage(option.synonyms ?? {}, language, fallback) ?? []),
        ],
      },
    })),
  };
  kept.set(key, made);
  return made;
}

/** Codes of all options that the query finds, as agents' own search would; null for an empty query. */
export function findOptions(
  picklist: Picklist,
  query: string,
  language: LanguageTag,
  fallback: LanguageTag,
): ReadonlySet<string> | null {
  if (query.trim() === '') return null;
  const { hits } = searchOptions(
    asSearched(picklist, language, fallback),
    { levels: 'any', language, fallback },
    query,
    picklist.options.length,
  );
  return new Set(hits.map(({ code }) => code));
}
