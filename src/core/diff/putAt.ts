import type { JsonObject } from '../json';
import { applyFlat } from './applyChanges';
import { removalOf } from './dependents';
import type { Part } from './json';
import { placeOf } from './shape';
import type { Change, ChangePath, Elsewhere } from './types';

/** Puts an item or a property at its place, or takes it away with all that is in it. */
export function putAt(
  catalog: JsonObject,
  path: ChangePath,
  value: Part,
  behind: string | null,
  elsewhere: readonly Elsewhere[],
): JsonObject {
  const { part: was, isItem } = placeOf(catalog, path);
  if (isItem && value === undefined) return applyFlat(catalog, removalOf(catalog, path, elsewhere));
  const change: Change =
    isItem && was === undefined
      ? { type: 'added', path, after: value ?? null, behind }
      : { type: 'changed', path, before: was, after: value };
  return applyFlat(catalog, [change]);
}
