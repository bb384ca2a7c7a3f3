import { addDays } from './days';
import { picklistIndex } from './picklistIndex';
import type { ChoosableLevels, Day, Picklist } from './types';

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Before and after every day that a catalog may name. */
const FIRST: Day = '0000-01-01';
const LAST: Day = '9999-12-31';

/** The days on which each option may be chosen: those of its own and of all above it. */
function spansOf(picklist: Picklist, levels: ChoosableLevels): readonly Span[] {
  const index = picklistIndex(picklist);
  return index.choosable(levels).map(({ code }) => {
    const path = index.pathOf(code);
    return {
      from: path.reduce(
        (day, { activeFrom = FIRST }) => (activeFrom > day ? activeFrom : day),
        FIRST,
      ),
      to: path.reduce((day, { activeTo = LAST }) => (activeTo < day ? activeTo : day), LAST),
    };
  });
}

/**
 * A day on which fewer than `needed` options of a picklist may be chosen, after days with enough of them or where there
 * never are; else null. What was before a list began is past, or soon will be.
 */
export function dayWithout(
  picklist: Picklist,
  levels: ChoosableLevels,
  needed: number,
): Day | null {
  const isDated = picklist.options.some(
    ({ activeFrom, activeTo }) => activeFrom !== undefined || activeTo !== undefined,
  );
  if (!isDated) return null;
  const spans = spansOf(picklist, levels).filter(({ from, to }) => from <= to);
  // How many options there are changes on these days only.
  const starts = spans.flatMap(({ from }) => (from === FIRST ? [] : [from])).sort();
  const ends = spans.flatMap(({ to }) => (to === LAST ? [] : [addDays(to, 1)])).sort();
  const changes = [...new Set([...starts, ...ends])].sort();
  const always = spans.length - starts.length;
  let [begun, ended] = [0, 0];
  let wasEnough = always >= needed;
  for (const day of changes) {
    while (begun < starts.length && (starts[begun] ?? LAST) <= day) begun += 1;
    while (ended < ends.length && (ends[ended] ?? LAST) <= day) ended += 1;
    if (always + begun - ended >= needed) wasEnough = true;
    else if (wasEnough) return day;
  }
  return wasEnough ? null : (changes[0] ?? null);
}
