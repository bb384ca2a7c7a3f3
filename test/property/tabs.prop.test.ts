import fc from 'fast-check';
import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { answersAreHere, openSession } from '../../src/app/openSession';
import { confirmCompletion, prepareCompletion } from '../../src/app/completeTask';
import type { Draft, Ports } from '../../src/app/ports';
import { createAppState, memoryOf, sessionOf, type AppState } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR1';
const LOCK = `debrief-${WR}`;
const FIELDS = ['note', 'amount'] as const;
type FieldId = (typeof FIELDS)[number];

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A browser with some tabs of one agent, in which nothing happens but by `step`, `pass` and `settle`. */
const createDesk = () => {
  const queue: (() => void)[] = [];
  let now = 1_000;
  let timers: { readonly at: number; readonly ring: () => void }[] = [];
  const browser = createFakeBrowser((what) => queue.push(what));
  const task = createFakeTask({});
  const drafts = new Map<string, Draft>();
  const apps: AppState[] = [];
  /** Accepted texts, in order. */
  const accepted: { readonly tab: number; readonly field: FieldId; readonly text: string }[] = [];

  const portsFor = (tab: number): Ports => ({
    ...createFakePorts(task).ports,
    clock: {
      now: () => (now += 1),
      random: () => 0.5,
      wait: (ms) =>
        new Promise((resolve) => {
          // A tab that hangs hears no timer either; what it missed is not needed here.
          timers.push({ at: now + ms, ring: () => (browser.isGone(tab) ? undefined : resolve()) });
        }),
    },
    tabs: browser.open(tab),
    drafts: {
      ...createFakePorts(task).ports.drafts,
      load: async (sid) => JSON.parse(JSON.stringify(drafts.get(sid) ?? null)) as unknown,
      save: async (sid, draft) => {
        if ((drafts.get(sid)?.turn ?? 0) <= draft.turn) drafts.set(sid, draft);
      },
      remove: async (sid) => {
        drafts.delete(sid);
      },
    },
  });

  const step = async (count: number): Promise<void> => {
    for (let done = 0; done < count && queue.length > 0; done += 1) {
      queue.shift()!();
      await turn();
    }
    await turn();
  };
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { ring } of due) ring();
    await turn();
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 12; round += 1) {
      await step(1_000);
      await pass(600);
    }
  };
  const living = (): number[] => apps.map((_, tab) => tab).filter((tab) => !browser.isGone(tab));
  const open = (): void => {
    const app = createAppState(always(smallCatalog), portsFor(apps.length));
    apps.push(app);
    void openSession(app, {
      reservationSid: WR,
      facts: noFacts,
      attributes: task.snapshot(WR),
      readOnly: false,
    });
  };
  const textIn = (tab: number, field: FieldId): string | undefined => {
    const value = sessionOf(apps[tab]!, WR)?.capture.answers[field]?.value;
    return value && 'text' in value ? value.text : undefined;
  };
  const type = (tab: number, field: FieldId, text: string): void => {
    changeAnswers(apps[tab]!, WR, { type: 'write', field, text });
    if (textIn(tab, field) === text) accepted.push({ tab, field, text });
  };
  const isOpen = (one: number): boolean => {
    const { restoring, early } = memoryOf(apps[one]!, WR);
    return !restoring && early === null;
  };
  return {
    isOpen,
    apps,
    task,
    browser,
    drafts,
    accepted,
    open,
    type,
    textIn,
    living,
    step,
    pass,
    settle,
  };
};
type Desk = ReturnType<typeof createDesk>;

type Gesture =
  | { readonly do: 'open' }
  | { readonly do: 'type'; readonly tab: number; readonly field: FieldId }
  | { readonly do: 'writeHere' | 'crash'; readonly tab: number }
  | { readonly do: 'step'; readonly count: number }
  | { readonly do: 'pass'; readonly ms: number };

const tab = fc.nat({ max: 2 });
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ do: 'open' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      tab,
      field: fc.constantFrom(...FIELDS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('writeHere' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), tab }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('step' as const), count: fc.nat({ max: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(10, 400, 600, 2_500),
    }),
  },
);

const run = async (desk: Desk, gestures: readonly Gesture[]): Promise<void> => {
  desk.open();
  await desk.settle();
  let typed = 0;
  for (const it of gestures) {
    if (it.do === 'open' && desk.apps.length < 3) desk.open();
    if (it.do === 'step') await desk.step(it.count);
    if (it.do === 'pass') await desk.pass(it.ms);
    if (!('tab' in it) || it.tab >= desk.apps.length || desk.browser.isGone(it.tab)) continue;
    if (it.do === 'type') {
      typed += 1;
      desk.type(it.tab, it.field, String(typed));
    }
    if (it.do === 'writeHere') void answersAreHere(desk.apps[it.tab]!, WR);
    // What is typed in the milliseconds before a page knows who writes dies with it.
    if (it.do === 'crash' && desk.living().length > 1 && desk.isOpen(it.tab)) {
      desk.browser.crash(it.tab);
    }
  }
};

const writers = (desk: Desk): number[] =>
  desk.living().filter((one) => sessionOf(desk.apps[one]!, WR)?.follows === false);

it('one tab writes, the others show the same, and nothing that a tab took is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(gesture, { maxLength: 25 }), async (gestures) => {
      const desk = createDesk();
      await run(desk, gestures);
      await desk.settle();
      expect(writers(desk)).toHaveLength(1);
      expect(writers(desk)).toEqual([desk.browser.holderOf(LOCK)]);
      for (const field of FIELDS) {
        const taken = desk.accepted.filter((entry) => entry.field === field);
        const shown = new Set(desk.living().map((one) => desk.textIn(one, field)));
        expect(shown.size).toBe(1);
        const [text] = shown;
        if (taken.length === 0) expect(text).toBeUndefined();
        else expect(taken.map((entry) => entry.text)).toContain(text);
        // Where one tab alone has answered a field, its last word stands.
        if (new Set(taken.map((entry) => entry.tab)).size === 1) {
          expect(text).toBe(taken[taken.length - 1]!.text);
        }
      }
    }),
    { numRuns: 200 },
  );
});

const twoTabs = async () => {
  const desk = createDesk();
  desk.open();
  await desk.settle();
  desk.open();
  await desk.settle();
  return desk;
};

it('the second tab follows live, and takes no answers', async () => {
  const desk = await twoTabs();
  expect(writers(desk)).toEqual([0]);
  desk.type(0, 'note', 'a');
  await desk.step(10);
  expect(desk.textIn(1, 'note')).toBe('a');
  desk.type(1, 'note', 'b');
  expect(desk.textIn(1, 'note')).toBe('a');
});

it('a completion in the tab that follows has the last letter of the other one', async () => {
  const desk = await twoTabs();
  changeAnswers(desk.apps[0]!, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  desk.type(0, 'note', 'typed');
  desk.type(0, 'note', 'typed right before');
  // Nothing of it has arrived yet.
  const completed = (async () => {
    const prepared = await prepareCompletion(desk.apps[1]!, WR);
    return [prepared, await confirmCompletion(desk.apps[1]!, WR)];
  })();
  await desk.step(30);
  expect(await completed).toEqual([{ go: true }, { go: true }]);
  expect(desk.task.text).toBe('{"conversations":{"outcome":"Sale","case":"typed right before"}}');
});

it('a tab that is closed hands over by itself, and so does one that hangs when it is asked to', async () => {
  const desk = await twoTabs();
  desk.type(0, 'note', 'kept');
  desk.browser.crash(0);
  await desk.settle();
  expect(writers(desk)).toEqual([1]);
  expect(desk.textIn(1, 'note')).toBe('kept');

  desk.open();
  await desk.settle();
  desk.type(1, 'note', 'before it hung');
  await desk.step(10);
  desk.browser.hang(1);
  void answersAreHere(desk.apps[2]!, WR);
  await desk.settle();
  expect(sessionOf(desk.apps[2]!, WR)?.follows).toBe(false);
  expect(desk.textIn(2, 'note')).toBe('before it hung');
  desk.type(2, 'note', 'after');
  // What was typed into the hung page comes to it before the news that it has lost its turn.
  desk.type(1, 'amount', '7');
  desk.browser.goOn(1);
  await desk.settle();
  expect(writers(desk)).toEqual([2]);
  expect([desk.textIn(2, 'note'), desk.textIn(2, 'amount')]).toEqual(['after', '7']);
  expect([desk.textIn(1, 'note'), desk.textIn(1, 'amount')]).toEqual(['after', '7']);
  expect(Object.keys(desk.drafts.get(WR)!.capture.answers).sort()).toEqual(['amount', 'note']);
});

it('what a tab stored, and was closed before it could tell of it, is in the tab that comes after it', async () => {
  const desk = createDesk();
  desk.open();
  await desk.settle();
  // It has read the disk, and nobody has heard of it yet.
  desk.open();
  await desk.pass(0);
  desk.type(0, 'note', 'stored, not told');
  await desk.pass(1_000);
  expect(desk.drafts.get(WR)?.capture.answers).toHaveProperty('note');
  desk.browser.crash(0);
  await desk.settle();
  expect(writers(desk)).toEqual([1]);
  expect(desk.textIn(1, 'note')).toBe('stored, not told');
});

it('what was typed into a hung tab does not replace what was answered since', async () => {
  const desk = await twoTabs();
  desk.type(0, 'note', 'before it hung');
  await desk.step(10);
  desk.browser.hang(0);
  void answersAreHere(desk.apps[1]!, WR);
  await desk.settle();
  desk.type(1, 'note', 'since');
  desk.type(0, 'note', 'into the hung one');
  desk.browser.goOn(0);
  await desk.settle();
  expect([desk.textIn(0, 'note'), desk.textIn(1, 'note')]).toEqual(['since', 'since']);
});

it('a tab that asked for the turn and was closed does not leave everybody following', async () => {
  const desk = await twoTabs();
  void answersAreHere(desk.apps[1]!, WR);
  await desk.step(1);
  desk.browser.crash(1);
  await desk.settle();
  expect(writers(desk)).toEqual([0]);
  desk.type(0, 'note', 'still mine');
  expect(desk.textIn(0, 'note')).toBe('still mine');
});

it('an answer given before it is known that another tab writes is kept, and so are the others', async () => {
  const desk = createDesk();
  desk.open();
  await desk.settle();
  desk.type(0, 'note', 'first');
  await desk.settle();
  desk.open();
  desk.type(1, 'amount', '3');
  await desk.settle();
  expect(writers(desk)).toEqual([1]);
  expect([desk.textIn(0, 'note'), desk.textIn(0, 'amount')]).toEqual(['first', '3']);
  expect([desk.textIn(1, 'note'), desk.textIn(1, 'amount')]).toEqual(['first', '3']);
});

it('one desk without a word of other tabs works alone', async () => {
  const desk = createDesk();
  const app = createAppState(always(smallCatalog), {
    ...createFakePorts(desk.task).ports,
    tabs: null,
  });
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'write', field: 'note', text: 'x' });
  expect(sessionOf(app, WR)).toMatchObject({ follows: false, capture: { answers: { note: {} } } });
});
