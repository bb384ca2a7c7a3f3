import type { shell as en } from '../en/shell';
import type { TextsLike } from '../../types';

export const shell: TextsLike<typeof en> = {
  'editor.title': 'Debrief',
};
