import type { CommandRefused } from '../../../app/editing/publish';
import { refusedText } from '../../../strings/editor/refusedText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

/** Why a draft was not published, discarded or a version not brought back, and what to do. */
export function commandText(t: TranslateEditor, refused: CommandRefused): string {
  switch (String(refused.code)) {
    case 'unsaved':
      return t('command.unsaved');
    case 'version-moved':
      return t('command.version-moved');
    case 'draft-moved':
      return t('command.draft-moved');
    case 'used-changed':
      return t('command.used-changed');
    case 'catalog-broken':
      return t('command.catalog-broken');
    case 'role-refused':
      return t('command.role-refused');
    default:
      return refused.code === 'unsaved' ? '' : refusedText(t, refused);
  }
}
