import * as fc from 'fast-check';
import type { CatalogContent } from '../../src/core/catalog/types';
import { SHARD_MAPS } from '../../src/core/publishing/contentHash';
import { readDraftHeader, readVersionHeader } from '../../src/core/publishing/headers';
import { shardContent } from '../../src/core/publishing/shardContent';
import { createCatalogCalls } from '../../src/infra/catalogCalls';
import { createFunctionsCatalogService } from '../../src/infra/functionsCatalogService';
import { contentWith } from '../support/contents';
import { createFakeCatalogFunctions } from '../support/fakeCatalogFunctions';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Contents that share some of their shards, and none of which drops an option. */
const CONTENTS: readonly CatalogContent[] = ['A', 'B', 'C'].flatMap((one) =>
  ['D', 'E'].map((other) => {
    const content = contentWith();
    return {
      ...content,
      picklists: content.picklists.map((list, at) => ({
        ...list,
        options: list.options.map((option) => ({
          ...option,
          name: { ...option.name, en: at === 0 ? one : other },
        })),
      })),
    };
  }),
);
const HASHES = new Map(
  CONTENTS.map((content) => {
    const { manifest, shards } = shardContent(content);
    return [manifest, [...shards.keys()]];
  }),
);

const noCache = { find: async () => new Map<string, string>(), keep: async () => undefined };

const start = () => {
  const functions = createFakeCatalogFunctions();
  /** A page that knows what it was told, and may die before it saves. */
  const openPage = () => {
    const page = { isCut: false };
    const clock = { now: functions.now, wait: async () => undefined, random: () => 0.5 };
    const call = async (operation: string, input: unknown) => {
      if (page.isCut && operation === 'saveDraft') return null;
      const { status, ...body } = await functions.call('ann', operation, input);
      return { status, body: JSON.stringify(body) };
    };
    return {
      page,
      service: createFunctionsCatalogService(createCatalogCalls(call, clock), noCache, clock),
    };
  };
  const pages = [openPage(), openPage()];
  const header = () => readVersionHeader(functions.document('debrief.pointer'));
  const draft = () => readDraftHeader(functions.document('debrief.draft'));
  const stored = () => SHARD_MAPS.flatMap((map) => functions.items(map));
  const needed = () =>
    new Set(
      [
        draft(),
        header(),
        ...functions.itemsOf('debrief.versions').map(([, data]) => readVersionHeader(data)),
      ].flatMap((one) => (one ? HASHES.get(one.manifest)! : [])),
    );
  const expects = () => header()?.version ?? 0;
  const save = async (page: number, content: number) => {
    const { service } = pages[page]!;
    await service.saveDraft({
      content: CONTENTS[content]!,
      basedOn: 0,
      revision: draft()?.revision ?? null,
    });
  };
  const publish = async (page: number) => {
    const revision = draft()?.revision;
    if (revision === undefined) return;
    const done = await pages[page]!.service.publish({ revision, expects: expects(), note: 'N' });
    expect(done.ok).toBe(true);
  };
  return {
    functions,
    stored,
    needed,
    save,
    publish,
    uploadOnly: async (page: number, content: number) => {
      pages[page]!.page.isCut = true;
      await save(page, content);
      pages[page]!.page.isCut = false;
    },
    discard: async (page: number) => {
      const revision = draft()?.revision;
      if (revision !== undefined) await pages[page]!.service.discardDraft(revision);
    },
    rollBack: async (page: number, back: number) => {
      const current = expects();
      if (current > 0)
        await pages[page]!.service.rollBack(Math.max(8, current - back), current, 'N');
    },
  };
};

const page = fc.nat({ max: 1 });
const content = fc.nat({ max: CONTENTS.length - 1 });
type Desk = ReturnType<typeof start>;
const step: fc.Arbitrary<(desk: Desk) => unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(page, content).map(
      ([p, c]) =>
        (desk: Desk) =>
          desk.save(p, c),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(page, content).map(
      ([p, c]) =>
        (desk: Desk) =>
          desk.uploadOnly(p, c),
    ),
  },
  { weight: 4, arbitrary: page.map((p) => (desk: Desk) => desk.publish(p)) },
  page.map((p) => (desk: Desk) => desk.discard(p)),
  fc.tuple(page, fc.integer({ min: 1, max: 4 })).map(
    ([p, n]) =>
      (desk: Desk) =>
        desk.rollBack(p, n),
  ),
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(HOUR / 2, 23 * HOUR, 6.5 * DAY, 8 * DAY, 31 * DAY)
      .map((time) => (desk: Desk) => desk.functions.forward(time)),
  },
  fc.constant((desk: Desk) => desk.functions.goCold()),
  { weight: 2, arbitrary: fc.constant((desk: Desk) => desk.functions.switchInstance()) },
);

test('no shard is dropped that the draft or a kept version needs, and in the end no other is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      const desk = start();
      for (const one of steps) {
        await one(desk);
        const stored = new Set(desk.stored());
        expect([...desk.needed()].filter((hash) => !stored.has(hash))).toEqual([]);
      }
      for (let round = 0; round < 8; round += 1) {
        desk.functions.forward(31 * DAY);
        await desk.save(0, round % 2);
        await desk.publish(0);
      }
      expect(new Set(desk.stored())).toEqual(desk.needed());
    }),
    { numRuns: 60 },
  );
}, 120_000);
