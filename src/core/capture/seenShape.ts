import * as v from 'valibot';
import type { JsonValue } from '../json';
import type { Seen } from './types';

const value = v.custom<JsonValue>((input) => input !== undefined);

/** What of a task was seen or sent before, as it comes from storage or over the wire. */
export const seenShape: v.GenericSchema<unknown, Seen> = v.record(
  v.string(),
  v.record(v.string(), v.pipe(v.array(value), v.maxLength(8))),
);
