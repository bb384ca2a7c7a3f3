import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { prepareCompletion } from '../../../src/app/completeTask';
import { endSession } from '../../../src/app/endSession';
import { openSession } from '../../../src/app/openSession';
import { retrySaves } from '../../../src/app/retrySaves';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const NOW = 1_790_000_000_000;

/** An agent whose Complete was stopped by a save that failed. */
const start = async (...failures: readonly ('network' | 'refused')[]) => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  let now = NOW;
  const waiting: { readonly ms: number; readonly go: () => void }[] = [];
  const clock = {
    ...fakes.ports.clock,
    now: () => now,
    // Only what takes long is waited for by the test.
    wait: (ms: number) =>
      ms > 10_000
        ? new Promise<void>((go) => waiting.push({ ms, go }))
        : fakes.ports.clock.wait(ms),
  };
  const app = createAppState(always(smallCatalog), { ...fakes.ports, clock });
  const errors: unknown[] = [];
  retrySaves(app, (work) => {
    Promise.resolve(work()).catch((error: unknown) => errors.push(error));
  });
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  task.nextReads.push(...failures);
  expect(await prepareCompletion(app, WR)).toEqual({ go: false, because: 'save' });
  const save = () => sessionOf(app, WR)?.save;
  return {
    ...fakes,
    app,
    task,
    errors,
    waiting,
    save,
    /** The newest wait is over. */
    pass: () => {
      const { ms, go } = waiting.pop()!;
      now += ms;
      go();
    },
  };
};

/** One save tries a call four times. */
const OFFLINE = ['network', 'network', 'network', 'network'] as const;

it('tries again by itself, each time later, and says since when and why', async () => {
  const it = await start(...OFFLINE, ...OFFLINE);
  expect(it.save()).toMatchObject({ failure: { kind: 'network' }, since: NOW });
  const [first] = it.waiting;
  expect(first!.ms).toBe(24_000);
  const seen = new Set<string | undefined>();
  it.app.store.subscribe(() => seen.add(it.save()?.status));
  it.pass();
  await it.until(() => it.waiting.length > 0);
  expect(it.waiting[0]!.ms).toBe(48_000);
  expect(it.save()).toMatchObject({ status: 'failed', since: NOW });
  // The reason stays in sight meanwhile.
  expect([...seen]).toEqual(['failed']);

  it.pass();
  await it.until(() => it.save()?.status === 'saved');
  expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
  expect(it.completed).toEqual([]);
  expect(it.errors).toEqual([]);
});

it('leaves to the agent what does not pass by itself', async () => {
  const it = await start('refused');
  expect(it.save()).toMatchObject({ status: 'failed', retryAt: null });
  expect(it.waiting).toEqual([]);
});

it('lets go where the agent has saved meanwhile, and of a reservation that ended', async () => {
  for (const isEnded of [false, true]) {
    const it = await start(...OFFLINE);
    if (isEnded) endSession(it.app, WR, {});
    else expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    const { reads } = it.task;
    it.pass();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((go) => setImmediate(go));
    expect(it.task.reads).toBe(reads);
    expect(it.errors).toEqual([]);
  }
});
