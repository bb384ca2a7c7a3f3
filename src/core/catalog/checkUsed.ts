import { cleanText } from '../capture/storedText';
import type { CatalogContent, CatalogProblem } from './types';

/**
 * What a new version would break of one that agents have worked with: codes on tasks that nobody could read any more,
 * and reported texts of which reports would show two. `published`: null where there is none.
 */
export function checkUsed(
  published: CatalogContent | null,
  next: CatalogContent,
): readonly CatalogProblem[] {
  const problems: CatalogProblem[] = [];
  const lists = new Map(next.picklists.map((picklist, position) => [picklist.id, position]));
  for (const { id, options } of published?.picklists ?? []) {
    const position = lists.get(id);
    const picklist = position === undefined ? undefined : next.picklists[position];
    if (picklist === undefined) {
      if (options.length > 0) {
        problems.push({ code: 'used-list-removed', path: '/picklists', details: { picklist: id } });
      }
      continue;
    }
    const path = `/picklists/${position}/options`;
    const places = new Map(picklist.options.map(({ code }, place) => [code, place]));
    for (const { code, reported } of options) {
      const place = places.get(code);
      const found = place === undefined ? undefined : picklist.options[place];
      if (found === undefined) {
        problems.push({ code: 'used-removed', path, details: { code, reported } });
      } else if (cleanText(found.reported) !== cleanText(reported)) {
        const details = { code, reported };
        problems.push({ code: 'used-changed', path: `${path}/${place}/reported`, details });
      }
    }
  }
  return problems;
}
