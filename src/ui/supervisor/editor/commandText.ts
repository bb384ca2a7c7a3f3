import type { CommandRefused } from '../../../app/editing/publish';
import { refusedText } from '../../../strings/editor/refusedText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

/** Why a draft was not published, discarded or a version not brought back, and what to do. */
export function commandText(t: TranslateEditor, refused: CommandRefused): string {
  switch (refused.code) {
    case 'unsaved':
    case 'version-moved':
    case 'draft-moved':
    case 'used-changed':
    case 'catalog-broken':
    case 'role-refused':
      return t(`command.${refused.code}`);
    default:
      return refusedText(t, refused);
  }
}
