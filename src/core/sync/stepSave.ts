import type { AttributesError, Merged } from '../attributes/types';
import type { Result } from '../result';
import type {
  CallFailure,
  QueueReason,
  SaveEffect,
  SaveEvent,
  SaveFailure,
  SaveRoute,
  VersionedAttributes,
} from './types';

/** How often each remedy is tried before the save gives up with the reason. */
export const SAVE_BOUNDS = {
  /** Other writers came between reading and writing. */
  conflicts: 5,
  /** Calls that failed in a way that may pass. */
  waits: 3,
  /**
   * Calls that were turned away because there were too many, or that the service got nothing done with: with the windows
   * of `queueDelayMs`, some ten minutes of waiting on either route.
   */
  queued: { service: 60, sdk: 8 },
  /** Writes that were taken and then not found on the task, be it through the service or the SDK. */
  rewrites: 2,
} as const;

/** Plain data. */
export interface SaveState {
  /** What the machine waits for. */
  readonly awaits: SaveEffect;
  readonly route: SaveRoute;
  readonly conflicts: number;
  readonly waits: number;
  readonly queued: number;
  readonly written: number;
  /** Whether a write was sent, be it without an answer: then an unchanged task means that it is there. */
  readonly sent: boolean;
  /** Whether it waits because a mere look at the task was refused: then that is what is tried again. */
  readonly looks: boolean;
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

type Merge = (attributes: unknown, route: SaveRoute) => Result<Merged, AttributesError>;

const PASSING: readonly CallFailure[] = ['network', 'timeout', 'server'];

/** Waits and then reads again, never writes at once: the lost answer may have been a yes. */
function recover(state: SaveState, kind: CallFailure, retryAfterMs: number | null): SaveStep {
  if (kind === 'rate-limited') {
    const looking = { ...state, looks: isLook(state) };
    return looking.looks && state.waits < SAVE_BOUNDS.waits
      ? pause(looking, retryAfterMs)
      : queue(looking, kind, retryAfterMs);
  }
  if (!PASSING.includes(kind) || state.waits === SAVE_BOUNDS.waits) return giveUp(state, { kind });
  return pause({ ...state, looks: false }, retryAfterMs);
}

/**
 * With the service, the browser itself only looks at what is saved: one call, right before a completion. When that
 * is refused it is worth a pause of a second, and not a place in the queue, which would let go of the completion.
 */
const isLook = ({ awaits, route }: SaveState): boolean =>
  route === 'service' && awaits.do === 'read';

function pause(state: SaveState, retryAfterMs: number | null): SaveStep {
  const attempt = state.waits + 1;
  return next(state, { do: 'wait', because: 'trouble', attempt, retryAfterMs }, { waits: attempt });
}

function queue(state: SaveState, reason: QueueReason, retryAfterMs: number | null): SaveStep {
  const { route } = state;
  if (state.queued === SAVE_BOUNDS.queued[route]) return giveUp(state, { kind: reason });
  const attempt = state.queued + 1;
  return next(
    state,
    { do: 'wait', because: 'queue', reason, route, attempt, retryAfterMs },
    { queued: attempt },
  );
}

/** Nothing is written twice for it: whichever way, the task is looked at before it is written. */
const again = (state: SaveState, counts: Partial<Omit<SaveState, 'awaits'>> = {}): SaveStep =>
  next(
    state,
    { do: state.route === 'service' && !state.looks ? 'send' : 'read' },
    { ...counts, looks: false },
  );

/** `looks`: the task has to be looked at here, whichever way it is written. */
function conflict(state: SaveState, looks = false): SaveStep {
  const conflicts = state.conflicts + 1;
  const goOn = looks ? next(state, { do: 'read' }, { conflicts }) : again(state, { conflicts });
  return conflicts < SAVE_BOUNDS.conflicts ? goOn : giveUp(state, { kind: 'conflict' });
}

function sendFailed(
  state: SaveState,
  event: Extract<SaveEvent, { type: 'send-failed' }>,
): SaveStep {
  const { failure } = event;
  switch (failure.kind) {
    case 'unavailable':
      // Whatever it may still have done shows in what is read.
      return next(state, { do: 'read' }, { route: 'sdk', sent: true });
    case 'changed':
      return conflict(state, true);
    case 'conflict':
      return conflict(state);
    case 'attributes':
    case 'unverified':
    case 'deadline':
      return giveUp(state, failure);
    case 'server':
      // It has tried several times before it said so.
      return queue({ ...state, looks: false }, 'server', event.retryAfterMs ?? null);
    default:
      return recover(state, failure.kind, event.retryAfterMs ?? null);
  }
}

function compare(state: SaveState, task: VersionedAttributes, merge: Merge): SaveStep {
  const merged = merge(task.attributes, state.route);
  if (!merged.ok) return giveUp(state, { kind: 'attributes', error: merged.error });
  const { attributes, changed } = merged.value;
  if (!changed) return next(state, { do: 'succeed', outcome: state.sent ? 'saved' : 'unchanged' });
  if (state.written > SAVE_BOUNDS.rewrites) return giveUp(state, { kind: 'unverified' });
  if (state.route === 'service') return next(state, { do: 'send' });
  return next(state, { do: 'write', attributes, version: task.version }, { sent: true });
}

/**
 * `isNew`: what is to be saved is certainly not on the task yet, so that the service is asked at once instead of
 * reading first.
 */
export function startSave(route: SaveRoute = 'sdk', isNew = false): SaveStep {
  const effect: SaveEffect = { do: route === 'service' && isNew ? 'send' : 'read' };
  const none = { conflicts: 0, waits: 0, queued: 0, written: 0, sent: false, looks: false };
  return { state: { awaits: effect, route, ...none }, effect };
}

/**
 * The save, one event at a time: read, merge, write if the version still holds, read again; or hand
 * the answers to the service, which does the like and answers with what is stored. It ends with success only on what
 * shows every value of the patch on the task. A service that cannot do its work leaves it to the SDK. The deadline
 * does not end a save that queues: that has bounds of its own. An event that the state does not wait for changes
 * nothing: the same state and its effect come back.
 */
export function stepSave(state: SaveState, event: SaveEvent, merge: Merge): SaveStep {
  const { awaits } = state;
  if (awaits.do === 'succeed' || awaits.do === 'fail') return { state, effect: awaits };
  switch (event.type) {
    case 'deadline':
      return state.queued > 0 ? { state, effect: awaits } : giveUp(state, { kind: 'deadline' });
    case 'read':
      if (awaits.do === 'read') return compare(state, event.task, merge);
      break;
    case 'read-failed':
      if (awaits.do === 'read') return recover(state, event.failure, event.retryAfterMs ?? null);
      break;
    case 'written':
      if (awaits.do === 'write') return next(state, { do: 'read' }, { written: state.written + 1 });
      break;
    case 'write-failed':
      if (awaits.do !== 'write') break;
      if (event.failure === 'conflict') return conflict(state);
      return recover(state, event.failure, event.retryAfterMs ?? null);
    case 'sent': {
      if (awaits.do !== 'send') break;
      const written = state.written + 1;
      if (event.shown) return next(state, { do: 'succeed', outcome: 'saved' }, { written });
      return next(state, { do: 'read' }, { written, sent: true });
    }
    case 'send-failed':
      if (awaits.do === 'send') return sendFailed(state, event);
      break;
    case 'waited':
      if (awaits.do === 'wait') return again(state);
      break;
  }
  return { state, effect: awaits };
}
