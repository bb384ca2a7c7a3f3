import type { AttributesError, Merged } from '../attributes/types';
import type { Result } from '../result';
import type { CallFailure, SaveEffect, SaveEvent, SaveFailure, VersionedAttributes } from './types';

/** How often each remedy is tried before the save gives up with the reason. */
export const SAVE_BOUNDS = {
  /** Other writers came between reading and writing. */
  conflicts: 5,
  /** Calls that failed in a way that may pass. */
  waits: 3,
  /** Writes that were taken and then not found on the task. */
  rewrites: 2,
} as const;

interface Counts {
  readonly conflicts: number;
  readonly waits: number;
  readonly written: number;
  /** Whether anything was sent, be it without an answer: then "unchanged" means our write is there. */
  readonly sent: boolean;
}

/** Plain data. `phase` is what the machine waits for. */
export interface SaveState extends Counts {
  readonly phase: 'read' | 'write' | 'wait' | 'done';
}

export interface SaveStep {
  readonly state: SaveState;
  /** What to do next; null when the event did not concern this state. */
  readonly effect: SaveEffect | null;
}

export type Merge = (attributes: unknown) => Result<Merged, AttributesError>;

const end = (state: SaveState, effect: SaveEffect): SaveStep => ({
  state: { ...state, phase: 'done' },
  effect,
});
const giveUp = (state: SaveState, failure: SaveFailure): SaveStep =>
  end(state, { do: 'fail', failure });
const read = (state: SaveState): SaveStep => ({
  state: { ...state, phase: 'read' },
  effect: { do: 'read' },
});

const PASSING: readonly CallFailure[] = ['network', 'timeout', 'server', 'rate-limited'];

/** Waits and then reads again, never writes again: the lost answer may have been a yes. */
function recover(state: SaveState, kind: CallFailure, retryAfterMs = 0): SaveStep {
  if (!PASSING.includes(kind) || state.waits === SAVE_BOUNDS.waits) return giveUp(state, { kind });
  const attempt = state.waits + 1;
  return {
    state: { ...state, phase: 'wait', waits: attempt },
    effect: { do: 'wait', attempt, retryAfterMs: retryAfterMs > 0 ? retryAfterMs : null },
  };
}

function compare(state: SaveState, task: VersionedAttributes, merge: Merge): SaveStep {
  const merged = merge(task.attributes);
  if (!merged.ok) return giveUp(state, { kind: 'attributes', error: merged.error });
  const { attributes, changed } = merged.value;
  if (!changed) return end(state, { do: 'succeed', outcome: state.sent ? 'saved' : 'unchanged' });
  if (state.written > SAVE_BOUNDS.rewrites) return giveUp(state, { kind: 'unverified' });
  return {
    state: { ...state, phase: 'write', sent: true },
    effect: { do: 'write', attributes, version: task.version },
  };
}

export const startSave = (): SaveStep =>
  read({ phase: 'read', conflicts: 0, waits: 0, written: 0, sent: false });

/**
 * The save, one event at a time: read, merge, write if the version still holds, read again. It ends with success only
 * on a read that shows every value of the patch on the task. Events that the state does not wait for are ignored.
 */
export function stepSave(state: SaveState, event: SaveEvent, merge: Merge): SaveStep {
  const { phase } = state;
  if (event.type === 'deadline' && phase !== 'done') return giveUp(state, { kind: 'deadline' });
  if (event.type === 'read' && phase === 'read') return compare(state, event.task, merge);
  if (event.type === 'read-failed' && phase === 'read') {
    return recover(state, event.failure, event.retryAfterMs);
  }
  if (event.type === 'written' && phase === 'write') {
    return read({ ...state, written: state.written + 1 });
  }
  if (event.type === 'write-failed' && phase === 'write') {
    if (event.failure !== 'conflict') return recover(state, event.failure, event.retryAfterMs);
    const conflicts = state.conflicts + 1;
    return conflicts === SAVE_BOUNDS.conflicts
      ? giveUp(state, { kind: 'conflict' })
      : read({ ...state, conflicts });
  }
  if (event.type === 'waited' && phase === 'wait') return read(state);
  return { state, effect: null };
}
