import type { CatalogProblem } from '../../core/catalog/types';
import type { TranslateEditor } from './translateEditor';

/** What a finding says to the author of the catalog. */
export function findingText(t: TranslateEditor, { code, details = {} }: CatalogProblem): string {
  // Which values a text takes is known by its code only, and a finding brings those of its own.
  const say = t as (key: `finding.${typeof code}`, values: typeof details) => string;
  return say(`finding.${code}`, details);
}
