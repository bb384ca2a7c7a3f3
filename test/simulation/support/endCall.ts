import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { confirmCompletion, prepareCompletion } from '../../../src/app/completeTask';
import { openSession } from '../../../src/app/openSession';
import type { Ports } from '../../../src/app/ports';
import { flushSession } from '../../../src/app/saveSession';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import type { Catalog } from '../../../src/core/catalog/types';
import { noFacts } from '../../support/facts';

export interface Ended {
  readonly at: number;
  /** Null: completed with its answers saved. */
  readonly failure: string | null;
  /** How often a completion had to be let go of. */
  readonly letGo: number;
  /** The moments in which the panel said until when the save waits, and that the task then completes by itself. */
  readonly told: readonly { readonly at: number; readonly until: number }[];
  /** Whether what the panel said was ever wrong in itself. */
  readonly wasMisled: boolean;
}

/**
 * One agent with a plugin of their own: an outcome is chosen, the call ends, and Complete is pressed at once, as
 * lifecycle and gate of the host do it. Ends when the task may complete, or the agent has to do something.
 */
export const endCall = async (
  reservationSid: string,
  code: string,
  endsAt: number,
  catalog: Catalog,
  ports: Omit<Ports, 'drafts' | 'serviceDrafts' | 'journal' | 'completeLater'>,
): Promise<Ended> => {
  const { clock, attributes } = ports;
  let wishes = 0;
  let wake = (): void => undefined;
  const app = createAppState(always(catalog), {
    ...ports,
    serviceDrafts: null,
    drafts: {
      load: async () => null,
      save: async () => undefined,
      remove: async () => undefined,
      left: async () => new Map(),
      retire: async () => undefined,
      setAside: async () => undefined,
      aside: async () => [],
      forgetAside: async () => undefined,
    },
    journal: { record: () => undefined },
    completeLater: async () => {
      wishes += 1;
      wake();
    },
  });
  const nextWish = async (): Promise<void> => {
    while (wishes === 0) {
      const failed = app.store.getState().sessions[reservationSid]?.save.status === 'failed';
      if (failed) return;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    wishes -= 1;
  };
  const told: { at: number; until: number }[] = [];
  let wasMisled = false;
  app.store.subscribe(() => {
    const save = sessionOf(app, reservationSid)?.save;
    if (save?.status === 'failed') wake();
    if (save?.status !== 'waiting') return;
    wasMisled ||= save.until < clock.now();
    if (save.completes) told.push({ at: clock.now(), until: save.until });
  });

  await openSession(app, {
    reservationSid,
    facts: noFacts,
    attributes: attributes.snapshot(reservationSid),
    readOnly: false,
  });
  changeAnswers(app, reservationSid, { type: 'choose', field: 'outcome', code });
  await clock.wait(endsAt);
  void flushSession(app, reservationSid);

  let letGo = 0;
  const ended = (failure: string | null): Ended => ({
    at: clock.now(),
    failure,
    letGo,
    told,
    wasMisled,
  });
  for (;;) {
    let verdict = await prepareCompletion(app, reservationSid);
    if (verdict.go) verdict = await confirmCompletion(app, reservationSid);
    if (verdict.go) return ended(null);
    const save = sessionOf(app, reservationSid)?.save;
    if (save?.status === 'failed') return ended(save.failure.kind);
    if (verdict.because !== 'queue') return ended(verdict.because);
    letGo += 1;
    await nextWish();
  }
};
