import type { ServiceRefused } from '../../../src/app/ports';
import type { HttpReply } from '../../../src/core/service/serviceAnswer';
import { SERVICE_ERRORS, type ServiceErrorCode } from '../../../src/core/service/serviceErrors';
import { createFunctionsSaveService } from '../../../src/infra/functionsSaveService';
import { noFacts } from '../../support/facts';

const MINUTE = 60_000;
const REQUEST = {
  reservationSid: 'WR1',
  purpose: 'complete',
  catalogVersion: 1,
  formId: 'form',
  answers: {},
  saved: [],
  facts: noFacts,
  transferred: false,
} as const;
const STORED = { version: '5', changed: true, whole: true, stored: { 'conversations.x': 'y' } };

const json = (body: unknown, status = 200): HttpReply => ({ status, body: JSON.stringify(body) });
const saved = json({ ok: true, value: STORED });
const html = (status: number): HttpReply => ({ status, body: '<html>Application error</html>' });
const refused = (code: string, details?: object, status = 400): HttpReply =>
  json({ ok: false, error: { code, message: '', details } }, status);

const start = (...replies: (HttpReply | null)[]) => {
  let now = 1_000;
  const calls: { operation: string; input: unknown }[] = [];
  const unavailable: string[] = [];
  const service = createFunctionsSaveService({
    call: async (operation, input) => {
      calls.push({ operation, input });
      const reply = replies.shift();
      if (reply === undefined) throw new Error('asked more often than it should');
      return reply;
    },
    clock: { now: () => now, wait: async () => undefined, random: () => 0 },
    taskSidOf: (sid) => (sid === 'WR1' ? 'WT1' : undefined),
    onUnavailable: (code) => unavailable.push(code),
  });
  const forward = (milliseconds: number) => (now += milliseconds);
  return { service, calls, unavailable, forward };
};
const failed = (error: ServiceRefused) => ({ ok: false, error });

it('asks for the save on the task of the reservation and gives the answer', async () => {
  const { service, calls, unavailable } = start(saved);
  expect(await service.save(REQUEST)).toEqual({ ok: true, value: STORED });
  expect(calls).toEqual([{ operation: 'save', input: { ...REQUEST, taskSid: 'WT1' } }]);
  expect(unavailable).toEqual([]);
});

it('asks nothing about a reservation that this browser does not know', async () => {
  const { service, calls, unavailable } = start();
  expect(await service.save({ ...REQUEST, reservationSid: 'WR9' })).toEqual(
    failed({ failure: { kind: 'gone' }, code: 'no task' }),
  );
  expect([calls, unavailable]).toEqual([[], []]);
});

describe('what a refusal means', () => {
  const UNAVAILABLE = { kind: 'unavailable' } as const;
  const REFUSED = { kind: 'refused' } as const;
  const BUSY = { kind: 'rate-limited' } as const;
  const MEANING: Readonly<Record<ServiceErrorCode, ServiceRefused['failure']>> = {
    busy: BUSY,
    'out-of-time': { kind: 'server' },
    conflict: { kind: 'conflict' },
    'changed-elsewhere': { kind: 'changed' },
    'task-gone': { kind: 'gone' },
    'not-your-reservation': REFUSED,
    'reservation-ended': REFUSED,
    'role-refused': REFUSED,
    'invalid-answers': REFUSED,
    'request-too-large': REFUSED,
    'bad-input': REFUSED,
    'attributes-not-object': {
      kind: 'attributes',
      error: { code: 'attributes-not-object' },
    },
    // Without their details nothing can be told about them.
    'parent-not-object': REFUSED,
    'too-large': REFUSED,
    'unknown-operation': UNAVAILABLE,
    'no-token': UNAVAILABLE,
    'bad-token': UNAVAILABLE,
    'origin-refused': UNAVAILABLE,
    'catalog-unknown': UNAVAILABLE,
    'version-unknown': UNAVAILABLE,
    'version-moved': UNAVAILABLE,
    'draft-moved': UNAVAILABLE,
    'shards-missing': UNAVAILABLE,
    'used-changed': UNAVAILABLE,
    'drafts-off': UNAVAILABLE,
    'not-set-up': UNAVAILABLE,
    'unknown-form': UNAVAILABLE,
    'unknown-field': UNAVAILABLE,
    bug: UNAVAILABLE,
    'catalog-broken': UNAVAILABLE,
    'twilio-refused': UNAVAILABLE,
    'no-version': UNAVAILABLE,
    'token-unchecked': UNAVAILABLE,
  };

  it.each(Object.entries(MEANING))('%s', async (code, failure) => {
    const { status } = SERVICE_ERRORS[code as ServiceErrorCode];
    const { service, unavailable } = start(refused(code, undefined, status));
    expect(await service.save(REQUEST)).toEqual(failed({ failure, code }));
    expect(unavailable).toEqual(failure === UNAVAILABLE ? [code] : []);
  });

  it.each<[string, object, ServiceRefused['failure']]>([
    [
      'too-large',
      { size: 4210, limit: 4096 },
      { kind: 'attributes', error: { code: 'too-large', size: 4210, limit: 4096 } },
    ],
    [
      'parent-not-object',
      { path: 'conversations' },
      { kind: 'attributes', error: { code: 'parent-not-object', path: 'conversations' } },
    ],
    [
      'too-large',
      { size: 4210, limit: 4096, largest: ['note'] },
      {
        kind: 'attributes',
        error: { code: 'too-large', size: 4210, limit: 4096, largest: ['note'] },
      },
    ],
    [
      'too-large',
      { size: 4210, limit: 4096, largest: [7] },
      { kind: 'attributes', error: { code: 'too-large', size: 4210, limit: 4096 } },
    ],
    ['too-large', { size: 'big', limit: 4096 }, REFUSED],
    ['parent-not-object', { path: 7 }, REFUSED],
  ])('%s with %j', async (code, details, failure) => {
    const { service } = start(refused(code, details, 422));
    expect(await service.save(REQUEST)).toEqual(failed({ failure, code }));
  });

  it('a busy service says when it may be asked again', async () => {
    const { service, unavailable } = start(
      refused('busy', { retryAfterMs: 2_500 }, 429),
      { ...refused('out-of-time', undefined, 503), retryAfter: '3' },
      saved,
    );
    expect(await service.save(REQUEST)).toEqual(
      failed({ failure: BUSY, code: 'busy', retryAfterMs: 2_500 }),
    );
    expect(await service.save(REQUEST)).toEqual(
      failed({ failure: { kind: 'server' }, code: 'out-of-time', retryAfterMs: 3_000 }),
    );
    // It is there: the next save is not kept from it.
    expect((await service.save(REQUEST)).ok).toBe(true);
    expect(unavailable).toEqual([]);
  });

  it('a 429 of the platform itself, which answers no JSON, is busy too', async () => {
    const { service, unavailable } = start({ ...html(429), retryAfter: '1' });
    expect(await service.save(REQUEST)).toEqual(
      failed({ failure: BUSY, code: 'HTTP 429', retryAfterMs: 1_000 }),
    );
    expect(unavailable).toEqual([]);
  });
});

describe('a service that cannot do its work', () => {
  it.each<[string, HttpReply | null, string]>([
    ['a page of the platform', html(502), 'HTTP 502'],
    ['a login in between', html(200), 'HTTP 200'],
    ['half an answer', json({ ok: true, value: { version: '5' } }), 'HTTP 200'],
    ['an error it does not have', refused('teapot', undefined, 418), 'HTTP 418'],
    ['no answer', null, 'no answer'],
  ])('%s: told, and left alone for a minute, then asked again', async (_, reply, code) => {
    const { service, calls, unavailable, forward } = start(reply, reply, saved);
    expect(await service.save(REQUEST)).toEqual(failed({ failure: { kind: 'unavailable' }, code }));
    expect(unavailable).toEqual([code]);

    forward(MINUTE - 1);
    const leftAlone = { failure: { kind: 'unavailable' }, code: 'left alone' } as const;
    expect(await service.save(REQUEST)).toEqual(failed(leftAlone));
    expect(await service.check()).toEqual(leftAlone);
    expect([calls.length, unavailable]).toEqual([1, [code]]);

    forward(1);
    expect((await service.save(REQUEST)).ok).toBe(false);
    expect([calls.length, unavailable]).toEqual([2, [code, code]]);
    forward(MINUTE);
    expect((await service.save(REQUEST)).ok).toBe(true);
  });
});

describe('the check at start', () => {
  it('asks with a ping and is content with one', async () => {
    const { service, calls } = start(
      json({ ok: true, value: { service: 'debrief', version: '1' } }),
    );
    expect(await service.check()).toBeNull();
    expect(calls).toEqual([{ operation: 'ping', input: {} }]);
  });

  it('another service at that address is none of ours', async () => {
    const { service, unavailable } = start(
      json({ ok: true, value: { service: 'other', version: '1' } }),
    );
    expect(await service.check()).toEqual({
      failure: { kind: 'unavailable' },
      code: 'HTTP 200',
    });
    expect(unavailable).toEqual(['HTTP 200']);
  });
});
