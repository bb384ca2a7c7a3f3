import type { CatalogContent } from '../catalog/types';
import type { JsonObject } from '../json';
import { applyFlat } from './applyChanges';
import { bereft } from './bereft';
import { elsewhereOf } from './dependents';
import { diffFlat } from './diffContent';
import { fitting } from './fitting';
import { flatForms, nestedForms } from './flatForms';
import { isSame } from './json';
import { putAt } from './putAt';
import { idsAt, partAt, placeOf } from './shape';
import { keyOf, type Sides } from './sides';
import type { Change, ChangePath, Clash, Side } from './types';

export interface Merged {
  readonly content: CatalogContent;
  readonly clashes: readonly Clash[];
}

/** Where two sides have touched the same thing: the shortest path that covers both. Moves clash with nothing. */
function touchedByBoth(
  mine: readonly Change[],
  theirs: readonly Change[],
): ReadonlyMap<string, ChangePath> {
  const touches = ({ type }: Change): boolean => type !== 'moved';
  const covered = (changes: readonly Change[]): ReadonlySet<string> =>
    new Set(changes.filter(touches).map(({ path }) => keyOf(path)));
  const found = new Map<string, ChangePath>();
  const look = (changes: readonly Change[], others: ReadonlySet<string>): void => {
    for (const { path } of changes.filter(touches)) {
      for (let length = 1; length <= path.length; length += 1) {
        const above = path.slice(0, length);
        const key = keyOf(above);
        if (!others.has(key)) continue;
        found.set(key, above);
        break;
      }
    }
  };
  look(mine, covered(theirs));
  look(theirs, covered(mine));
  return found;
}

/** The item at the end of the path stood behind this one. */
function behindAt(catalog: JsonObject, path: ChangePath): string | null {
  const ids = idsAt(catalog, path.slice(0, -1));
  return ids[ids.indexOf(path[path.length - 1] ?? '') - 1] ?? null;
}

function clashAt(path: ChangePath, { base, mine, theirs }: Sides, holds: Side): Clash {
  const values = {
    base: partAt(base, path),
    mine: partAt(mine, path),
    theirs: partAt(theirs, path),
  };
  const [has, remover] = values.theirs === undefined ? [mine, theirs] : [theirs, mine];
  const { part: removed, isItem } = placeOf(remover, path);
  const origin = partAt(has, path) === undefined ? base : has;
  return {
    path,
    ...values,
    holds,
    behind: behindAt(origin, path),
    elsewhere: isItem && removed === undefined ? elsewhereOf(has, remover, path) : [],
  };
}

/** Whether the path, or a part of it, is among these. */
const isBelow = (path: ChangePath, among: ReadonlyMap<string, ChangePath>): boolean =>
  path.some((_, position) => among.has(keyOf(path.slice(0, position + 1))));

/**
 * Brings two changed copies of a content together, item by item and property by property. Where both have changed the
 * same thing in different ways, there is a clash, and the merged content holds mine until `resolveClash`. Orders clash
 * with nothing: what I have moved stays where I have put it.
 */
export function mergeContent(
  base: CatalogContent,
  mine: CatalogContent,
  theirs: CatalogContent,
): Merged {
  const sides: Sides = { base: flatForms(base), mine: flatForms(mine), theirs: flatForms(theirs) };
  const own = diffFlat(sides.base, sides.mine);
  const others = diffFlat(sides.base, sides.theirs);
  const touched = touchedByBoth(own, others);
  const moved = new Set(own.flatMap(({ type, path }) => (type === 'moved' ? [keyOf(path)] : [])));
  const coming = others.filter(
    ({ type, path }) => !isBelow(path, touched) && !(type === 'moved' && moved.has(keyOf(path))),
  );
  const clashes = new Map<string, Clash>();
  for (const [key, path] of touched) {
    const clash = clashAt(path, sides, 'mine');
    if (!isSame(clash.mine, clash.theirs)) clashes.set(key, clash);
  }
  let merged = applyFlat(sides.mine, fitting(coming, sides));
  const findBereft = (): readonly ChangePath[] => bereft(merged, sides, [...clashes.values()]);
  // What comes back may itself be in something that is gone.
  for (let lost = findBereft(); lost.length > 0; lost = findBereft()) {
    for (const path of lost) {
      const holds = partAt(sides.mine, path) === undefined ? 'theirs' : 'mine';
      const clash = clashAt(path, sides, holds);
      clashes.set(keyOf(path), clash);
      merged = putAt(merged, path, clash[holds], clash.behind, []);
    }
  }
  return { content: nestedForms(merged), clashes: [...clashes.values()] };
}
