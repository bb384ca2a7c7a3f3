import * as fc from 'fast-check';
import { clockText, offsetsOf } from '../../src/core/rules/localTime';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
);

const isAt = (moment: number, timeZone: string): string => clockText(moment, timeZone) ?? '';
const aheadAt = (moment: number, timeZone: string): number =>
  Date.parse(`${isAt(moment, timeZone)}Z`) - moment;

/** The first minute on a changed clock after a moment, within some 400 days; the moment itself where none is. */
function nextChange(after: number, timeZone: string): number {
  const before = aheadAt(after, timeZone);
  let from = after;
  let to = after;
  while (aheadAt(to, timeZone) === before) {
    from = to;
    to += 7 * 24 * HOUR;
    if (to - after > 400 * 24 * HOUR) return after;
  }
  while (to - from > MINUTE) {
    const middle = from + Math.floor((to - from) / MINUTE / 2) * MINUTE;
    if (aheadAt(middle, timeZone) === before) from = middle;
    else to = middle;
  }
  return to;
}

const start = fc
  .integer({ min: Date.UTC(1975, 0, 1) / MINUTE, max: Date.UTC(2036, 0, 1) / MINUTE })
  .map((minutes) => minutes * MINUTE);
const near = fc.integer({ min: -200, max: 200 });

test('around a clock change, each moment is found by what the clock shows, and each offset shows it', () => {
  fc.assert(
    fc.property(zone, start, near, (timeZone, from, minutes) => {
      const moment = nextChange(from, timeZone) + minutes * MINUTE;
      const text = isAt(moment, timeZone);
      const moments = offsetsOf(text, (at) => clockText(at, timeZone)).map(
        (offset) => Date.parse(`${text}Z`) - offset * MINUTE,
      );
      expect(moments).toContain(moment);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      for (const other of moments) expect(isAt(other, timeZone)).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test('a time has as many offsets as there are moments at which the clock shows it', () => {
  fc.assert(
    fc.property(zone, start, near, (timeZone, from, minutes) => {
      const change = nextChange(from, timeZone);
      // As the old clock would go on: over what the new one skips, too.
      const local = change + aheadAt(change - MINUTE, timeZone) + minutes * MINUTE;
      const text = new Date(local).toISOString().slice(0, 16);
      const all: number[] = [];
      for (let offset = 840; offset >= -840; offset -= 15) {
        if (isAt(local - offset * MINUTE, timeZone) === text) all.push(offset);
      }
      expect(offsetsOf(text, (at) => clockText(at, timeZone))).toEqual(all);
    }),
    { numRuns: 100 },
  );
});
