import type { Answers, Capture } from './types';

const without = (answers: Answers, fields: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !fields.has(id)));

/** A capture that never had an answer to these fields, in no step of undo either. */
export const withoutFields = (capture: Capture, fields: ReadonlySet<string>): Capture =>
  fields.size === 0
    ? capture
    : {
        ...capture,
        answers: without(capture.answers, fields),
        past: capture.past.map((answers) => without(answers, fields)),
      };
