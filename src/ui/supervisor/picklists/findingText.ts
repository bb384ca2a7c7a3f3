import type { CatalogProblem } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

/** What a finding in a picklist says to whoever edits it. */
export function findingText(t: TranslateEditor, { code, details = {} }: CatalogProblem): string {
  const said = (key: string): string => String(details[key] ?? '');
  switch (code) {
    case 'too-long':
    case 'long-list':
      return t(`picklists.finding.${code}`, {
        count: Number(details['length'] ?? details['count']),
        limit: Number(details['limit']),
      });
    case 'text-missing':
      return t('picklists.finding.text-missing', { language: said('language') });
    case 'duplicate-code':
    case 'duplicate-reported':
      return t(`picklists.finding.${code}`, { value: said('value') });
    case 'empty':
    case 'not-trimmed':
    case 'unclean-text':
    case 'unknown-parent':
    case 'cyclic-parent':
    case 'number-missing':
    case 'number-not-integer':
    case 'unknown-option':
      return t(`picklists.finding.${code}`);
    default:
      return t('picklists.finding.other', { code });
  }
}
