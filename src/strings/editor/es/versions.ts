import type { versions as en } from '../en/versions';
import type { TextsLike } from '../../types';

export const versions: TextsLike<typeof en> = {
  'versions.title': 'Versiones',
};
