import * as v from 'valibot';
import type { OnTimeout } from '../catalog/types';
import type { JsonObject } from '../json';

/** Where a task says that its wrap-up did not end by itself within its time. Insights does not read it. */
export const WRAP_UP_KEY = 'debrief_wrap_up';

/** How many characters a reason for more time may have. */
export const REASON_LIMIT = 100;

/** How often more time can be taken at most, whatever a form says. */
export const EXTENSIONS_LIMIT = 10;

/** What is told of the wrap-up of one reservation. */
export interface WrapUpMark {
  /** The time was over, and this is what happened; `hold`: the agent has completed the task after it. */
  readonly timeout?: OnTimeout;
  /** One for each time that more time was taken; empty: no reason was given. */
  readonly extensions?: readonly string[];
}

export const wrapUpMarkShape: v.GenericSchema<unknown, WrapUpMark> = v.strictObject({
  timeout: v.optional(v.picklist(['default', 'partial', 'hold'])),
  extensions: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(REASON_LIMIT))),
      v.nonEmpty(),
      v.maxLength(EXTENSIONS_LIMIT),
    ),
  ),
});

/** As it is written on a task; empty: nothing is. `lacking`: required fields without an answer. */
export function writtenMark(mark: WrapUpMark | undefined, lacking: readonly string[]): JsonObject {
  if (!mark) return {};
  const { timeout, extensions = [] } = mark;
  const reasons = extensions.filter((reason) => reason !== '');
  return {
    ...(timeout ? { timeout } : {}),
    ...(timeout && lacking.length > 0 ? { lacking: [...lacking] } : {}),
    ...(extensions.length > 0 ? { extensions: extensions.length } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  };
}
