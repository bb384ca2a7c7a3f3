import type { Capture } from './types';

const without = <T>(
  answers: Readonly<Record<string, T>>,
  fields: ReadonlySet<string>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !fields.has(id)));

/** A capture that never had an answer to these fields, in no step of undo and no suggestion either. */
export const withoutFields = (capture: Capture, fields: ReadonlySet<string>): Capture =>
  fields.size === 0
    ? capture
    : {
        ...capture,
        answers: without(capture.answers, fields),
        past: capture.past.map((answers) => without(answers, fields)),
        ...(capture.suggested ? { suggested: without(capture.suggested, fields) } : {}),
        ...(capture.seen ? { seen: without(capture.seen, fields) } : {}),
      };
