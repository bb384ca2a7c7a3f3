import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { confirmCompletion, prepareCompletion } from '../../../src/app/completeTask';
import { endSession, loseSession } from '../../../src/app/endSession';
import { openSession } from '../../../src/app/openSession';
import type { Ports } from '../../../src/app/ports';
import { changeSession, createAppState, memoryOf, sessionOf } from '../../../src/app/sessions';
import { endsByTimeout } from '../../../src/app/wrapUp/endsByTimeout';
import { takeMoreTime } from '../../../src/app/wrapUp/takeMoreTime';
import { beginWrapUp } from '../../../src/app/wrapUp/watchWrapUp';
import type { Catalog, Field, Form, WrapUp } from '../../../src/core/catalog/types';
import { VirtualClock } from '../../simulation/support/VirtualClock';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const NOON = 1_790_000_000_000;
const MINUTE = 60_000;

const mail: Field = {
  kind: 'email',
  id: 'mail',
  name: { en: 'Mail' },
  target: { path: 'conversations.content' },
};

const catalogWith = (wrapUp: WrapUp, atTimeout?: string): Catalog => ({
  ...smallCatalog,
  forms: smallCatalog.forms.map((form): Form => ({
    ...form,
    wrapUp,
    sections: form.sections.map((section) => ({
      ...section,
      fields: [
        ...section.fields.map((field): Field =>
          field.id === 'outcome' && field.kind === 'choice' && atTimeout !== undefined
            ? { ...field, atTimeout }
            : field,
        ),
        mail,
      ],
    })),
  })),
});

interface Options {
  readonly wrapUp: WrapUp;
  readonly atTimeout?: string;
  /** How far this computer's clock is ahead of Twilio's. */
  readonly fast?: number;
  /** Whether there is a service, which knows the time. */
  readonly hasService?: boolean;
  /** Somebody else stops each completion. */
  readonly isStopped?: boolean;
}

const start = async (options: Options) => {
  const task = createFakeTask({ call_sid: 'CA1' });
  const fakes = createFakePorts(task);
  const virtual = new VirtualClock();
  let fast = options.fast ?? 0;
  let asked = 0;
  const drafts = new Map<string, string>();
  const ended: string[] = [];
  /** What the service was told of the wrap-up. */
  const marks: unknown[] = [];
  const open = async () => {
    const ports: Ports = {
      ...fakes.ports,
      clock: { now: () => NOON + virtual.now() + fast, wait: virtual.wait, random: () => 0.5 },
      serverClock: {
        ...fakes.ports.serverClock,
      },
      service: null,
      drafts: {
        ...fakes.ports.drafts,
        load: async (sid) => JSON.parse(drafts.get(sid) ?? 'null') as unknown,
        save: async (sid, draft) => void drafts.set(sid, JSON.stringify(draft)),
      },
      completeLater: async (sid) => {
        if (options.isStopped) return;
        const prepared = await prepareCompletion(app, sid);
        if (!prepared.go || !(await confirmCompletion(app, sid)).go) return;
        ended.push(task.text);
        told = endsByTimeout(app, sid, 'en');
        endSession(app, sid, task.snapshot(sid));
      },
    };
    const app = createAppState(always(catalogWith(options.wrapUp, options.atTimeout)), {
      ...ports,
      service: options.hasService
        ? {
            // Saves go the other way; here it only tells the time.
            save: async ({ wrapUp }) => {
              marks.push(wrapUp);
              return { ok: false, error: { failure: { kind: 'unavailable' }, code: 'test' } };
            },
            check: async () => {
              asked += 1;
              ports.serverClock.learn({ ahead: -fast, within: 50 });
              return null;
            },
          }
        : null,
    });
    await openSession(app, {
      reservationSid: WR,
      facts: { ...noFacts, context: { ...noFacts.context, channel: 'voice' } },
      attributes: task.snapshot(WR),
      readOnly: false,
    });
    return app;
  };
  let told: ReturnType<typeof endsByTimeout> = null;
  let app = await open();
  const pass = (milliseconds: number) => virtual.run(virtual.wait(milliseconds));
  return {
    task,
    drafts,
    ended,
    marks,
    journal: fakes.journal,
    asides: fakes.asides,
    pass,
    told: () => told,
    asked: () => asked,
    begin: (since = NOON, isNew = true) => void beginWrapUp(app, WR, since, isNew),
    session: () => sessionOf(app, WR),
    memory: () => memoryOf(app, WR),
    app: () => app,
    write: (text: string) => changeAnswers(app, WR, { type: 'write', field: 'mail', text }),
    choose: (code: string) => changeAnswers(app, WR, { type: 'choose', field: 'outcome', code }),
    more: (reason = '') => takeMoreTime(app, WR, reason),
    setClock: (by: number) => {
      fast += by;
    },
    reload: async () => {
      loseSession(app, WR);
      app = await open();
    },
  };
};

const TWO_MINUTES: WrapUp = { seconds: 120, onTimeout: 'hold' };
const events = ({ journal }: Awaited<ReturnType<typeof start>>) =>
  journal.filter(({ event }) => event === 'time-over' || event === 'more-time');

describe('the time for wrap-up', () => {
  it('counts from when wrap-up began, on the channels that have a limit', async () => {
    const it = await start({
      wrapUp: { ...TWO_MINUTES, channels: [{ channel: 'voice', seconds: 60 }] },
    });
    expect(it.session()?.wrapUp).toBeNull();
    it.begin(NOON - 10_000, false);
    expect(it.session()?.wrapUp).toMatchObject({ until: NOON + 50_000, state: 'running' });

    const none = await start({ wrapUp: { ...TWO_MINUTES, channels: [{ channel: 'voice' }] } });
    none.begin();
    expect(none.session()?.wrapUp).toBeNull();
    await none.pass(MINUTE);
    expect(none.drafts.size).toBe(0);
  });

  it('hold: completes nothing, and says so once', async () => {
    const it = await start({ wrapUp: TWO_MINUTES });
    it.begin();
    await it.pass(119_000);
    expect(it.session()?.wrapUp?.state).toBe('running');
    await it.pass(2_000);
    expect(it.session()?.wrapUp?.state).toBe('held');
    await it.pass(60 * MINUTE);
    expect(it.ended).toEqual([]);
    expect(events(it)).toEqual([
      { event: 'time-over', facts: { reservationSid: WR, did: 'hold', fields: ['outcome'] } },
    ]);
    expect(it.session()?.problems).toEqual([{ field: 'outcome', code: 'missing' }]);
  });

  it('default: sets what the author chose, marks it, and completes through the gate', async () => {
    const it = await start({
      wrapUp: { seconds: 60, onTimeout: 'default' },
      atTimeout: 'no-sale',
    });
    it.begin();
    await it.pass(MINUTE + 1_000);
    expect(it.ended).toEqual([
      '{"call_sid":"CA1","conversations":{"outcome":"No sale"},"debrief_wrap_up":{"timeout":"default"}}',
    ]);
    expect(it.told()).toEqual({ lacking: [] });
  });

  it('default: never completes without the data, nor changes anything then', async () => {
    const it = await start({ wrapUp: { seconds: 60, onTimeout: 'default' } });
    it.begin();
    it.write('ada@');
    await it.pass(2 * MINUTE);
    expect(it.ended).toEqual([]);
    expect(it.session()?.wrapUp?.state).toBe('held');
    expect(it.session()?.capture.answers['mail']?.value).toEqual({ kind: 'text', text: 'ada@' });
    expect(it.asides).toEqual([]);
  });

  it('partial: completes with what there is and says what is lacking; what cannot be stored is put aside', async () => {
    const it = await start({ wrapUp: { seconds: 60, onTimeout: 'partial' } });
    it.begin();
    it.write('ada@');
    await it.pass(2 * MINUTE);
    expect(it.ended).toEqual([
      '{"call_sid":"CA1","debrief_wrap_up":{"timeout":"partial","lacking":["outcome"]}}',
    ]);
    expect(it.told()).toEqual({ lacking: ['Outcome'] });
    expect(it.asides).toMatchObject([
      { reason: 'timeout', values: { mail: { kind: 'text', text: 'ada@' } } },
    ]);
  });

  it('a save that fails then holds the task, and the agent’s own completion says that it was held', async () => {
    const it = await start({ wrapUp: { seconds: 60, onTimeout: 'default' }, atTimeout: 'sale' });
    it.begin();
    it.task.nextReads.push(...Array.from({ length: 20 }, () => 'refused' as const));
    await it.pass(3 * MINUTE);
    expect(it.ended).toEqual([]);
    expect(it.session()?.wrapUp?.state).toBe('held');
    it.task.nextReads.length = 0;
    expect(await prepareCompletion(it.app(), WR)).toEqual({ go: true });
    expect(it.task.text).toBe(
      '{"call_sid":"CA1","conversations":{"outcome":"Sale"},"debrief_wrap_up":{"timeout":"hold"}}',
    );
  });

  it('a completion that somebody else stops is held, and partial counts no longer', async () => {
    const it = await start({ wrapUp: { seconds: 60, onTimeout: 'partial' }, isStopped: true });
    it.begin();
    await it.pass(2 * MINUTE);
    expect(it.session()?.wrapUp?.state).toBe('held');
    expect(await prepareCompletion(it.app(), WR)).toEqual({ go: false, because: 'answers' });
  });

  it('a tab that follows does nothing, until it writes', async () => {
    const it = await start({ wrapUp: { seconds: 60, onTimeout: 'partial' } });
    changeSession(it.app(), WR, () => ({ follows: true }));
    it.begin();
    await it.pass(10 * MINUTE);
    expect(it.ended).toEqual([]);
    changeSession(it.app(), WR, () => ({ follows: false }));
    await it.pass(10_000);
    expect(it.ended).toHaveLength(1);
  });
});

describe('more time', () => {
  const wrapUp: WrapUp = { ...TWO_MINUTES, extensions: { count: 2, seconds: 60 } };

  it('is taken as often as the form lets it, and is in the mark with its reasons', async () => {
    const it = await start({ wrapUp });
    it.begin(NOON, false);
    await it.more('  the customer\tis still writing ');
    await it.more();
    await it.more('once too often');
    expect(it.session()?.wrapUp).toMatchObject({ until: NOON + 4 * MINUTE, extensionsLeft: 0 });
    await it.pass(3 * MINUTE);
    expect(it.session()?.wrapUp?.state).toBe('running');
    it.choose('sale');
    expect(await prepareCompletion(it.app(), WR)).toEqual({ go: true });
    expect(it.task.text).toBe(
      '{"call_sid":"CA1","conversations":{"outcome":"Sale"},"debrief_wrap_up":{"extensions":2,"reasons":["the customer is still writing"]}}',
    );
    // A reason is the agent's words, and never in a log.
    expect(events(it).map(({ facts }) => facts['reason'])).toEqual(['given', 'none']);
  });

  it('is not given once the time is over, nor to a tab that follows', async () => {
    const it = await start({ wrapUp });
    it.begin();
    changeSession(it.app(), WR, () => ({ follows: true }));
    await it.more();
    changeSession(it.app(), WR, () => ({ follows: false }));
    expect(it.session()?.wrapUp?.extensionsLeft).toBe(2);
    await it.pass(3 * MINUTE);
    await it.more();
    expect(it.session()?.wrapUp).toMatchObject({ extensionsLeft: 2, state: 'held' });
  });
});

describe('a reload', () => {
  it('changes neither the end nor what was taken', async () => {
    const it = await start({ wrapUp: { ...TWO_MINUTES, extensions: { count: 2, seconds: 60 } } });
    it.begin(NOON, false);
    await it.more();
    await it.pass(100_000);
    await it.reload();
    it.begin(NOON, false);
    expect(it.session()?.wrapUp).toMatchObject({ until: NOON + 3 * MINUTE, extensionsLeft: 1 });
  });

  it('does not complete what is held', async () => {
    const it = await start({ wrapUp: { seconds: 60, onTimeout: 'partial' }, isStopped: true });
    it.begin();
    await it.pass(2 * MINUTE);
    await it.reload();
    it.begin(NOON, false);
    await it.pass(10 * MINUTE);
    expect(it.session()?.wrapUp?.state).toBe('held');
    expect(events(it)).toHaveLength(2);
  });
});

describe('clocks', () => {
  it('a computer that slept finds out at once that the time is over', async () => {
    const it = await start({ wrapUp: TWO_MINUTES });
    it.begin();
    await it.pass(10_000);
    // Both clocks went on; no timer rang meanwhile.
    it.setClock(60 * MINUTE);
    await it.pass(5_000);
    expect(it.session()?.wrapUp?.state).toBe('held');
  });

  it('a clock that is an hour fast is corrected by the service, also when it was set meanwhile', async () => {
    const it = await start({ wrapUp: TWO_MINUTES, fast: 60 * MINUTE, hasService: true });
    it.begin(NOON, false);
    await it.pass(60_000);
    expect(it.session()?.wrapUp?.state).toBe('running');
    it.setClock(-30 * MINUTE);
    await it.pass(10_000);
    it.setClock(2 * 60 * MINUTE);
    await it.pass(48_000);
    expect(it.session()?.wrapUp?.state).toBe('running');
    await it.pass(3_000);
    expect(it.session()?.wrapUp?.state).toBe('held');
    // When the time seemed to be over, after each set of the clock, and at the end.
    expect(it.asked()).toBeLessThanOrEqual(8);
  });

  it('a clock that is put back gives no more time, where there is a service', async () => {
    const it = await start({ wrapUp: TWO_MINUTES, hasService: true });
    it.begin();
    await it.pass(60_000);
    it.setClock(-60 * MINUTE);
    await it.pass(75_000);
    expect(it.session()?.wrapUp?.state).toBe('held');
  });

  it('without a service the event says the time, and a reload keeps it', async () => {
    const it = await start({ wrapUp: TWO_MINUTES, fast: -60 * MINUTE });
    it.begin();
    await it.pass(100_000);
    await it.reload();
    it.begin(NOON, false);
    await it.pass(15_000);
    expect(it.session()?.wrapUp?.state).toBe('running');
    await it.pass(6_000);
    expect(it.session()?.wrapUp?.state).toBe('held');
  });
});

it('the service is told by what the task is completed', async () => {
  const it = await start({ wrapUp: { seconds: 60, onTimeout: 'partial' }, hasService: true });
  it.write('ada@example.com');
  it.begin();
  await it.pass(61_000);
  expect(it.ended).toHaveLength(1);
  expect(it.marks.length).toBeGreaterThan(0);
  for (const mark of it.marks) expect(mark).toEqual({ timeout: 'partial' });
});
