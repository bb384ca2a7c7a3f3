import type { assignments as en } from '../en/assignments';
import type { TextsLike } from '../../types';

export const assignments: TextsLike<typeof en> = {
  'assignments.title': 'Asignaciones',
};
