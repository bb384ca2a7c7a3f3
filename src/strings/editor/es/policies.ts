import type { policies as en } from '../en/policies';
import type { TextsLike } from '../../types';

export const policies: TextsLike<typeof en> = {
  'policies.title': 'Políticas',
};
