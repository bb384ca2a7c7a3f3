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

/** Plain data. */
export interface SaveState {
  /** What the machine waits for. */
  readonly awaits: SaveEffect;
  readonly conflicts: number;
  readonly waits: number;
  readonly written: number;
  /** Whether a write was sent, be it without an answer: then an unchanged task means that it is there. */
  readonly sent: boolean;
}

export interface SaveStep {
  readonly state: SaveState;
  /** What to do now. */
  readonly effect: SaveEffect;
}

const next = (
  state: SaveState,
  effect: SaveEffect,
  counts: Partial<Omit<SaveState, 'awaits'>> = {},
): SaveStep => ({ state: { ...state, ...counts, awaits: effect }, effect });

const giveUp = (state: SaveState, failure: SaveFailure): SaveStep =>
  next(state, { do: 'fail', failure });

type Merge = (attributes: unknown) => Result<Merged, AttributesError>;

const PASSING: readonly CallFailure[] = ['network', 'timeout', 'server', 'rate-limited'];

/** Waits and then reads again, never writes at once: the lost answer may have been a yes. */
function recover(state: SaveState, kind: CallFailure, retryAfterMs: number | null): SaveStep {
  if (!PASSING.includes(kind) || state.waits === SAVE_BOUNDS.waits) return giveUp(state, { kind });
  const attempt = state.waits + 1;
  return next(state, { do: 'wait', attempt, retryAfterMs }, { waits: attempt });
}

function compare(state: SaveState, task: VersionedAttributes, merge: Merge): SaveStep {
  const merged = merge(task.attributes);
  if (!merged.ok) return giveUp(state, { kind: 'attributes', error: merged.error });
  const { attributes, changed } = merged.value;
  if (!changed) return next(state, { do: 'succeed', outcome: state.sent ? 'saved' : 'unchanged' });
  if (state.written > SAVE_BOUNDS.rewrites) return giveUp(state, { kind: 'unverified' });
  return next(state, { do: 'write', attributes, version: task.version }, { sent: true });
}

export function startSave(): SaveStep {
  const effect: SaveEffect = { do: 'read' };
  return { state: { awaits: effect, conflicts: 0, waits: 0, written: 0, sent: false }, effect };
}

/**
 * The save, one event at a time: read, merge, write if the version still holds, read again. It ends with success only
 * on a read that shows every value of the patch on the task. An event that the state does not wait for changes
 * nothing: the same state and its effect come back.
 */
export function stepSave(state: SaveState, event: SaveEvent, merge: Merge): SaveStep {
  const { awaits } = state;
  if (awaits.do === 'succeed' || awaits.do === 'fail') return { state, effect: awaits };
  switch (event.type) {
    case 'deadline':
      return giveUp(state, { kind: 'deadline' });
    case 'read':
      if (awaits.do === 'read') return compare(state, event.task, merge);
      break;
    case 'read-failed':
      if (awaits.do === 'read') return recover(state, event.failure, event.retryAfterMs ?? null);
      break;
    case 'written':
      if (awaits.do === 'write') return next(state, { do: 'read' }, { written: state.written + 1 });
      break;
    case 'write-failed': {
      if (awaits.do !== 'write') break;
      if (event.failure !== 'conflict') {
        return recover(state, event.failure, event.retryAfterMs ?? null);
      }
      const conflicts = state.conflicts + 1;
      return conflicts < SAVE_BOUNDS.conflicts
        ? next(state, { do: 'read' }, { conflicts })
        : giveUp(state, { kind: 'conflict' });
    }
    case 'waited':
      if (awaits.do === 'wait') return next(state, { do: 'read' });
      break;
  }
  return { state, effect: awaits };
}
