import { readPath } from '../attributes/paths';
import { parseAttributes } from '../attributes/parseAttributes';
import type { Patch } from '../attributes/types';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import type { Form } from '../catalog/types';

/** The fields of which a patch would still change something on a task. */
export function unsavedFields(form: Form, patch: Patch, attributes: unknown): readonly string[] {
  const parsed = parseAttributes(attributes);
  const task = parsed.ok ? parsed.value : {};
  const open = new Set(
    patch.flatMap((operation) => {
      const there = readPath(task, operation.path);
      const meant = operation.op === 'set' ? operation.value : undefined;
      return JSON.stringify(there) === JSON.stringify(meant) ? [] : [operation.path];
    }),
  );
  return fieldsOf(form).flatMap((field) =>
    targetPaths(field).some((path) => open.has(path)) ? [field.id] : [],
  );
}
