import type { CatalogRefused } from '../../app/editing/ports';
import type { TranslateEditor } from './translateEditor';

/** Why the catalog service did not do what it was asked to, in plain words. */
export function refusedText(t: TranslateEditor, { code }: Pick<CatalogRefused, 'code'>): string {
  switch (code) {
    case 'unreachable':
    case 'out-of-time':
      return t('refused.unreachable');
    case 'busy':
      return t('refused.busy');
    case 'damaged':
    case 'unreadable':
      return t('refused.damaged');
    case 'no-token':
    case 'bad-token':
    case 'token-unchecked':
      return t('refused.token');
    case 'role-refused':
      return t('refused.role');
    case 'conflict':
      return t('refused.moved');
    case 'too-large':
    case 'request-too-large':
      return t('refused.too-large');
    default:
      return t('refused.other', { code });
  }
}
