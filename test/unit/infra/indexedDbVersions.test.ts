import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createIndexedDbVersions } from '../../../src/infra/indexedDbVersions';
import { headerOf } from '../../support/fakeCatalogs';

const DAY_MS = 24 * 60 * 60 * 1000;

const storeAt = (now: number) =>
  createIndexedDbVersions({ now: () => now, random: () => 0.5, wait: () => Promise.resolve() });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('knows nothing on a new disk', async () => {
  const { kept } = storeAt(0);
  expect(await kept.newest()).toBeNull();
  expect(await kept.find(1)).toBeNull();
});

it('knows the newest version and finds older ones, after a reload too', async () => {
  const { kept } = storeAt(0);
  await kept.keep('none');
  await kept.keep(headerOf(2));
  await kept.keep(headerOf(10));
  const again = storeAt(0).kept;
  expect(await again.newest()).toEqual(headerOf(10));
  expect(await again.find(2)).toEqual(headerOf(2));
});

it('tells that none was published', async () => {
  await storeAt(0).kept.keep('none');
  expect(await storeAt(0).kept.newest()).toBe('none');
});

it('gives back the parts it has, and no others', async () => {
  await storeAt(0).shards.keep(new Map([['a', 'text of a']]));
  expect([...(await storeAt(0).shards.find(['a', 'b']))]).toEqual([['a', 'text of a']]);
});

it('lets go of what nobody has used for 45 days', async () => {
  const first = storeAt(0);
  await first.kept.keep(headerOf(1));
  await first.shards.keep(
    new Map([
      ['old', 'x'],
      ['used', 'y'],
    ]),
  );
  await storeAt(40 * DAY_MS).shards.find(['used']);
  const later = storeAt(50 * DAY_MS);
  await later.kept.newest();
  // The sweep stands before this in the database's own queue.
  const left = await later.shards.find(['old', 'used']);
  expect(await later.kept.find(1)).toBeNull();
  expect([...left.keys()]).toEqual(['used']);
});
