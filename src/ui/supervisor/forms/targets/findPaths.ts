import { fits, targetRefusal, type Fed } from '../../../../core/catalog/targetRules';
import { DICTIONARY } from '../../../../core/insights/dictionary';
import type { DictionaryEntry } from '../../../../core/insights/types';
import { reportName } from '../../../agent/reportName';

/** The paths that what is fed can go to, and whose name or path has all words of the query. */
export function findPaths(fed: Fed, query: string): readonly DictionaryEntry[] {
  const words = query.toLowerCase().split(/\s+/);
  return DICTIONARY.filter((entry) => {
    if (targetRefusal(entry.path) !== null || !fits(fed, entry)) return false;
    const text = `${reportName(entry.path)} ${entry.path} ${entry.kind}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
