import { keepPaths } from '../attributes/keepPaths';
import { parseAttributes } from '../attributes/parseAttributes';
import { INSIGHTS_ROOTS, readPath, splitPath } from '../attributes/paths';
import type { AttributePath } from '../attributes/types';
import type { Catalog, Form } from '../catalog/types';
import type { Given } from '../form/evaluateForm';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import type { Facts } from '../rules/types';
import { ownedPaths } from './ownedPaths';
import { toPatch } from './toPatch';

/** A task's attributes with other values at a form's paths; rules may look at all the rest of them. */
function withStored(
  form: Form,
  attributes: unknown,
  stored: Readonly<Record<AttributePath, JsonValue>>,
): JsonObject {
  const parsed = parseAttributes(attributes);
  const known = parsed.ok ? parsed.value : {};
  const owned = ownedPaths(form);
  const foreign = keepPaths(known, (path) => !owned.has(path));
  const section = (root: string): [string, JsonObject] => {
    const parent = foreign[root];
    const ours = Object.entries(stored).flatMap(([path, value]): [string, JsonValue][] => {
      const [ownRoot, key] = splitPath(path);
      return ownRoot === root ? [[key, value]] : [];
    });
    return [root, { ...(isJsonObject(parent) ? parent : {}), ...Object.fromEntries(ours) }];
  };
  return { ...foreign, ...Object.fromEntries(INSIGHTS_ROOTS.map(section)) };
}

export interface StoredAnswers {
  readonly catalog: Catalog;
  readonly form: Form;
  readonly given: Given;
  readonly facts: Facts;
  /** The task's attributes as this browser knows them. */
  readonly attributes: unknown;
  /** What is said to stand at the form's paths. */
  readonly stored: Readonly<Record<AttributePath, JsonValue>>;
  readonly isShared: boolean;
}

/**
 * Whether a task that holds `stored` at the form's paths says all of the answers. On a shared task a withdrawn answer
 * may still show another leg's value, which is not this one's to take off.
 */
export function isStored(of: StoredAnswers): boolean {
  const attributes = withStored(of.form, of.attributes, of.stored);
  // What is there of them came with them.
  const saved = [...of.given.saved, ...Object.keys(of.given.answers)];
  const given = { ...of.given, saved };
  return toPatch(of.catalog, of.form, given, attributes, { facts: of.facts }).every((operation) =>
    operation.op === 'set'
      ? JSON.stringify(readPath(attributes, operation.path)) === JSON.stringify(operation.value)
      : of.isShared || readPath(attributes, operation.path) === undefined,
  );
}
