import type { Clock, Draft, ServiceDrafts } from '../app/ports';
import { agentAnswers } from '../core/capture/agentAnswers';
import { foundDraftShape, type DraftRequest, type KeptDraft } from '../core/service/draftRequest';
import { parseAnswer } from '../core/service/serviceAnswer';
import type { CallFunctions } from './functionsClient';

/** So long nothing is answered before a draft is sent: each is a call of the service, and several of Twilio. */
const QUIET_MS = 3_000;

export interface ServiceDraftsParts {
  readonly call: CallFunctions;
  readonly clock: Clock;
  /** The task of one of this worker's reservations; undefined when the reservation is unknown. */
  readonly taskSidOf: (reservationSid: string) => string | undefined;
}

/** As the plugin's own drafts are. */
const toDraft = (reservationSid: string, kept: KeptDraft): Draft => {
  const { catalogVersion, formId, answers, saved, flushed, transferred, at } = kept;
  return {
    capture: { reservationSid, catalogVersion, formId, answers, saved, past: [] },
    flushed,
    transferred,
    at,
    refusals: null,
    turn: 0,
  };
};

/** Drafts through our Functions. What cannot be sent is not tried again: the next one says more. */
export const createServiceDrafts = (parts: ServiceDraftsParts): ServiceDrafts => {
  const { call, clock, taskSidOf } = parts;
  const waiting = new Map<string, Draft>();
  /** What the service has, or may have. */
  const kept = new Map<string, DraftRequest>();
  /** What is under way of a reservation: one after the other, since a removal must not come before. */
  const underWay = new Map<string, Promise<unknown>>();

  const about = (reservationSid: string, catalogVersion: number): DraftRequest | null => {
    const taskSid = taskSidOf(reservationSid);
    return taskSid ? { taskSid, reservationSid, catalogVersion } : null;
  };

  const afterOthers = (reservationSid: string, work: () => Promise<unknown>): void => {
    const next = (underWay.get(reservationSid) ?? Promise.resolve()).then(work);
    underWay.set(reservationSid, next);
    void next.then(() => {
      if (underWay.get(reservationSid) === next) underWay.delete(reservationSid);
    });
  };

  const send = async ({ capture, flushed, transferred, at }: Draft): Promise<void> => {
    const { reservationSid, catalogVersion, formId, answers, saved } = capture;
    const request = about(reservationSid, catalogVersion);
    if (!request) return;
    kept.set(reservationSid, request);
    const given = { formId, answers: agentAnswers(answers), saved };
    await call('keepDraft', { ...request, ...given, flushed, transferred, at });
  };

  return {
    find: async (reservationSid, catalogVersion) => {
      const request = about(reservationSid, catalogVersion);
      if (!request) return null;
      const reply = await call('findDraft', request);
      const found = reply && parseAnswer(reply, foundDraftShape);
      if (!found?.ok || !found.value) return null;
      kept.set(reservationSid, request);
      return toDraft(reservationSid, found.value);
    },
    keep: (draft) => {
      const { reservationSid } = draft.capture;
      waiting.set(reservationSid, draft);
      void clock.wait(QUIET_MS).then(() => {
        if (waiting.get(reservationSid) !== draft) return;
        waiting.delete(reservationSid);
        afterOthers(reservationSid, () => send(draft));
      });
    },
    drop: (reservationSid) => {
      waiting.delete(reservationSid);
      afterOthers(reservationSid, async () => {
        const request = kept.get(reservationSid);
        kept.delete(reservationSid);
        if (request) await call('dropDraft', request);
      });
    },
  };
};
