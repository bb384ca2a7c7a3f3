import type { JsonValue } from '../json';
import { wrongType, type Taken } from './taken';
import type { DictionaryEntry, Finding } from './types';

const FIRST_YEAR = 1901;
const LAST_YEAR = 2049;

/** A number below this is the early 1970s in milliseconds, but a plausible year in seconds. */
const LEAST_LIKELY_MILLISECONDS = 100_000_000_000;

const yearOf = (epochMs: number): number => new Date(epochMs).getUTCFullYear();

/** The year a text in ISO 8601 form begins with; `Date.parse` would read other texts differently per browser. */
const yearOfIsoText = (text: string): number | null => {
  const match = /^([+-]?\d{4,6})-(\d\d)-(\d\d)([T ][0-9:.]+(Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (match === null || Number(match[2]) > 12 || Number(match[3]) > 31) return null;
  return Number(match[1]);
};

/**
 * What Insights keeps of a date. Epoch milliseconds are documented for media (rule 31) and seen in use for
 * `conversations.date`; a text in ISO form is passed on with a finding, since nothing says that it is read.
 */
export const takeDate = (entry: DictionaryEntry, value: JsonValue, path: string): Taken => {
  const inMedia = entry.path.startsWith('conversations.media');
  const basis = inMedia ? 'documented' : 'inferred';
  const rule = inMedia ? 31 : 10;
  const isoYear = typeof value === 'string' && !inMedia ? yearOfIsoText(value) : null;
  const isNumber = typeof value === 'number' && Number.isFinite(value);

  if (!isNumber && isoYear === null) {
    return wrongType(value, 'epoch milliseconds', { path, rule, basis });
  }
  const year = isNumber ? yearOf(value) : Number(isoYear);
  // Not a year at all: beyond what a date can hold.
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    const details = { first: FIRST_YEAR, last: LAST_YEAR };
    const finding: Finding = { code: 'out-of-range', path, rule: 10, basis: 'documented', details };
    return { value: undefined, findings: [finding] };
  }
  if (isoYear !== null) {
    return { value, findings: [{ code: 'date-format', path, rule: 10, basis: 'inferred' }] };
  }
  const inSeconds = isNumber && value > 0 && value < LEAST_LIKELY_MILLISECONDS;
  return {
    value,
    findings: inSeconds ? [{ code: 'seconds-not-milliseconds', path, rule, basis }] : [],
  };
};
