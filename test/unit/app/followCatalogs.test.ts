import { followCatalogs } from '../../../src/app/catalogs/followCatalogs';
import type { Catalog, CatalogProblem } from '../../../src/core/catalog/types';
import { VirtualClock } from '../../simulation/support/VirtualClock';
import { createFakeCatalogs, headerOf, UNREACHABLE } from '../../support/fakeCatalogs';
import { smallCatalog } from '../../support/smallCatalog';

const setUp = (standIn: Catalog | null = null) => {
  const clock = new VirtualClock();
  const fakes = createFakeCatalogs();
  const adopted: number[] = [];
  const refused: { version: number; problems: readonly CatalogProblem[] }[] = [];
  const unreachable: (number | null)[] = [];
  const start = () =>
    followCatalogs(
      {
        ...fakes,
        clock: { now: clock.now, wait: clock.wait, random: () => 0.5 },
        unpublished: { ...smallCatalog, version: 77 },
        standIn,
        withSettings: (catalog: Catalog) => ({
          ...catalog,
          policies: { ...catalog.policies, enforcement: 'observe' },
        }),
      },
      {
        onAdopted: ({ version }) => adopted.push(version),
        onRefused: (version, problems) => refused.push({ version, problems }),
        onUnreachable: (_refused, keptCatalog) => unreachable.push(keptCatalog?.version ?? null),
      },
    );
  /** Lets that much time pass. */
  const pass = (milliseconds: number) => clock.run(clock.wait(milliseconds));
  return { ...fakes, start, pass, adopted, refused, unreachable };
};

it('has no form to give before it knows what is in force', async () => {
  const { start, pass, publish } = setUp();
  publish(3);
  const catalogs = start();
  expect(catalogs.inForce()).toBeNull();
  await pass(0);
  expect(catalogs.inForce()?.version).toBe(3);
});

it('puts what admins have set over every version', async () => {
  const { start, pass, publish } = setUp();
  publish(3);
  const catalogs = start();
  await pass(0);
  expect(catalogs.inForce()?.policies.enforcement).toBe('observe');
});

it('uses the catalog of the configuration where nothing has been published', async () => {
  const { start, pass, state } = setUp();
  const catalogs = start();
  await pass(0);
  expect(catalogs.inForce()?.version).toBe(77);
  expect(state.keptNewest).toBe('none');
});

it('uses it at once where this browser knows that nothing was published', async () => {
  const { start, pass, state, adopted } = setUp();
  state.keptNewest = 'none';
  state.refusal = UNREACHABLE;
  start();
  await pass(0);
  expect(adopted).toEqual([77]);
});

it('uses it where there is no service that publishes', async () => {
  const { start, pass, state, adopted, unreachable } = setUp();
  state.refusal = { code: 'unknown-operation', retryable: false, details: {} };
  start();
  await pass(0);
  expect(adopted).toEqual([77]);
  expect(unreachable).toEqual([null]);
});

it('gives no form by another catalog than the published one, however long the service is away', async () => {
  const { start, pass, state, publish, adopted, unreachable } = setUp();
  publish(5);
  state.refusal = UNREACHABLE;
  const catalogs = start();
  await pass(600_000);
  expect(catalogs.inForce()).toBeNull();
  expect(unreachable).toEqual([null]);
  state.refusal = null;
  await pass(60_000);
  expect(adopted).toEqual([5]);
});

it('works by the catalog of the configuration meanwhile, where admins have given one', async () => {
  const { start, pass, state, publish, adopted, unreachable } = setUp({
    ...smallCatalog,
    version: 88,
  });
  publish(5);
  state.refusal = UNREACHABLE;
  start();
  await pass(600_000);
  expect(adopted).toEqual([88]);
  expect(unreachable).toEqual([88]);
  state.refusal = null;
  await pass(60_000);
  expect(adopted).toEqual([88, 5]);
});

it('starts on the kept version while the service is away, says so once, and takes the newer one later', async () => {
  const { start, pass, state, publish, kept, adopted, unreachable } = setUp();
  await kept.keep(headerOf(4));
  publish(5);
  state.refusal = UNREACHABLE;
  start();
  await pass(600_000);
  expect(adopted).toEqual([4]);
  expect(unreachable).toEqual([4]);
  state.refusal = null;
  await pass(60_000);
  expect(adopted).toEqual([4, 5]);
});

it('takes a version in as soon as its news come', async () => {
  const { start, pass, publish, tell, adopted } = setUp();
  publish(1);
  start();
  await pass(0);
  tell(2);
  await pass(1_500);
  expect(adopted).toEqual([1, 2]);
});

it('takes a version in at once when all of it comes with the news, also while the service is away', async () => {
  const { start, pass, publish, tell, state, adopted } = setUp();
  publish(1);
  start();
  await pass(0);
  state.refusal = UNREACHABLE;
  tell(2, new Map([[headerOf(2).manifest, '{}']]));
  await pass(0);
  expect(adopted).toEqual([1, 2]);
});

it('spreads its question for the rest, unless it has no version yet', async () => {
  const { start, pass, publish, tell, adopted } = setUp();
  publish(1);
  start();
  // Nothing of it is here, and nobody waits.
  await pass(0);
  expect(adopted).toEqual([1]);
  tell(2);
  await pass(749);
  expect(adopted).toEqual([1]);
  await pass(1);
  expect(adopted).toEqual([1, 2]);
});

it('tells nobody of a version that is a little late', async () => {
  const { start, pass, publish, tell, state, adopted, unreachable } = setUp();
  publish(1);
  start();
  await pass(0);
  state.refusal = UNREACHABLE;
  tell(2);
  await pass(19_000);
  state.refusal = null;
  await pass(20_000);
  expect(adopted).toEqual([1, 2]);
  expect(unreachable).toEqual([]);
});

it('tells once of a version that cannot be had for long', async () => {
  const { start, pass, publish, tell, state, unreachable } = setUp();
  publish(1);
  start();
  await pass(0);
  state.refusal = UNREACHABLE;
  tell(2);
  await pass(600_000);
  expect(unreachable).toEqual([1]);
});

it('does not ask for a version twice', async () => {
  const { start, pass, publish, tell, state } = setUp();
  publish(1);
  start();
  await pass(0);
  tell(1);
  tell(2);
  tell(2);
  await pass(10_000);
  expect(state.loads).toEqual([headerOf(1).manifest, headerOf(2).manifest]);
});

it('keeps the last good version when a published one is not sound, and takes the next', async () => {
  const { start, pass, publish, tell, broken, adopted, refused } = setUp();
  publish(1);
  broken.add(2);
  const catalogs = start();
  await pass(0);
  tell(2);
  await pass(5_000);
  expect(catalogs.inForce()?.version).toBe(1);
  expect(refused.map(({ version }) => version)).toEqual([2]);
  expect(refused[0]?.problems[0]?.path).toBe('/reportedLanguage');
  tell(3);
  await pass(5_000);
  expect(adopted).toEqual([1, 3]);
});

it('finds the version that an open capture began with', async () => {
  const { start, pass, publish, tell } = setUp();
  publish(1);
  const catalogs = start();
  await pass(0);
  tell(2);
  await pass(5_000);
  expect((await catalogs.find(1))?.version).toBe(1);
  expect((await catalogs.find(2))?.version).toBe(2);
  expect(await catalogs.find(9)).toBeNull();
});

it('asks the service all the same when the disk cannot be read', async () => {
  const { start, pass, publish, kept } = setUp();
  kept.newest = () => Promise.reject(new Error('the disk is broken'));
  publish(3);
  const catalogs = start();
  await pass(0);
  expect(catalogs.inForce()?.version).toBe(3);
});
