import * as fc from 'fast-check';
import { carriedShards, pointerDocument } from '../../../../src/core/publishing/carried';
import { contentHash } from '../../../../src/core/publishing/contentHash';
import { readVersionHeader } from '../../../../src/core/publishing/headers';
import { shardContent } from '../../../../src/core/publishing/shardContent';
import type { ShardTexts } from '../../../../src/core/publishing/types';
import { contents, contentWith, largeContent } from '../../../support/contents';
import { headerOf } from '../../../support/fakeCatalogs';

/** Sync's, for the data of a document. */
const SYNC_LIMIT = 16 * 1024;
const NONE: ShardTexts = new Map();

const bytesOf = (document: object) => Buffer.byteLength(JSON.stringify(document));
const headerFor = (manifest: string) => ({ ...headerOf(1), manifest });
const textsOf = (...texts: string[]): ShardTexts =>
  new Map(texts.map((text) => [contentHash(text), text]));

it('carries all of a small catalog', () => {
  const { manifest, shards } = shardContent(contentWith());
  const document = pointerDocument(headerFor(manifest), shards, NONE);
  expect(carriedShards(document)).toEqual(shards);
});

it('carries only what the version before did not have', () => {
  const before = shardContent(contentWith());
  const { manifest, shards } = shardContent(contentWith({ reportedLanguage: 'es' }));
  const carried = carriedShards(pointerDocument(headerFor(manifest), shards, before.shards));
  expect([...carried.keys()]).toEqual([manifest]);
});

it('carries the manifest before anything else, then as many as fit', () => {
  const manifest = 'm'.repeat(9_000);
  const small = ['a', 'b', 'c'].map((letter) => letter.repeat(1_000));
  const shards = textsOf('d'.repeat(5_000), ...small, manifest);
  const document = pointerDocument(headerFor(contentHash(manifest)), shards, NONE);
  expect(carriedShards(document)).toEqual(textsOf(manifest, ...small));
});

it('carries others where the manifest is too large', () => {
  const manifest = 'm'.repeat(15_000);
  const document = pointerDocument(
    headerFor(contentHash(manifest)),
    textsOf(manifest, 'small'),
    NONE,
  );
  expect(carriedShards(document)).toEqual(textsOf('small'));
});

it('is taken by Sync and read by plugins of any age, whatever is published', () => {
  const notes = fc.string({ unit: 'binary', minLength: 1, maxLength: 500 });
  fc.assert(
    fc.property(contents, contents, notes, (first, second, note) => {
      const before = shardContent(first);
      const { manifest, shards } = shardContent(second);
      const header = { ...headerFor(manifest), note };
      const document: unknown = JSON.parse(
        JSON.stringify(pointerDocument(header, shards, before.shards)),
      );
      expect(bytesOf(document as object)).toBeLessThanOrEqual(SYNC_LIMIT);
      expect(readVersionHeader(document)).toEqual(header);
      for (const [hash, text] of carriedShards(document)) {
        expect(before.shards.has(hash)).toBe(false);
        expect(text).toBe(shards.get(hash));
      }
    }),
  );
});

it('of a large catalog is no larger than Sync takes', () => {
  const { manifest, shards } = shardContent(largeContent(3_000));
  const note = '€'.repeat(500);
  const document = pointerDocument({ ...headerFor(manifest), note }, shards, NONE);
  expect(bytesOf(document)).toBeLessThanOrEqual(SYNC_LIMIT);
  expect(carriedShards(document).size).toBeGreaterThan(0);
});

it.each([null, 7, [], {}, { shards: null }, { shards: 'x' }, { shards: [1] }])(
  'finds none in %j',
  (data) => {
    expect(carriedShards(data)).toEqual(NONE);
  },
);
