import { readPath } from '../attributes/paths';
import type { AttributePath } from '../attributes/types';
import type { Catalog, Form } from '../catalog/types';
import type { JsonObject, JsonValue } from '../json';
import { toPatch } from './toPatch';
import type { Answers } from './types';

/** Values by dictionary path as the attributes they stand for. */
const asAttributes = (stored: Readonly<Record<AttributePath, JsonValue>>): JsonObject => {
  const below = (root: string): JsonObject =>
    Object.fromEntries(
      Object.entries(stored).flatMap(([path, value]): [string, JsonValue][] =>
        path.startsWith(`${root}.`) ? [[path.slice(root.length + 1), value]] : [],
      ),
    );
  return { conversations: below('conversations'), customers: below('customers') };
};

/**
 * Whether a task that holds `stored` at the form's paths says all of the answers. On a shared task a withdrawn answer
 * may still show another leg's value, which is not this one's to take off.
 */
export function isStored(
  catalog: Catalog,
  form: Form,
  answers: Answers,
  stored: Readonly<Record<AttributePath, JsonValue>>,
  isShared: boolean,
): boolean {
  const attributes = asAttributes(stored);
  return toPatch(catalog, form, answers, attributes).every((operation) =>
    operation.op === 'set'
      ? readPath(attributes, operation.path) === operation.value
      : isShared || readPath(attributes, operation.path) === undefined,
  );
}
