import type { Merged, AttributesError } from '../core/attributes/types';
import type { Result } from '../core/result';
import { retryDelayMs } from '../core/sync/retryDelayMs';
import { startSave, stepSave } from '../core/sync/stepSave';
import type { SaveEffect, SaveEvent } from '../core/sync/types';
import type { Clock, TaskAttributes } from './ports';
import type { SaveOutcome } from './sessions';

interface SaveWork {
  readonly reservationSid: string;
  readonly attributes: TaskAttributes;
  readonly clock: Clock;
  /** Resolves when nobody waits any longer. */
  readonly deadline: Promise<void>;
  /** Called with freshly read attributes, each time they are read. */
  readonly merge: (attributes: unknown) => Result<Merged, AttributesError>;
}

const carryOut = async (
  { reservationSid, attributes, clock }: SaveWork,
  effect: Extract<SaveEffect, { do: 'read' | 'write' | 'wait' }>,
): Promise<SaveEvent> => {
  switch (effect.do) {
    case 'read': {
      const answer = await attributes.read(reservationSid);
      return answer.ok
        ? { type: 'read', task: answer.value }
        : { type: 'read-failed', ...answer.error };
    }
    case 'write': {
      const answer = await attributes.write(reservationSid, effect.attributes, effect.version);
      return answer.ok ? { type: 'written' } : { type: 'write-failed', ...answer.error };
    }
    case 'wait':
      await clock.wait(retryDelayMs(effect.attempt, effect.retryAfterMs, clock.random()));
      return { type: 'waited' };
  }
};

/** Drives the save machine to its end, at the latest after the deadline. */
export const runSave = async (work: SaveWork): Promise<SaveOutcome> => {
  const deadline = work.deadline.then((): SaveEvent => ({ type: 'deadline' }));
  let step = startSave();
  for (;;) {
    const { state, effect } = step;
    if (effect.do === 'succeed') return { ok: true };
    if (effect.do === 'fail') return { ok: false, failure: effect.failure };
    const event = await Promise.race([carryOut(work, effect), deadline]);
    step = stepSave(state, event, work.merge);
  }
};
