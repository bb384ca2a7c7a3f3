import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { fail, ok, type Result } from '../result';
import { parseAttributes } from './parseAttributes';
import { INSIGHTS_ROOTS, ownValue, readPath, splitPath } from './paths';
import type { AttributePath, AttributesError, Merged, Patch, PatchOperation } from './types';

/** TaskRouter's limit on a task's attributes, in characters of JSON. It cannot be raised. */
export const ATTRIBUTES_LIMIT = 4096;

const HOSTILE = ['__proto__', 'constructor', 'prototype'];

function refusePath(
  path: AttributePath,
  owned: ReadonlySet<AttributePath>,
): AttributesError | null {
  const segments = path.split('.');
  if (segments.some((segment) => HOSTILE.includes(segment))) return { code: 'hostile-path', path };
  const [root = '', key = ''] = segments;
  const wellFormed = segments.length === 2 && INSIGHTS_ROOTS.includes(root) && key !== '';
  return wellFormed && owned.has(path) ? null : { code: 'not-owned', path };
}

const says = (attributes: JsonObject, operation: PatchOperation): boolean =>
  JSON.stringify(readPath(attributes, operation.path)) ===
  (operation.op === 'set' ? JSON.stringify(operation.value) : undefined);

/**
 * Foreign keys first, in their order, then the owned ones in the order of `owned`: the same values always
 * give the same bytes, in whatever order and in however many saves they came.
 */
function mergeParent(
  root: string,
  parent: JsonObject,
  operations: ReadonlyMap<AttributePath, PatchOperation>,
  owned: ReadonlySet<AttributePath>,
): { readonly merged: JsonObject; readonly foreign: number } {
  const foreign = Object.entries(parent).filter(([key]) => !owned.has(`${root}.${key}`));
  const ours: [string, JsonValue][] = [];
  for (const path of owned) {
    const [ownedRoot, key] = splitPath(path);
    if (ownedRoot !== root) continue;
    const operation = operations.get(path);
    const value = operation
      ? operation.op === 'set'
        ? operation.value
        : undefined
      : ownValue(parent, key);
    if (value !== undefined) ours.push([key, value]);
  }
  // fromEntries defines properties, it does not assign them: a foreign key named `__proto__` stays a plain key.
  return { merged: Object.fromEntries([...foreign, ...ours]), foreign: foreign.length };
}

function apply(
  attributes: JsonObject,
  operations: ReadonlyMap<AttributePath, PatchOperation>,
  owned: ReadonlySet<AttributePath>,
): JsonObject {
  let entries: [string, JsonValue][] = Object.entries(attributes);
  for (const root of INSIGHTS_ROOTS) {
    const existing = ownValue(attributes, root);
    const parent = isJsonObject(existing) ? existing : {};
    const { merged, foreign } = mergeParent(root, parent, operations, owned);
    const empty = Object.keys(merged).length === 0;
    if (empty && !isJsonObject(existing)) continue;
    if (foreign > 0 || empty) {
      entries = entries.map((entry) => (entry[0] === root ? [root, merged] : entry));
    } else {
      // All in it is ours, so it stands where a save onto a task without it would have put it.
      entries = [...entries.filter(([key]) => key !== root), [root, merged]];
    }
  }
  return Object.fromEntries(entries);
}

/**
 * Puts a patch onto a task's attributes as they are now.
 *
 * - Only paths of `owned` change, and only `conversations.x` and `customers.x` can be among them. All else stays:
 *   values, order, arrays (the same objects), keys with hostile names.
 * - `changed` is judged by value at the patch's paths. Without a change the attributes come back as they were.
 * - A missing or null parent is made when something is set in it. A parent that loses its last value stays as `{}`:
 *   somebody else may have made it and may count on it. Unsetting needs no parent.
 * - Attributes over the limit are an error, unless the patch makes them no larger: clearing always helps.
 */
export function mergePatch(
  attributes: unknown,
  patch: Patch,
  owned: ReadonlySet<AttributePath>,
): Result<Merged, AttributesError> {
  const parsed = parseAttributes(attributes);
  if (!parsed.ok) return parsed;
  const before = parsed.value;

  const operations = new Map<AttributePath, PatchOperation>();
  for (const operation of patch) {
    const { path } = operation;
    const refusal = refusePath(path, owned);
    if (refusal) return fail(refusal);
    const root = splitPath(path)[0];
    const parent = ownValue(before, root) ?? {};
    if (operation.op === 'set' && !isJsonObject(parent)) {
      return fail({ code: 'parent-not-object', path: root });
    }
    operations.set(path, operation);
  }

  const sizeBefore = JSON.stringify(before).length;
  if ([...operations.values()].every((operation) => says(before, operation))) {
    return ok({ attributes: before, size: sizeBefore, changed: false });
  }
  const after = apply(before, operations, owned);
  const size = JSON.stringify(after).length;
  if (size > ATTRIBUTES_LIMIT && size > sizeBefore) {
    return fail({ code: 'too-large', size, limit: ATTRIBUTES_LIMIT });
  }
  return ok({ attributes: after, size, changed: true });
}
