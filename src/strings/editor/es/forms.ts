import type { forms as en } from '../en/forms';
import type { TextsLike } from '../../types';

export const forms: TextsLike<typeof en> = {
  'forms.title': 'Formularios',
};
