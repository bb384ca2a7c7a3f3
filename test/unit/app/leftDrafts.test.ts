import { putAway, retireLeft, showAside } from '../../../src/app/aside';
import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { openSession } from '../../../src/app/openSession';
import type { Tabs } from '../../../src/app/tabs/ports';
import { saveSession } from '../../../src/app/saveSession';
import { createAppState, sessionOf, type AppState } from '../../../src/app/sessions';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR1';

/** Alone in this browser, but for what other tabs hold. */
const tabsBeside = (heldElsewhere: readonly string[] = []): Tabs => {
  const lock = { release: () => undefined, lost: new Promise<void>(() => undefined) };
  return {
    tryHold: async (name) => (heldElsewhere.includes(name) ? null : lock),
    hold: () => ({ held: new Promise(() => undefined), giveUp: () => undefined }),
    steal: async () => lock,
    post: () => undefined,
    listen: () => () => undefined,
  };
};

type Fakes = ReturnType<typeof createFakePorts>;

/** A page that was closed after an answer and what else was done in it. */
const closed = async (work: (app: AppState) => unknown = () => undefined): Promise<Fakes> => {
  const fakes = createFakePorts(createFakeTask({}));
  const app = await opened(fakes);
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  await work(app);
  return fakes;
};

const opened = async ({ ports }: Fakes): Promise<AppState> => {
  const app = createAppState(always(smallCatalog), ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  return app;
};

/** A later page, in which that reservation is over. */
const laterPage = async (fakes: Fakes, isOver = () => true, tabs: Tabs | null = tabsBeside()) => {
  const app = createAppState(always(smallCatalog), { ...fakes.ports, tabs });
  await retireLeft(app, isOver);
  return { app, listed: app.store.getState().aside };
};

const write = (text: string) => (app: AppState) =>
  changeAnswers(app, WR, { type: 'write', field: 'note', text });
const save = (app: AppState) => saveSession(app, WR, { purpose: 'flush' });

it('lists what was answered and never saved, and writes it down', async () => {
  const fakes = await closed(write('N-1'));
  const { listed } = await laterPage(fakes);
  expect(listed).toMatchObject([
    {
      reservationSid: WR,
      reason: 'unseen',
      values: { outcome: { code: 'sale' }, note: { text: 'N-1' } },
    },
  ]);
  expect(fakes.asides).toEqual(listed);
  expect(fakes.drafts.has(WR)).toBe(false);
  expect(fakes.journal).toContainEqual({
    event: 'ended-unsaved',
    facts: {
      reservationSid: WR,
      how: 'unseen',
      form: 'service',
      version: 7,
      unsaved: ['outcome', 'note'],
    },
  });
});

it('lists it once', async () => {
  const fakes = await closed();
  const { app, listed } = await laterPage(fakes);
  putAway(app, listed[0]!);
  const after = await laterPage(fakes);
  await showAside(after.app);
  expect(after.app.store.getState().aside).toEqual([]);
});

it('lists nothing of what a save has put on the task', async () => {
  const fakes = await closed(save);
  expect((await laterPage(fakes)).listed).toEqual([]);
  expect(fakes.drafts.has(WR)).toBe(false);
  expect(fakes.journal.at(-1)).toEqual({
    event: 'ended',
    facts: { reservationSid: WR, how: 'unseen' },
  });
});

it('lists what was answered after a save, and what was answered anew', async () => {
  const typedLater = await closed(async (app) => {
    await save(app);
    write('N-1')(app);
  });
  const [listed] = (await laterPage(typedLater)).listed;
  expect(Object.keys(listed!.values)).toEqual(['note']);

  const changed = await closed(async (app) => {
    await save(app);
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'no-sale' });
  });
  expect((await laterPage(changed)).listed).toMatchObject([
    { values: { outcome: { code: 'no-sale' } } },
  ]);
});

it('still knows after a reload what a save has put on the task', async () => {
  const fakes = await closed(save);
  const app = await opened(fakes);
  write('N-1')(app);
  const [listed] = (await laterPage(fakes)).listed;
  expect(Object.keys(listed!.values)).toEqual(['note']);
});

it('lists all that a draft of an older version says', async () => {
  const fakes = await closed();
  const { unsaved: _newer, ...older } = fakes.drafts.get(WR)!;
  fakes.drafts.set(WR, older);
  expect((await laterPage(fakes)).listed).toMatchObject([{ values: { outcome: {} } }]);
});

describe('leaves a draft alone', () => {
  const isLeft = async (fakes: Fakes, ...where: [(() => boolean)?, (Tabs | null)?]) => {
    const { listed } = await laterPage(fakes, ...where);
    expect(listed).toEqual([]);
    expect(fakes.drafts.has(WR)).toBe(true);
  };

  it('whose reservation is there', async () => isLeft(await closed(), () => false));

  it('whose reservation is there a moment later', async () => {
    let looks = 0;
    await isLeft(await closed(), () => (looks += 1) === 1);
  });

  it('that another tab has open', async () =>
    isLeft(await closed(), () => true, tabsBeside([`debrief-${WR}`])));

  it('where tabs cannot be told of each other', async () =>
    isLeft(await closed(), () => true, null));
});

it('hides what it has listed when the reservation is there after all', async () => {
  const fakes = await closed();
  const { app } = await laterPage(fakes);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  expect(app.store.getState().aside).toEqual([]);
  // Read from the disk before it was taken back.
  await showAside(app);
  expect(app.store.getState().aside).toEqual([]);
  expect(sessionOf(app, WR)).toBeDefined();
});
