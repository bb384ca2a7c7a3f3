import type { JsonObject } from '../json';
import { dependentLists } from './dependents';
import { partOf } from './json';
import { idsAt, partAt } from './shape';
import { keyOf, type Sides } from './sides';
import type { ChangePath, Clash } from './types';

/** Whether a clash is about an item itself, or about what it is in. */
const isAbout = ({ path }: Clash, list: ChangePath, property: string): boolean =>
  list.every((step, position) => path[position] === step) &&
  (path.length === list.length + 1 ||
    (path.length === list.length + 2 && path[list.length + 1] === property));

/**
 * Items that one has removed and the other has put something into, e.g. an option with a new one below it: as if both
 * had touched them. `merged` has what was put in, or a clash may bring it back, and lacks what it was put into.
 */
export function bereft(
  merged: JsonObject,
  sides: Sides,
  clashes: readonly Clash[],
): readonly ChangePath[] {
  const found = new Map<string, ChangePath>();
  for (const { path, within, items } of dependentLists(merged)) {
    const { property } = within;
    const above = [...path.slice(0, -1), within.list];
    const there = new Set(idsAt(merged, above));
    const look = (id: string, name: unknown): void => {
      if (typeof name !== 'string' || there.has(name)) return;
      const gone = [...above, name];
      const isInMine = partAt(sides.mine, gone) !== undefined;
      const isInTheirs = partAt(sides.theirs, gone) !== undefined;
      if (isInMine === isInTheirs) return;
      // Whoever removed it had left this one without it before: merging has not done that.
      const remover = isInMine ? sides.theirs : sides.mine;
      if (partOf(partAt(remover, [...path, id]), property) === name) return;
      found.set(keyOf(gone), gone);
    };
    for (const [id, item] of items) look(id, item[property]);
    for (const clash of clashes) {
      const id = clash.path[path.length];
      if (id === undefined || !isAbout(clash, path, property)) continue;
      for (const side of [sides.mine, sides.theirs]) {
        look(id, partOf(partAt(side, [...path, id]), property));
      }
    }
  }
  return [...found.values()];
}
