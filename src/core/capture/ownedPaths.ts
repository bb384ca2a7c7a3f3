import type { AttributePath } from '../attributes/types';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import type { Form } from '../catalog/types';

/** Every path a form may write, in form order. All others on the task are foreign. */
export const ownedPaths = (form: Form): ReadonlySet<AttributePath> =>
  new Set(fieldsOf(form).flatMap(targetPaths));
