import {
  createFakeService,
  FOREIGN,
  OTHER_RESERVATION,
  OTHER_WORKER,
  RESERVATION,
  saveRequest,
  WORKER,
} from '../../support/fakeSaveService';
import { smallCatalog } from '../../support/smallCatalog';

const SAVED = {
  call_sid: 'CA1',
  conversations: { conversation_id: 'c1', productive: 'Yes', outcome: 'Sale', case: 'A-1' },
  conference: { participants: { worker: 'CA2' } },
};
const text = (value: string) => ({ value: { kind: 'text', text: value }, origin: 'agent' });
const own = { sid: RESERVATION, workerSid: WORKER, status: 'wrapping' };

describe('save', () => {
  it('writes the form’s own paths and says what is stored', async () => {
    const { save, router } = createFakeService();
    expect(await save()).toMatchObject({
      status: 200,
      body: {
        ok: true,
        value: {
          version: '2',
          changed: true,
          whole: true,
          stored: { 'conversations.outcome': 'Sale', 'conversations.case': 'A-1' },
        },
      },
    });
    expect(router.raw()).toBe(JSON.stringify(SAVED));
    expect(router.calls).toEqual(['list', 'fetch', 'update']);
  });

  it('writes nothing the second time', async () => {
    const { save, router } = createFakeService();
    await save();
    expect(await save()).toMatchObject({ body: { value: { version: '2', changed: false } } });
    expect(router.calls).toEqual(['list', 'fetch', 'update', 'list', 'fetch']);
  });

  it('takes withdrawn answers off again', async () => {
    const { save, router } = createFakeService();
    await save();
    await save({ answers: { outcome: { value: null, origin: 'agent' } } });
    expect(JSON.parse(router.raw())).toEqual({
      ...SAVED,
      conversations: { conversation_id: 'c1', productive: 'Yes', case: 'A-1' },
    });
  });

  it('says how the wrap-up went, where the form has a time for it, and who set what', async () => {
    const wrapUp = { timeout: 'default', extensions: ['', 'a hard case'] };
    const order = {
      purpose: 'complete',
      wrapUp,
      answers: { outcome: { value: { kind: 'choice', code: 'no-sale' }, origin: 'timeout' } },
    };
    const without = createFakeService();
    await without.save(order);
    expect(JSON.parse(without.router.raw())).not.toHaveProperty('debrief_wrap_up');
    const { save, router, publish } = createFakeService();
    publish({
      ...smallCatalog,
      policies: { ...smallCatalog.policies, originsKey: 'debrief_origins' },
      forms: smallCatalog.forms.map((form) => ({
        ...form,
        wrapUp: { seconds: 60, onTimeout: 'default' as const },
      })),
    });
    await save(order);
    expect(JSON.parse(router.raw())).toMatchObject({
      conversations: { outcome: 'No sale' },
      debrief_wrap_up: { timeout: 'default', extensions: 2, reasons: ['a hard case'] },
      debrief_origins: { outcome: 'timeout' },
    });
  });

  it.each([
    ['an outcome that is none', { timeout: 'never' }],
    ['a reason that is too long', { extensions: ['x'.repeat(101)] }],
    ['more reasons than there can be', { extensions: Array.from({ length: 11 }, () => '') }],
    ['more than belongs there', { timeout: 'hold', text: 'anything' }],
  ])('refuses %s', async (_what, wrapUp) => {
    const { save, router } = createFakeService();
    expect(await save({ purpose: 'complete', wrapUp })).toMatchObject({ status: 400 });
    expect(router.calls).toEqual([]);
  });

  it('does not ask for answers that are lacking', async () => {
    const { save } = createFakeService();
    expect(await save({ answers: { note: text('A-1') } })).toMatchObject({ status: 200 });
  });
});

describe('what somebody else has changed', () => {
  const withPolicy = (conflicts: 'ours' | 'agent' | 'theirs') => {
    const service = createFakeService();
    service.publish({
      ...smallCatalog,
      policies: { ...smallCatalog.policies, conflicts },
    });
    service.router.write(
      JSON.stringify({
        ...FOREIGN,
        conversations: { ...FOREIGN.conversations, outcome: 'No sale' },
      }),
    );
    return service;
  };
  const seen = (...values: unknown[]) => ({ outcome: { 'conversations.outcome': values } });

  it.each(['agent', 'theirs'] as const)(
    'is not written over where the policy says %s',
    async (policy) => {
      const { save, router } = withPolicy(policy);
      const before = router.raw();
      expect(await save({ seen: seen(null, 'Sale') })).toMatchObject({
        status: 409,
        body: { error: { code: 'changed-elsewhere', details: { fields: ['outcome'] } } },
      });
      expect(router.raw()).toBe(before);
    },
  );

  it('is, once it was seen, by another policy, or by a browser that does not look', async () => {
    for (const [policy, more] of [
      ['agent', { seen: seen(null, 'No sale') }],
      ['ours', { seen: seen(null) }],
      ['agent', {}],
    ] as const) {
      const { save, router } = withPolicy(policy);
      expect(await save(more)).toMatchObject({ status: 200 });
      expect(router.raw()).toContain('"outcome":"Sale"');
    }
  });

  it('a shape that is none is refused', async () => {
    const { save } = withPolicy('agent');
    expect(await save({ seen: { outcome: 'Sale' } })).toMatchObject({ status: 400 });
  });
});

describe('the way out', () => {
  const reasons = [{ code: 'crm-down', name: { en: 'CRM is down' } }];
  const wayOut = { reason: 'crm-down', at: 0, lost: ['amount'] };
  const withPolicy = () => {
    const service = createFakeService();
    service.publish({
      ...smallCatalog,
      policies: {
        ...smallCatalog.policies,
        wayOutByReason: { reasons, default: { field: 'outcome', option: 'no-sale' } },
      },
    });
    return service;
  };

  it('writes the default and the mark, once', async () => {
    const { save, router } = withPolicy();
    const request = { answers: { note: text('A-1') }, purpose: 'complete', wayOut };
    expect(await save(request)).toMatchObject({ status: 200, body: { value: { changed: true } } });
    expect(JSON.parse(router.raw())).toEqual({
      ...SAVED,
      conversations: { ...SAVED.conversations, outcome: 'No sale' },
      debrief_way_out: {
        [RESERVATION]: {
          reason: 'crm-down',
          at: '1970-01-01T00:00:00.000Z',
          default: 'outcome',
          missing: ['amount'],
        },
      },
    });
    expect(await save(request)).toMatchObject({ body: { value: { changed: false } } });
  });

  it.each([
    ['a reason that the catalog does not have', { ...wayOut, reason: 'no-mood' }, 'complete'],
    ['a flush', wayOut, 'flush'],
    ['more than belongs there', { ...wayOut, text: 'anything' }, 'complete'],
    ['a moment that is none', { ...wayOut, at: 1e300 }, 'complete'],
  ])('refuses %s', async (_, given, purpose) => {
    const { save, router } = withPolicy();
    expect(await save({ purpose, wayOut: given })).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-input' } },
    });
    expect(router.raw()).toBe(JSON.stringify(FOREIGN));
  });
});

describe('who may', () => {
  it.each([
    [
      'another worker’s reservation',
      { ...own, workerSid: OTHER_WORKER },
      403,
      'not-your-reservation',
    ],
    ['one of another task', { ...own, sid: OTHER_RESERVATION }, 403, 'not-your-reservation'],
    ['one that was completed', { ...own, status: 'completed' }, 409, 'reservation-ended'],
    ['one that was rescinded', { ...own, status: 'rescinded' }, 409, 'reservation-ended'],
    ['one that nobody has accepted', { ...own, status: 'pending' }, 409, 'reservation-ended'],
  ])('refuses %s', async (_, reservation, status, code) => {
    const { save, router } = createFakeService();
    router.setReservations([reservation]);
    expect(await save()).toMatchObject({ status, body: { error: { code } } });
    expect(router.calls).not.toContain('update');
    expect(router.raw()).toBe(JSON.stringify(FOREIGN));
  });

  it('refuses another worker’s token', async () => {
    const { save, router } = createFakeService();
    expect(await save({}, 'other')).toMatchObject({
      status: 403,
      body: { error: { code: 'not-your-reservation' } },
    });
    expect(router.calls).not.toContain('update');
  });

  it('says that a task is gone', async () => {
    const { save } = createFakeService();
    expect(await save({ taskSid: `WT${'9'.repeat(32)}` })).toMatchObject({
      status: 404,
      body: { error: { code: 'task-gone' } },
    });
  });

  it('looks again at who may after another writer came between', async () => {
    const { save, router } = createFakeService();
    router.beforeEachUpdate(() => {
      router.write(router.raw());
      router.setReservations([{ ...own, status: 'completed' }]);
    });
    expect(await save()).toMatchObject({ body: { error: { code: 'reservation-ended' } } });
    expect(router.raw()).toBe(JSON.stringify(FOREIGN));
  });
});

describe('what may be written', () => {
  it.each(['conference', 'call_sid', 'conversations.conversation_id', '__proto__', 'constructor'])(
    'refuses a field called %s',
    async (id) => {
      const { call, router } = createFakeService();
      // As text, because an object literal has no own `__proto__`.
      const answers = `{"${id}":${JSON.stringify(text('x'))}}`;
      const input = JSON.stringify({ ...saveRequest, answers: 0 }).replace(
        '"answers":0',
        `"answers":${answers}`,
      );
      const answer = await call({ Token: 'agent', operation: 'save', input });
      expect(answer).toMatchObject({
        status: 422,
        body: {
          error: { code: 'unknown-field', details: { problems: [{ path: `/answers/${id}` }] } },
        },
      });
      expect(router.raw()).toBe(JSON.stringify(FOREIGN));
    },
  );

  it('refuses an answer of another kind than the field', async () => {
    const { save, router } = createFakeService();
    expect(await save({ answers: { outcome: text('Sale') } })).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'bad-input',
          details: { problems: [{ path: '/answers/outcome/value/kind' }] },
        },
      },
    });
    expect(router.calls).toEqual([]);
  });

  it.each([
    [{ note: text('x'.repeat(129)) }, { field: 'note', code: 'too-long' }],
    [
      { outcome: { value: { kind: 'choice', code: 'gone' }, origin: 'agent' } },
      { field: 'outcome', code: 'option-unavailable' },
    ],
    [
      { amount: { value: { kind: 'number', text: '1,500' }, origin: 'agent' } },
      { field: 'amount', code: 'not-a-number' },
    ],
  ])('refuses an answer that would not be stored as given (%#)', async (answers, problem) => {
    const { save, router } = createFakeService();
    expect(await save({ answers })).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid-answers', details: { problems: [problem] } } },
    });
    expect(router.raw()).toBe(JSON.stringify(FOREIGN));
  });

  it('refuses a form that the catalog does not have', async () => {
    const { save } = createFakeService();
    expect(await save({ formId: 'other' })).toMatchObject({
      status: 422,
      body: { error: { code: 'unknown-form' } },
    });
  });

  it.each([
    [{ conversations: 'text' }, 'parent-not-object'],
    [['a list'], 'attributes-not-object'],
    [{ filler: 'x'.repeat(4070) }, 'too-large'],
  ])('leaves a task alone that cannot take the answers (%#)', async (attributes, code) => {
    const { save, router } = createFakeService(attributes);
    expect(await save()).toMatchObject({ status: 422, body: { error: { code } } });
    expect(router.raw()).toBe(JSON.stringify(attributes));
  });
});

it('names the fields whose clearing helps most where there is no room', async () => {
  const { save } = createFakeService({ filler: 'x'.repeat(4070) });
  const answers = { ...saveRequest.answers, note: text('x'.repeat(100)) };
  const { body } = await save({ answers });
  expect(body).toMatchObject({
    error: { code: 'too-large', details: { limit: 4096, largest: ['note', 'outcome'] } },
  });
  expect(JSON.stringify(body)).not.toContain('xxx');
});

it('says who set each value where the catalog asks for it, and nothing new the second time', async () => {
  const { save, router, publish } = createFakeService();
  const policies = { ...smallCatalog.policies, originsKey: 'debrief_origins' };
  publish({ ...smallCatalog, policies });
  await save();
  const first = router.raw();
  expect(first).toBe(
    JSON.stringify({ ...SAVED, debrief_origins: { outcome: 'agent', note: 'agent' } }),
  );
  expect(await save({ saved: ['note', 'outcome'] })).toMatchObject({
    body: { value: { changed: false } },
  });
  expect(router.raw()).toBe(first);
});

it('keeps what was suggested beside who set the value, where the catalog asks for it', async () => {
  const plain = createFakeService();
  const suggested = { outcome: { value: { kind: 'choice', code: 'no-sale' }, source: 'CRM' } };
  await plain.save({ suggested });
  expect(plain.router.raw()).toBe(JSON.stringify(SAVED));
  const { save, router, publish } = createFakeService();
  const policies = { ...smallCatalog.policies, originsKey: 'debrief_origins' };
  publish({ ...smallCatalog, policies });
  await save({ suggested });
  const outcome = { by: 'agent', suggested: 'no-sale', from: 'CRM' };
  expect(router.raw()).toBe(
    JSON.stringify({ ...SAVED, debrief_origins: { outcome, note: 'agent' } }),
  );
});

it('logs nothing of what was entered, be it saved or refused', async () => {
  for (const attributes of [FOREIGN, { filler: 'x'.repeat(4090) }, { conversations: 'text' }]) {
    const { save, logged } = createFakeService(attributes);
    await save({ answers: { note: text('SENTINEL-4711') } });
    await save({ answers: { note: text('SENTINEL-4711') }, facts: 'SENTINEL-4711' });
    await save({
      answers: { amount: { value: { kind: 'number', text: 'SENTINEL-4711' }, origin: 'agent' } },
    });
    expect(logged).toHaveLength(3);
    expect(JSON.stringify(logged)).not.toContain('SENTINEL');
  }
});

describe('other writers', () => {
  const interfere = (service: ReturnType<typeof createFakeService>, times: number) => {
    let left = times;
    service.router.beforeEachUpdate(() => {
      if (left === 0) return;
      left -= 1;
      const now = JSON.parse(service.router.raw()) as Record<string, unknown>;
      service.router.write(JSON.stringify({ ...now, theirs: times - left }));
    });
  };

  it('patches the fresh version at once when one came between', async () => {
    const service = createFakeService();
    interfere(service, 4);
    expect(await service.save()).toMatchObject({ body: { value: { changed: true } } });
    expect(JSON.parse(service.router.raw())).toEqual({ ...SAVED, theirs: 4 });
    expect(service.waits).toEqual([]);
  });

  it('gives up when they win every time', async () => {
    const service = createFakeService();
    interfere(service, 5);
    expect(await service.save()).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
    expect(JSON.parse(service.router.raw())).toEqual({ ...FOREIGN, theirs: 5 });
  });

  it('never writes without a version', async () => {
    const { save, router } = createFakeService();
    router.withoutEtag();
    expect(await save()).toMatchObject({ status: 502, body: { error: { code: 'no-version' } } });
    expect(router.calls).not.toContain('update');
  });

  it('leaves a live leg’s values where they are', async () => {
    const { save, router } = createFakeService({
      conversations: { outcome: 'No sale' },
      debrief_legs: { [OTHER_RESERVATION]: { wrote: ['outcome'] } },
    });
    router.setReservations([
      own,
      { sid: OTHER_RESERVATION, workerSid: OTHER_WORKER, status: 'wrapping' },
    ]);
    const before = router.raw();
    expect(await save({ purpose: 'flush' })).toMatchObject({
      body: { value: { changed: false, whole: false } },
    });
    expect(router.raw()).toBe(before);
  });

  it('marks what it wrote when TaskRouter knows of another leg and the browser does not', async () => {
    const { save, router } = createFakeService();
    router.setReservations([
      own,
      { sid: OTHER_RESERVATION, workerSid: OTHER_WORKER, status: 'accepted' },
    ]);
    await save();
    expect(JSON.parse(router.raw())).toMatchObject({
      debrief_legs: { [RESERVATION]: { wrote: ['case', 'outcome'] } },
    });
  });
});

describe('trouble', () => {
  it.each(['list', 'fetch', 'update'] as const)('tries again after a 500 (%s)', async (call) => {
    const { save, router, waits } = createFakeService();
    router.refuse(call, { failure: 'server', status: 500 });
    expect(await save()).toMatchObject({ body: { value: { changed: true } } });
    expect(router.raw()).toBe(JSON.stringify(SAVED));
    expect(waits).toEqual([188]);
  });

  it('finds out that a write without an answer was done, and does not write twice', async () => {
    const { save, router } = createFakeService();
    router.refuse('update', { failure: 'timeout' }, true);
    expect(await save()).toMatchObject({ body: { value: { version: '2', changed: true } } });
    expect(router.version()).toBe(2);
  });

  it('knows its own link again after a write without an answer', async () => {
    const { save, router, publish } = createFakeService();
    const links = {
      kind: 'media' as const,
      id: 'links',
      name: { en: 'Links' },
      types: ['Referenced' as const],
      target: { path: 'conversations.media' },
    };
    publish({
      ...smallCatalog,
      forms: smallCatalog.forms.map((form) => ({
        ...form,
        sections: [{ id: 'links', name: { en: 'Links' }, fields: [links] }],
      })),
    });
    router.refuse('update', { failure: 'timeout' }, true);
    const link = { type: 'Referenced', url: 'https://a.example/1', title: '' };
    const value = { kind: 'media', links: [link], put: [] };
    expect(await save({ answers: { links: { value, origin: 'agent' } } })).toMatchObject({
      body: { value: { version: '2', changed: true } },
    });
  });

  it('gives up at once when the first call is refused: its caller queues', async () => {
    const { save, router, waits } = createFakeService();
    router.refuse('list', { failure: 'rate-limited', status: 429 });
    expect(await save()).toMatchObject({
      status: 429,
      body: { error: { code: 'busy', details: { retryAfterMs: 1000 } } },
    });
    expect(router.calls).toEqual(['list']);
    expect(waits).toEqual([]);
  });

  it.each(['fetch', 'update'] as const)(
    'makes a refused call again once it is in, that one alone, as late as Twilio asks (%s)',
    async (call) => {
      const { save, router, waits } = createFakeService();
      router.refuse(call, { failure: 'rate-limited', status: 429, retryAfterMs: 2000 });
      expect(await save()).toMatchObject({ status: 200 });
      expect(router.calls.filter((made) => made !== call)).toHaveLength(2);
      expect(waits).toEqual([2500]);
    },
  );

  it('does not wait longer than its time: the caller is told when to come again', async () => {
    const { save, router, waits } = createFakeService();
    router.refuse('update', { failure: 'rate-limited', status: 429, retryAfterMs: 5000 });
    expect(await save()).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '5' },
      body: { error: { code: 'busy', details: { retryAfterMs: 5000 } } },
    });
    expect(waits).toEqual([]);
  });

  it('leaves Twilio alone for a second after a 429, whoever asks', async () => {
    const { save, router, forward } = createFakeService();
    router.refuse('list', { failure: 'rate-limited', status: 429 });
    await save();
    forward(400);
    expect(await save()).toMatchObject({
      status: 429,
      body: { error: { code: 'busy', details: { retryAfterMs: 600 } } },
    });
    expect(router.calls).toEqual(['list']);
    forward(600);
    expect(await save()).toMatchObject({ status: 200 });
  });

  it('leaves it alone twice as long each time that nobody gets in, for eight seconds at most', async () => {
    const { save, router, forward } = createFakeService();
    const rests: unknown[] = [];
    for (let n = 0; n < 5; n += 1) {
      router.refuse('list', { failure: 'rate-limited', status: 429 });
      const { headers } = await save();
      rests.push(headers['Retry-After']);
      forward(10_000);
    }
    expect(rests).toEqual(['1', '2', '4', '8', '8']);
    await save();
    router.refuse('list', { failure: 'rate-limited', status: 429 });
    expect((await save()).headers['Retry-After']).toBe('1');
  });

  it('ends after three waits', async () => {
    const { save, router, waits } = createFakeService();
    for (let n = 0; n < 4; n += 1) router.refuse('fetch', { failure: 'server', status: 503 });
    expect(await save()).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '2' },
      body: { error: { code: 'out-of-time', details: { failure: 'server', status: 503 } } },
    });
    expect(waits).toHaveLength(3);
    expect(router.raw()).toBe(JSON.stringify(FOREIGN));
  });

  it('hands every call the time that is left', async () => {
    const { save, router, forward } = createFakeService();
    const limits: number[] = [];
    const { fetchTask } = router.taskRouter;
    router.taskRouter.fetchTask = (sid, limitMs) => {
      limits.push(limitMs);
      forward(4000);
      return fetchTask(sid, limitMs);
    };
    router.refuse('fetch', { failure: 'timeout' });
    router.refuse('fetch', { failure: 'timeout' });
    expect(await save()).toMatchObject({ status: 503, body: { error: { code: 'out-of-time' } } });
    expect(limits).toEqual([5000, 812]);
  });

  it('says that Twilio refuses it, and does not try that again', async () => {
    const { save, router } = createFakeService();
    router.refuse('list', { failure: 'refused', status: 401 });
    expect(await save()).toMatchObject({
      status: 502,
      body: { error: { code: 'twilio-refused', details: { status: 401 } } },
    });
    expect(router.calls).toEqual(['list']);
  });
});

describe('the catalog', () => {
  it('is the one of the Flex Configuration, read once a minute', async () => {
    const { save, forward, configurationCalls } = createFakeService();
    await save();
    await save();
    expect(configurationCalls()).toBe(1);
    forward(60_000);
    await save();
    expect(configurationCalls()).toBe(2);
  });

  it('may be JSON text', async () => {
    const { save, publish } = createFakeService();
    publish(JSON.stringify(smallCatalog));
    expect(await save()).toMatchObject({ status: 200 });
  });

  it('is the starter catalog when none is set', async () => {
    const { save, publish } = createFakeService();
    publish(undefined);
    expect(await save({ catalogVersion: 1, formId: 'inbound-service', answers: {} })).toMatchObject(
      {
        status: 200,
      },
    );
  });

  it('is read again when a request names another version', async () => {
    const { save, publish, configurationCalls } = createFakeService();
    await save();
    publish({ ...smallCatalog, version: 8 });
    expect(await save({ catalogVersion: 8 })).toMatchObject({ status: 200 });
    expect(configurationCalls()).toBe(2);
  });

  it('of another version than the request’s is refused, with both', async () => {
    const { save, router } = createFakeService();
    expect(await save({ catalogVersion: 6 })).toMatchObject({
      status: 409,
      body: { error: { code: 'catalog-unknown', details: { asked: 6, current: 7 } } },
    });
    expect(router.calls).toEqual([]);
  });

  it('with problems is told', async () => {
    const { save, publish } = createFakeService();
    publish({ ...smallCatalog, assignments: [{ id: 'a', when: {}, form: 'nowhere' }] });
    expect(await save()).toMatchObject({
      status: 422,
      body: { error: { code: 'catalog-broken', details: { problems: 1 } } },
    });
  });

  it('is waited for like everything else', async () => {
    const { save, refuseConfiguration, waits } = createFakeService();
    refuseConfiguration({ failure: 'rate-limited', status: 429, retryAfterMs: 1000 });
    expect(await save()).toMatchObject({ status: 200 });
    expect(waits).toEqual([1000]);
  });
});

describe('an option outside its days', () => {
  const [outcomes, ...others] = smallCatalog.picklists;
  const dated = {
    ...smallCatalog,
    picklists: [
      {
        ...outcomes!,
        options: outcomes!.options.map((option) => ({ ...option, activeTo: '2026-05-31' })),
      },
      ...others,
    ],
  };
  const startedAt = (moment: string) => ({
    facts: { ...saveRequest.facts, startedAt: Date.parse(moment) },
  });

  it('is refused as an archived one is, and written on its last day', async () => {
    const { save, publish, router } = createFakeService();
    publish(dated);
    expect(await save(startedAt('2026-06-01T00:00Z'))).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'invalid-answers',
          details: { problems: [{ field: 'outcome', code: 'option-unavailable' }] },
        },
      },
    });
    expect(router.raw()).toBe(JSON.stringify(FOREIGN));
    expect(await save(startedAt('2026-05-31T23:59Z'))).toMatchObject({ status: 200 });
    expect(router.raw()).toBe(JSON.stringify(SAVED));
  });
});
