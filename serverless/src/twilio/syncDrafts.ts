import { createHmac } from 'node:crypto';
import { isJsonObject } from '../../../src/core/json';
import { ok } from '../../../src/core/result';
import type { DraftDocuments } from '../drafts/ports';
import { misread, type RestCall } from './restCall';

type Answer = Awaited<ReturnType<RestCall>>;

const isGone = (answer: Answer): boolean => !answer.ok && answer.error.failure === 'gone';
const isTaken = (answer: Answer): boolean => !answer.ok && answer.error.status === 409;

/**
 * A document of its own for each draft: all agents write at once, and Sync takes twenty writes a second of an object.
 * No identity is given a permission, so nobody reads one but the service. Whether an identity may make documents is not
 * documented, and who makes one may read it: so nobody without the secret knows what the next one will be called.
 */
export const syncDrafts = (call: RestCall, serviceSid: string, secret: string): DraftDocuments => {
  const all = `https://sync.twilio.com/v1/Services/${encodeURIComponent(serviceSid)}/Documents`;
  const nameOf = (reservationSid: string) =>
    `debrief.answers.${createHmac('sha256', secret).update(reservationSid).digest('hex')}`;
  const uriOf = (reservationSid: string) => `${all}/${encodeURIComponent(nameOf(reservationSid))}`;

  return {
    read: async (reservationSid, limitMs) => {
      const answer = await call({ method: 'get', uri: uriOf(reservationSid) }, limitMs);
      if (isGone(answer)) return ok(null);
      if (!answer.ok) return answer;
      const { body } = answer.value;
      return isJsonObject(body) ? ok(body['data']) : misread;
    },
    put: async (reservationSid, data, ttlSeconds, limitMs) => {
      const fields = { Data: JSON.stringify(data), Ttl: ttlSeconds };
      const update = () =>
        call({ method: 'post', uri: uriOf(reservationSid), data: fields }, limitMs);
      const updated = await update();
      if (!isGone(updated)) return updated.ok ? ok(null) : updated;
      const UniqueName = nameOf(reservationSid);
      const made = await call(
        { method: 'post', uri: all, data: { ...fields, UniqueName } },
        limitMs,
      );
      const done = isTaken(made) ? await update() : made;
      return done.ok ? ok(null) : done;
    },
    remove: async (reservationSid, limitMs) => {
      const answer = await call({ method: 'delete', uri: uriOf(reservationSid) }, limitMs);
      return answer.ok || isGone(answer) ? ok(null) : answer;
    },
  };
};
