import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { bypassSave, confirmCompletion, prepareCompletion } from '../../../src/app/completeTask';
import { openSession } from '../../../src/app/openSession';
import type { ServiceRefused } from '../../../src/app/ports';
import { flushSession } from '../../../src/app/saveSession';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import type { Policies } from '../../../src/core/catalog/types';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeService } from '../../support/fakeService';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';
import { noFacts } from '../../support/facts';

const WR = 'WR00000000000000000000000000000001';
const BUSY: ServiceRefused = {
  failure: { kind: 'rate-limited' },
  code: 'busy',
  retryAfterMs: 3_000,
};
const GONE: ServiceRefused = { failure: { kind: 'unavailable' }, code: 'no answer' };

const start = async (policies: Policies = { enforcement: 'required', wayOut: false }) => {
  const task = createFakeTask({ call_sid: 'CA1' });
  const catalog = { ...smallCatalog, policies };
  const back = createFakeService(catalog, task);
  const fakes = createFakePorts(task, back.service);
  const app = createAppState(always(catalog), fakes.ports);
  await openSession(app, {
    reservationSid: WR,
    facts: noFacts,
    attributes: { call_sid: 'CA1' },
    readOnly: false,
  });
  const choose = (code: string) =>
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code });
  const status = () => sessionOf(app, WR)?.save;
  return { task, app, choose, status, ...back, ...fakes };
};
const SALE = '{"call_sid":"CA1","conversations":{"outcome":"Sale"}}';

it('hands the answers to the service, naming fields and not attributes', async () => {
  const it = await start();
  it.choose('sale');
  expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  expect(it.task.text).toBe(SALE);
  expect(it.requests).toEqual([
    {
      reservationSid: WR,
      purpose: 'complete',
      catalogVersion: smallCatalog.version,
      formId: smallCatalog.forms[0]!.id,
      answers: { outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' } },
      saved: [],
      facts: noFacts,
      transferred: false,
    },
  ]);
  expect(it.status()).toEqual({ status: 'saved', at: 1_790_000_000_000 });
});

it('asks the service once for a completion: the second look only reads', async () => {
  const it = await start();
  it.choose('sale');
  await prepareCompletion(it.app, WR);
  // The event of the service's own write is still on its way to the browser.
  it.task.snapshot = () => ({ call_sid: 'CA1' });
  expect(await confirmCompletion(it.app, WR)).toEqual({ go: true });
  expect([it.requests.length, it.task.reads]).toEqual([1, 1]);
});

it('asks the service nothing where the task already says it', async () => {
  const it = await start();
  it.choose('sale');
  await flushSession(it.app, WR);
  await prepareCompletion(it.app, WR);
  expect([it.requests.length, it.task.writes]).toEqual([1, 1]);
});

it('leaves the look to the confirmation where the last save has put everything on the task', async () => {
  const it = await start();
  it.choose('sale');
  await flushSession(it.app, WR);
  expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  expect([it.requests.length, it.task.reads]).toEqual([1, 0]);
  it.choose('no-sale');
  expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  expect(it.requests.length).toBe(2);
});

it('sends again what another writer has replaced between the save and the completion', async () => {
  const it = await start();
  it.choose('sale');
  await prepareCompletion(it.app, WR);
  it.task.replace({ call_sid: 'CA1', conversations: { outcome: 'Theirs' } });
  expect(await confirmCompletion(it.app, WR)).toEqual({ go: true });
  expect(it.task.text).toBe(SALE);
});

it('does not believe a service that shows nothing stored', async () => {
  const it = await start();
  it.choose('sale');
  it.fates.push('not-stored');
  expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  expect(it.requests.length).toBe(2);
  expect(it.task.text).toBe(SALE);
});

it('saves through the SDK when the service is not there, and says so in the journal', async () => {
  const it = await start();
  it.choose('sale');
  it.fates.push(GONE);
  expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  expect(it.task.text).toBe(SALE);
  expect(it.journal).toContainEqual({
    event: 'service-unavailable',
    facts: { reservationSid: WR, code: 'no answer' },
  });
});

it('writes nothing twice when only the answer of the service was lost', async () => {
  const it = await start();
  it.choose('sale');
  it.fates.push('lost-answer');
  expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  expect([it.task.text, it.task.writes]).toEqual([SALE, 1]);
});

it('tells the agent of a refusal and keeps the answer', async () => {
  const it = await start();
  it.choose('sale');
  it.fates.push({ failure: { kind: 'refused' }, code: 'invalid-answers' });
  expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'save' });
  expect(it.status()).toEqual({
    status: 'failed',
    failure: { kind: 'refused' },
    wayOut: false,
    since: 1_790_000_000_000,
    retryAt: null,
  });
  expect(sessionOf(it.app, WR)?.capture.answers['outcome']?.value).toEqual({
    kind: 'choice',
    code: 'sale',
  });
});

describe('at a busy Twilio', () => {
  it('lets go of the completion, says how long, and completes by itself when it is saved', async () => {
    const it = await start();
    it.choose('sale');
    it.fates.push(BUSY);
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'queue' });
    expect(it.status()).toEqual({
      status: 'waiting',
      reason: 'rate-limited',
      since: 1_790_000_000_000,
      // Three seconds of the server’s and half of the first window.
      until: 1_790_000_000_000 + 4_000,
      completes: true,
      wayOut: false,
    });
    await it.completedCount(1);
    expect(it.completed).toEqual([WR]);
    expect(it.task.text).toBe(SALE);
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  });

  it('queues past the deadline of a save, and a second press on Complete changes nothing', async () => {
    const it = await start();
    it.choose('sale');
    it.fates.push(BUSY, BUSY, BUSY);
    it.holdQueue();
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'queue' });
    await it.ringDeadline();
    expect(it.status()?.status).toBe('waiting');
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'queue' });
    it.releaseQueue();
    await it.completedCount(1);
    expect([it.task.text, it.completed.length]).toEqual([SALE, 1]);
  });

  it('saves the answers as they are when their turn comes', async () => {
    const it = await start();
    it.choose('sale');
    it.fates.push(BUSY);
    it.holdQueue();
    await prepareCompletion(it.app, WR);
    it.choose('no-sale');
    it.releaseQueue();
    await it.completedCount(1);
    expect(it.task.text).toBe('{"call_sid":"CA1","conversations":{"outcome":"No sale"}}');
  });

  it('gives up after sixty turns with the reason, and completes nothing', async () => {
    const it = await start();
    it.choose('sale');
    for (let turn = 0; turn < 61; turn += 1) it.fates.push(BUSY);
    await prepareCompletion(it.app, WR);
    await it.until(() => it.status()?.status === 'failed');
    expect(it.status()).toMatchObject({ failure: { kind: 'rate-limited' } });
    expect([it.completed, it.task.writes]).toEqual([[], 0]);
  });

  it('can be left by the way out, where an admin has opened it', async () => {
    const it = await start({ enforcement: 'required', wayOut: true });
    it.choose('sale');
    it.fates.push(BUSY);
    it.holdQueue();
    await prepareCompletion(it.app, WR);
    bypassSave(it.app, WR);
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  });
});
