import type { Merged, AttributesError } from '../core/attributes/types';
import { fail, type Result } from '../core/result';
import { queueDelayMs } from '../core/sync/queueDelayMs';
import { retryDelayMs } from '../core/sync/retryDelayMs';
import { startSave, stepSave } from '../core/sync/stepSave';
import type { QueueReason, SaveEffect, SaveEvent, SaveRoute } from '../core/sync/types';
import type { Clock, TaskAttributes } from './ports';
import type { SaveOutcome } from './sessions';

type Wait = Extract<SaveEffect, { do: 'wait' }>;

interface SaveWork {
  readonly reservationSid: string;
  readonly attributes: TaskAttributes;
  readonly clock: Clock;
  readonly route: SaveRoute;
  /** What is to be saved is certainly not on the task yet. */
  readonly isNew: boolean;
  /** Resolves when nobody waits any longer. */
  readonly deadline: Promise<void>;
  /** Called with freshly read attributes, each time they are read, and the way they would be written. */
  readonly merge: (attributes: unknown, route: SaveRoute) => Result<Merged, AttributesError>;
  /** Hands the answers, as they are now, to the service. */
  readonly send: () => Promise<SaveEvent>;
  /** Told when the save has to wait for its turn; `until` in epoch milliseconds. */
  readonly onQueued: (until: number, reason: QueueReason) => void;
  /** Told when it goes on. */
  readonly onGoingOn: () => void;
}

/**
 * The SDK of Flex UI 2.17.1 waits for an answer as long as the browser does. The deadline does not end a save that
 * queues, so one call without an answer would leave Complete without one, too.
 */
const CALL_LIMIT_MS = 8_000;

const withinLimit = <T, E>(
  clock: Clock,
  call: Promise<Result<T, E>>,
): Promise<Result<T, E | { readonly failure: 'timeout' }>> =>
  Promise.race([call, clock.wait(CALL_LIMIT_MS).then(() => fail({ failure: 'timeout' as const }))]);

const waitFor = async ({ clock, onQueued, onGoingOn }: SaveWork, wait: Wait): Promise<void> => {
  const { attempt, retryAfterMs } = wait;
  if (wait.because === 'trouble') {
    return clock.wait(retryDelayMs(attempt, retryAfterMs, clock.random()));
  }
  const delay = queueDelayMs(wait.route, attempt, retryAfterMs, clock.random());
  onQueued(clock.now() + delay, wait.reason);
  await clock.wait(delay);
  onGoingOn();
};

const carryOut = async (
  work: SaveWork,
  effect: Extract<SaveEffect, { do: 'read' | 'send' | 'write' | 'wait' }>,
): Promise<SaveEvent> => {
  const { reservationSid, attributes, clock } = work;
  switch (effect.do) {
    case 'read': {
      const answer = await withinLimit(clock, attributes.read(reservationSid));
      return answer.ok
        ? { type: 'read', task: answer.value }
        : { type: 'read-failed', ...answer.error };
    }
    case 'send':
      return work.send();
    case 'write': {
      const answer = await withinLimit(
        clock,
        attributes.write(reservationSid, effect.attributes, effect.version),
      );
      return answer.ok ? { type: 'written' } : { type: 'write-failed', ...answer.error };
    }
    case 'wait':
      await waitFor(work, effect);
      return { type: 'waited' };
  }
};

/** Drives the save machine to its end: at the latest after the deadline, but for a save that queues. */
export const runSave = async (work: SaveWork): Promise<SaveOutcome> => {
  const deadline = work.deadline.then((): SaveEvent => ({ type: 'deadline' }));
  let isLate = false;
  let underWay: Promise<SaveEvent> | null = null;
  let step = startSave(work.route, work.isNew);
  for (;;) {
    const { state, effect } = step;
    if (effect.do === 'succeed') return { ok: true };
    if (effect.do === 'fail') return { ok: false, failure: effect.failure };
    underWay ??= carryOut(work, effect);
    const event: SaveEvent = await Promise.race(isLate ? [underWay] : [underWay, deadline]);
    if (event.type === 'deadline') isLate = true;
    else underWay = null;
    step = stepSave(state, event, work.merge);
  }
};
