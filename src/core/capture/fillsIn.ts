import { isAnswerable } from '../catalog/fieldGuards';
import type { Field } from '../catalog/types';

/** Whether something else than the agent or the task may answer the field. */
export const fillsIn = (field: Field): boolean =>
  isAnswerable(field) &&
  (field.prefill !== undefined || field.default !== undefined || field.rules?.set !== undefined);
