import fc from 'fast-check';
import type { CatalogContent, Option } from '../../src/core/catalog/types';
import { nameIn, openDesk, rename, type Supervisor } from '../support/editingDesk';
import { createFakeUnsaved, refusal } from '../support/fakeCatalogService';

type Who = 0 | 1;

type Deed =
  | { readonly do: 'rename'; readonly who: Who; readonly code: string }
  | { readonly do: 'add'; readonly who: Who }
  | { readonly do: 'fail'; readonly who: Who }
  | { readonly do: 'reload'; readonly who: Who }
  | { readonly do: 'decide'; readonly who: Who; readonly side: 'mine' | 'theirs' }
  | { readonly do: 'wait'; readonly milliseconds: number };

const who = fc.constantFrom<Who>(0, 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('rename' as const),
      who,
      code: fc.constantFrom('sale', 'no-sale'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who,
      side: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.integer({ min: 1, max: 4_000 }),
    }),
  },
);

const addOption =
  (added: Option) =>
  (content: CatalogContent): CatalogContent => ({
    ...content,
    picklists: content.picklists.map((picklist) =>
      picklist.id === 'outcomes'
        ? { ...picklist, options: [...picklist.options, added] }
        : picklist,
    ),
  });

/** Long enough for what was left unsaved by a page that is gone, and for each wait after a failure. */
const A_WHILE = 20_000;

/** Plays the deeds to their end, with every clash decided. */
const play = async (deeds: readonly Deed[], latencies: readonly number[]) => {
  let calls = 0;
  const desk = openDesk({ latency: () => latencies[calls++ % latencies.length]! });
  let pages = 0;
  // What is left unsaved is each one's own.
  const browsers = { 0: createFakeUnsaved(), 1: createFakeUnsaved() };
  const openPage = (name: Who): Supervisor =>
    desk.open(`${name}-${(pages += 1)}`, {}, browsers[name]);
  const supervisors: [Supervisor, Supervisor] = [openPage(0), openPage(1)];
  await desk.pass(A_WHILE);
  /** What each has last called an option. */
  const names: Record<Who, Map<string, string>> = { 0: new Map(), 1: new Map() };
  const added: string[] = [];

  for (const [number, now] of deeds.entries()) {
    if (now.do === 'wait') {
      await desk.pass(now.milliseconds);
      continue;
    }
    const supervisor = supervisors[now.who];
    switch (now.do) {
      case 'rename': {
        const name = `${now.who} at ${number}`;
        supervisor.edit('Rename', rename(now.code, name));
        if (nameIn(supervisor.state().content, now.code) === name) {
          names[now.who].set(now.code, name);
        }
        break;
      }
      case 'add': {
        const code = `${now.who}-${number}`;
        supervisor.edit('Add', addOption({ code, reported: code, name: { en: code } }));
        if (nameIn(supervisor.state().content, code) === code) added.push(code);
        break;
      }
      case 'fail':
        supervisor.refusals.push(refusal('unreachable', true));
        break;
      case 'reload':
        // What was typed in the last moments is kept as the page goes away.
        supervisor.keepNow();
        supervisor.close();
        supervisors[now.who] = openPage(now.who);
        break;
      case 'decide': {
        const [clash] = supervisor.state().clashes;
        if (clash) supervisor.decide(clash, now.side);
      }
    }
  }
  for (let turn = 0; turn < 20; turn += 1) {
    await desk.pass(A_WHILE);
    for (const supervisor of supervisors) {
      if (supervisor.state().readOnly) supervisor.retry();
      const [clash] = supervisor.state().clashes;
      if (clash) supervisor.decide(clash, 'mine');
    }
  }
  return { desk, supervisors, names, added };
};

test('nobody’s change is lost but where both changed the same thing, and then one of both is there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { maxLength: 25 }),
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 7 }),
      async (deeds, latencies) => {
        const { desk, supervisors, names, added } = await play(deeds, latencies);
        const shared = (desk.catalog.draft() ?? desk.catalog.inForce())?.content;
        for (const { state } of supervisors) {
          expect(state()).toMatchObject({ clashes: [], save: { status: 'saved' }, readOnly: null });
          expect(state().content).toEqual(shared);
        }
        for (const code of added) expect([code, nameIn(shared, code)]).toEqual([code, code]);
        for (const code of ['sale', 'no-sale']) {
          const [one, other] = [names[0].get(code), names[1].get(code)];
          const possible = [one, other].filter((name) => name !== undefined);
          if (possible.length > 0) expect(possible).toContain(nameIn(shared, code));
        }
      },
    ),
    { numRuns: 150 },
  );
});
