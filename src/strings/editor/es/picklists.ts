import type { picklists as en } from '../en/picklists';
import type { TextsLike } from '../../types';

export const picklists: TextsLike<typeof en> = {
  'picklists.title': 'Listas',
};
