import type { CatalogContent } from '../../src/core/catalog/types';
import { createCatalogCalls } from '../../src/infra/catalogCalls';
import { createFunctionsCatalogService } from '../../src/infra/functionsCatalogService';
import { createFunctionsClient } from '../../src/infra/functionsClient';
import { systemClock } from '../../src/infra/systemClock';
import { benchContent } from '../support/benchContent';
import { createCatalogPlatform, type Bytes } from '../support/catalogPlatform';
import { compare, spreadOf, type Figure } from '../support/figures';

const LARGE = 10_000;
const SMALL = 100;
const ROUNDS = 7;

interface Trip {
  readonly ms: number;
  readonly calls: number;
  /** Of the bodies, as text. */
  readonly bytes: number;
}

/** Nothing is known yet, as in a browser that has never seen the catalog. */
const NO_CACHE = { find: async () => new Map(), keep: async () => undefined };

const clientOf = (platform: ReturnType<typeof createCatalogPlatform>, role: string) => {
  const bytes: Bytes = { up: 0, down: 0, calls: 0 };
  const client = createFunctionsClient({
    url: 'https://debrief.twil.io',
    endpoint: 'catalog',
    token: () => role,
    clock: systemClock,
    fetch: platform.fetchInto(bytes),
  });
  const ask = createCatalogCalls(client, systemClock);
  return { ask, service: createFunctionsCatalogService(ask, NO_CACHE, systemClock), bytes };
};

/** Published and loaded once, each by a browser and an empty service of its own. */
const publishAndLoad = async (content: CatalogContent): Promise<Record<'out' | 'in', Trip>> => {
  const platform = createCatalogPlatform(systemClock);
  const admin = clientOf(platform, 'admin');
  const agent = clientOf(platform, 'agent');
  // The first one makes what the service keeps things in.
  await admin.ask('token', {});
  admin.bytes.calls = admin.bytes.up = 0;
  const started = performance.now();
  const draft = await admin.service.saveDraft({ content, basedOn: 0, revision: null });
  if (!draft.ok) throw new Error(draft.error.code);
  const { revision } = draft.value;
  const header = await admin.service.publish({ revision, expects: 0, note: 'Bench' });
  if (!header.ok) throw new Error(header.error.code);
  const published = performance.now();
  const loaded = await agent.service.load(header.value.manifest);
  if (!loaded.ok) throw new Error(loaded.error.code);
  const end = performance.now();
  if (loaded.value.picklists[0]?.options.length !== content.picklists[0]?.options.length) {
    throw new Error('Not what was published');
  }
  return {
    out: { ms: published - started, calls: admin.bytes.calls, bytes: admin.bytes.up },
    in: { ms: end - published, calls: agent.bytes.calls, bytes: agent.bytes.down },
  };
};

/**
 * The plugin's side, the Functions' pipeline and a Sync Service in memory in one process: time is what all of them
 * compute, without a network. Calls and bytes are those that would go over it.
 */
export const measureLargeCatalog = async (): Promise<Figure[]> => {
  const contents = { large: benchContent(LARGE), small: benchContent(SMALL) };
  // The engine compiles.
  await publishAndLoad(contents.large);
  await publishAndLoad(contents.small);
  const large: Record<'out' | 'in', Trip>[] = [];
  const small: Record<'out' | 'in', Trip>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    large.push(await publishAndLoad(contents.large));
    small.push(await publishAndLoad(contents.small));
  }
  const group = `${LARGE.toLocaleString('en')} options in 5 languages`;
  const against = `${SMALL} options`;
  const figures = (way: 'out' | 'in', name: string, bytesName: string): Figure[] => {
    const counted = (what: string, unit: Figure['unit'], part: 'calls' | 'bytes'): Figure => ({
      group,
      what: `${name}: ${what}`,
      unit,
      value: spreadOf(large.map((trip) => trip[way][part])),
      control: { what: against, value: spreadOf(small.map((trip) => trip[way][part])) },
    });
    return [
      {
        group,
        what: `${name}: computing`,
        unit: 'ms',
        ...compare(
          large.map((trip) => trip[way].ms),
          against,
          small.map((trip) => trip[way].ms),
        ),
      },
      counted('calls', 'calls', 'calls'),
      counted(bytesName, 'bytes', 'bytes'),
    ];
  };
  return [
    ...figures('out', 'published', 'bytes sent'),
    ...figures('in', 'loaded', 'bytes received'),
  ];
};
