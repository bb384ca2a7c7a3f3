import type { Capture } from './types';

/** The capture once a save puts these fields on the task: what is withdrawn or hidden later has to come off again. */
export const markSaved = (capture: Capture, fields: readonly string[]): Capture => {
  const added = fields.filter((field) => !capture.saved.includes(field));
  return added.length === 0
    ? capture
    : { ...capture, saved: [...new Set([...capture.saved, ...added])].sort() };
};
