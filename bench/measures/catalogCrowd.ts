import { followCatalogs } from '../../src/app/catalogs/followCatalogs';
import type { CatalogNews, ShardCache } from '../../src/app/editing/ports';
import type { Catalog, CatalogContent } from '../../src/core/catalog/types';
import { carriedShards } from '../../src/core/publishing/carried';
import type { ContentHash, ShardTexts, VersionHeader } from '../../src/core/publishing/types';
import { createCatalogCalls } from '../../src/infra/catalogCalls';
import { createFunctionsCatalogService } from '../../src/infra/functionsCatalogService';
import { createFunctionsClient } from '../../src/infra/functionsClient';
import { randomOf } from '../../test/simulation/support/randomOf';
import { VirtualClock } from '../../test/simulation/support/VirtualClock';
import { benchContent, renamed, renamedAll } from '../support/benchContent';
import {
  createCatalogPlatform,
  isRead,
  objectOf,
  type Bytes,
  type SyncCall,
} from '../support/catalogPlatform';
import { spreadOf, type Figure } from '../support/figures';

const AGENTS = 1_000;
const SEEDS = [1, 2, 3];
/** Of Sync, per object: reads and writes a second each. */
const SYNC_LIMIT = 20;
/** What the platform works on of an account at once, before it refuses. */
const AT_ONCE = 30;

interface Outcome {
  /** Of each agent, from the news on. */
  readonly bytes: readonly number[];
  readonly calls: readonly number[];
  readonly reads: number;
  readonly writes: number;
  readonly objects: number;
  /** Refused by Sync, and made again. */
  readonly refused: number;
  /** Of those that Sync took. */
  readonly peakReads: number;
  /** Agents who tell that the service cannot be reached, and go on with the version they have until it can. */
  readonly unreachable: number;
  /** Simulated milliseconds from the news until the last agent works by the version. */
  readonly last: number;
}

/** The most calls of one object within any second. */
const peakOf = (calls: readonly SyncCall[]): number => {
  const byObject = new Map<string, number[]>();
  for (const call of calls) {
    const object = objectOf(call);
    byObject.set(object, [...(byObject.get(object) ?? []), call.at]);
  }
  let peak = 0;
  for (const times of byObject.values()) {
    for (let from = 0, to = 0; to < times.length; to++) {
      while ((times[to] ?? 0) - (times[from] ?? 0) >= 1_000) from++;
      peak = Math.max(peak, to - from + 1);
    }
  }
  return peak;
};

interface Crowd {
  readonly content: CatalogContent;
  readonly change: (content: CatalogContent) => CatalogContent;
  /** They hear of the version alone, as from a service that puts nothing else into the pointer. */
  readonly hearsNothingElse?: boolean;
  /** All of them ask when they hear of it. */
  readonly isAtOnce?: boolean;
}

const runCrowd = async (
  seed: number,
  { content, change, hearsNothingElse = false, isAtOnce = false }: Crowd,
): Promise<Outcome> => {
  const virtual = new VirtualClock();
  const random = randomOf(seed * 1_000_003);
  // Clocks tell whole milliseconds.
  const clock = { now: () => Math.round(virtual.now()), wait: virtual.wait, random };
  const between = (least: number, most: number) => clock.wait(least + (most - least) * random());
  const platform = createCatalogPlatform(clock, between);
  const serviceOf = (role: string, bytes: Bytes, cache: ShardCache) => {
    const parts = { url: 'https://debrief.twil.io', endpoint: 'catalog' as const, clock };
    const fetch = platform.fetchInto(bytes);
    const client = createFunctionsClient({ ...parts, token: () => role, fetch });
    return createFunctionsCatalogService(createCatalogCalls(client, clock), cache, clock);
  };

  // Shared by all browsers: the first version, which each has on its disk. What comes later is each one's own.
  const first = new Map<ContentHash, string>();
  const admin = serviceOf(
    'admin',
    { up: 0, down: 0, calls: 0 },
    {
      find: async () => new Map(),
      keep: async (shards) => shards.forEach((text, hash) => void first.set(hash, text)),
    },
  );
  const publish = async (version: number): Promise<VersionHeader> => {
    const changed = version === 1 ? content : change(content);
    const draft = await admin.saveDraft({
      content: changed,
      basedOn: version - 1,
      revision: null,
    });
    if (!draft.ok) throw new Error(draft.error.code);
    const { revision } = draft.value;
    const header = await admin.publish({ revision, expects: version - 1, note: 'Bench' });
    if (!header.ok) throw new Error(header.error.code);
    return header.value;
  };
  const done = async <T>(work: Promise<T>): Promise<T> => {
    await virtual.run(work);
    return work;
  };
  const known = await done(publish(1));
  const onDisk = new Map(first);

  let adopted = 0;
  let unreachable = 0;
  let everyone: () => void = () => undefined;
  const all = () =>
    new Promise<void>((resolve) => {
      adopted = 0;
      everyone = resolve;
    });
  const agents = Array.from({ length: AGENTS }, (_, n) => {
    const own = randomOf(seed * 1_000_003 + n + 1);
    const bytes: Bytes = { up: 0, down: 0, calls: 0 };
    const tell: Parameters<CatalogNews['onVersion']>[0][] = [];
    const later = new Map<ContentHash, string>();
    const start = (): void => {
      const { current, load } = serviceOf('agent', bytes, {
        find: async (hashes) => {
          const kept = hashes.flatMap((hash) => {
            const text = later.get(hash) ?? onDisk.get(hash);
            return text === undefined ? [] : [[hash, text] as const];
          });
          return new Map(kept);
        },
        keep: async (shards) => shards.forEach((text, hash) => void later.set(hash, text)),
      });
      followCatalogs(
        {
          service: { current, load },
          news: {
            onVersion: (listener) => {
              tell.push(listener);
              return () => undefined;
            },
          },
          kept: {
            newest: async () => known,
            find: async () => null,
            keep: async () => undefined,
          },
          clock: { ...clock, random: isAtOnce ? () => 0 : own },
          unpublished: { ...content, version: 0 },
          standIn: null,
          // A thousand catalogs in one memory are too many: the checks are done when this is called.
          withSettings: ({ version, ...rest }): Catalog => ({ ...rest, version, picklists: [] }),
        },
        {
          onAdopted: () => {
            adopted += 1;
            if (adopted === AGENTS) everyone();
          },
          onRefused: () => {
            throw new Error('refused');
          },
          onUnreachable: () => {
            unreachable += 1;
          },
        },
      );
    };
    return {
      bytes,
      start,
      hear: (header: VersionHeader, carried: ShardTexts) =>
        tell.forEach((one) => one(header, carried)),
    };
  });

  const started = all();
  for (const { start } of agents) start();
  await done(started);
  // The question for the version in force is answered, too.
  await done(clock.wait(60_000));

  const next = await done(publish(2));
  platform.limitTo({ atOnce: AT_ONCE, perObject: SYNC_LIMIT });
  const callsBefore = platform.syncCalls.length;
  const bytesBefore = agents.map(({ bytes }) => ({ ...bytes }));
  const newsAt = virtual.now();
  const heard = all();
  const pointer = JSON.stringify(platform.pointer());
  const carried = hearsNothingElse ? new Map<string, string>() : carriedShards(platform.pointer());
  for (const { hear, bytes } of agents) {
    void clock.wait(50 + 150 * random()).then(() => {
      bytes.down += Buffer.byteLength(hearsNothingElse ? JSON.stringify(next) : pointer);
      hear(next, carried);
    });
  }
  await done(heard);

  const calls = platform.syncCalls.slice(callsBefore);
  const reads = calls.filter(isRead);
  const writes = calls.filter((call) => !isRead(call));
  return {
    bytes: agents.map(({ bytes }, n) => bytes.down - (bytesBefore[n]?.down ?? 0)),
    calls: agents.map(({ bytes }, n) => bytes.calls - (bytesBefore[n]?.calls ?? 0)),
    refused: calls.filter(({ refused }) => refused).length,
    unreachable,
    reads: reads.length,
    writes: writes.length,
    objects: new Set(calls.map(objectOf)).size,
    peakReads: peakOf(reads.filter(({ refused }) => !refused)),
    last: virtual.now() - newsAt,
  };
};

interface Measured {
  readonly group: string;
  readonly crowd: Crowd;
  readonly control: Crowd;
  readonly controlIs: string;
}

const measure = async ({ group, crowd, control, controlIs }: Measured): Promise<Figure[]> => {
  const ours: Outcome[] = [];
  const theirs: Outcome[] = [];
  for (const seed of SEEDS) {
    ours.push(await runCrowd(seed, crowd));
    theirs.push(await runCrowd(seed, control));
  }
  const figure = (
    what: string,
    unit: Figure['unit'],
    samples: (outcome: Outcome) => readonly number[],
    budget?: number,
  ): Figure => ({
    group: `${group}, ${AGENTS.toLocaleString('en')} agents (simulated)`,
    what,
    unit,
    value: spreadOf(ours.flatMap(samples)),
    control: { what: controlIs, value: spreadOf(theirs.flatMap(samples)) },
    ...(budget === undefined ? {} : { budget }),
  });
  return [
    figure('bytes to each agent', 'bytes', ({ bytes }) => bytes),
    figure('calls of each agent', 'calls', ({ calls }) => calls),
    figure('reads of Sync, all agents together', 'calls', ({ reads }) => [reads]),
    figure('writes of Sync', 'calls', ({ writes }) => [writes]),
    figure('Sync objects that are asked', 'calls', ({ objects }) => [objects]),
    figure(
      'most reads of one object in a second',
      'calls',
      ({ peakReads }) => [peakReads],
      SYNC_LIMIT,
    ),
    figure('reads that Sync refused, made again', 'calls', ({ refused }) => [refused]),
    figure('agents told that it cannot be reached', 'calls', ({ unreachable }) => [unreachable], 0),
    figure('the last agent has it after', 'ms', ({ last }) => [last]),
  ];
};

/**
 * A thousand agents hear of a version in which one option has another name, and of one in which all have: that is more
 * than the pointer carries. Plugin, service and its pipeline are the real ones; time, network, platform and Sync are
 * simulated, with the limits of both: what is above is refused with 429 and tried again.
 */
export const measureCatalogCrowd = async (): Promise<Figure[]> => {
  const small = { content: benchContent(200), change: renamed };
  const all = { content: small.content, change: renamedAll };
  return [
    ...(await measure({
      group: 'One changed name of 200',
      crowd: small,
      control: { ...small, hearsNothingElse: true },
      controlIs: 'if the pointer carried nothing',
    })),
    ...(await measure({
      group: 'All names of 200 changed, in five languages',
      crowd: all,
      control: { ...all, isAtOnce: true },
      controlIs: 'without jitter',
    })),
  ];
};
