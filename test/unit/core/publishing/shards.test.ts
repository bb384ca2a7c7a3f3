import * as fc from 'fast-check';
import type { CatalogContent, Option } from '../../../../src/core/catalog/types';
import { assembleContent, missingShards } from '../../../../src/core/publishing/assembleContent';
import { contentHash, isHashOf } from '../../../../src/core/publishing/contentHash';
import { shardContent } from '../../../../src/core/publishing/shardContent';
import { contents, contentWith, largeContent, numberedOption } from '../../../support/contents';

const KIB = 1024;
const storedSize = (text: string) => Buffer.byteLength(JSON.stringify({ text }));
const expectSmall = ({ shards }: ReturnType<typeof shardContent>) => {
  for (const text of shards.values()) expect(storedSize(text)).toBeLessThan(16 * KIB);
};
const reassembled = (content: CatalogContent) => {
  const { manifest, shards } = shardContent(content);
  return assembleContent(manifest, shards);
};

/** What a change of a content writes anew. */
const writtenBy = (known: ReadonlyMap<string, string>, after: CatalogContent) =>
  [...shardContent(after).shards.keys()].filter((hash) => !known.has(hash)).length;
const withOptions = (content: CatalogContent, change: (options: readonly Option[]) => Option[]) =>
  contentWith({
    ...content,
    picklists: content.picklists.map((list) =>
      list.id === 'large' ? { ...list, options: change(list.options) } : list,
    ),
  });
const renamed = (content: CatalogContent, at: number, name: string) =>
  withOptions(content, (options) =>
    options.map((one, n) => (n === at ? { ...one, name: { ...one.name, es: name } } : one)),
  );
const inserted = (content: CatalogContent, at: number) =>
  withOptions(content, (options) => [
    ...options.slice(0, at),
    numberedOption(1_000_000 + at),
    ...options.slice(at),
  ]);

describe('a content in shards', () => {
  it('comes back as it was, every shard below 16 KiB as Sync stores it', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expectSmall(shardContent(content));
        expect(reassembled(content)).toEqual({ ok: true, value: content });
      }),
      { numRuns: 200 },
    );
  });

  it('comes back when a single text is larger than a shard', () => {
    const texts = ['x'.repeat(70_000), '"\\'.repeat(20_000), '🙂,'.repeat(30_000), 'ü'.repeat(9e4)];
    for (const text of texts) {
      const content = contentWith({
        picklists: [
          {
            id: text,
            name: {},
            options: [{ code: text, reported: 'a', name: { en: text } }],
          },
        ],
      });
      expectSmall(shardContent(content));
      expect(reassembled(content)).toEqual({ ok: true, value: content });
    }
  });

  it('has one manifest, whatever the order of its keys', () => {
    const content = contentWith();
    const reordered = Object.fromEntries(Object.entries(content).reverse());
    expect(shardContent(reordered as unknown as CatalogContent)).toEqual(shardContent(content));
  });

  it('does not share what differs', () => {
    const content = largeContent(100);
    expect(shardContent(renamed(content, 5, 'x')).manifest).not.toBe(
      shardContent(content).manifest,
    );
  });

  it('keeps a language’s texts apart: agents of others need not fetch them anew', () => {
    const content = largeContent(2000);
    const known = shardContent(content).shards;
    const after = shardContent(renamed(content, 1000, 'Otro nombre'));
    const anew = [...after.shards].filter(([hash]) => !known.has(hash));
    expect(anew).toHaveLength(2);
    expect(anew.filter(([, text]) => text.includes('Otro nombre'))).toHaveLength(1);
  });
});

describe('a change of a large list', () => {
  const content = largeContent(10_000);
  const known = shardContent(content).shards;
  const PLACES = Array.from({ length: 10 }, (_, n) => n * 1049);
  const average = (counts: readonly number[]) => counts.reduce((a, b) => a + b) / counts.length;

  it('writes one or two shards and the manifest for a new name', () => {
    const counts = PLACES.map((at) => writtenBy(known, renamed(content, at, `Nombre ${at * 7}`)));
    // The manifest is a piece and its index.
    expect(Math.max(...counts)).toBeLessThanOrEqual(5);
    expect(average(counts)).toBeLessThan(3.5);
  });

  it('writes one or two shards for each language for an option put in', () => {
    const counts = PLACES.map((at) => writtenBy(known, inserted(content, at)));
    expect(average(counts)).toBeLessThan(2 * 6 + 2);
  });

  it('never grows with the list', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.string({ maxLength: 128 }), (at, name) => {
        expect(writtenBy(known, renamed(content, at, `${name}.`))).toBeLessThan(12);
      }),
      { numRuns: 5 },
    );
  });
});

describe('a hundred thousand options in five languages', () => {
  it('are shards of the same size, found again round by round', () => {
    const content = largeContent(100_000);
    const { manifest, shards } = shardContent(content);
    expectSmall({ manifest, shards });
    const known = new Map<string, string>();
    let rounds = 0;
    for (let next = missingShards(manifest, known); next.length > 0; rounds += 1) {
      for (const hash of next) known.set(hash, shards.get(hash)!);
      next = missingShards(manifest, known);
    }
    expect(rounds).toBeLessThan(5);
    expect(known).toEqual(shards);
    expect(shards.size).toBeLessThan(4_000);
    expect(assembleContent(manifest, known)).toEqual({ ok: true, value: content });
  });
});

describe('what is not what its hash says', () => {
  const content = largeContent(500);
  const { manifest, shards } = shardContent(content);

  it('is refused, whichever shard it is', () => {
    for (const [hash, text] of shards) {
      const changed = new Map(shards).set(hash, text.replace(/[a-z]/i, 'Z'));
      expect(assembleContent(manifest, changed)).toEqual({
        ok: false,
        error: { code: 'damaged', hash },
      });
    }
  });

  it('is missed, whichever shard it is', () => {
    for (const hash of shards.keys()) {
      const lacking = new Map(shards);
      lacking.delete(hash);
      expect(assembleContent(manifest, lacking)).toEqual({
        ok: false,
        error: { code: 'missing', hash },
      });
      expect(missingShards(manifest, lacking)).toContain(hash);
    }
  });

  it('is refused when two shards have changed places', () => {
    const [[first, one], [second, other]] = [...shards] as [[string, string], [string, string]];
    const swapped = new Map(shards).set(first, other).set(second, one);
    expect(assembleContent(manifest, swapped)).toMatchObject({ error: { code: 'damaged' } });
  });

  it('is told from a text that only looks the same in bytes', () => {
    expect(isHashOf(contentHash('a\ufffd'), 'a\ufffd')).toBe(true);
    expect(isHashOf(contentHash('a\ufffd'), 'a\ud800')).toBe(false);
  });
});

describe('shards that somebody made up', () => {
  const HASH = contentHash('x');
  const made = (...texts: readonly string[]) => {
    const shards = new Map(texts.map((text) => [contentHash(text), text]));
    const manifest = contentHash(texts[0]!);
    return { shards, manifest, result: assembleContent(manifest, shards) };
  };

  it.each([
    '',
    'null',
    '[]',
    '{',
    '+',
    `+${HASH.slice(1)}`,
    '{"picklists":[],"forms":[],"assignments":{}}',
    '{"picklists":[],"forms":["../secret"],"assignments":[]}',
    '{"picklists":[{"options":[]}],"forms":[],"assignments":[]}',
    '{"picklists":[{"options":{"rest":[],"texts":{"en":[1]}}}],"forms":[],"assignments":[]}',
    '{"picklists":[{"options":{"rest":[],"texts":{"__proto__":7}}}],"forms":[],"assignments":[]}',
  ])('a manifest %j', (text) => {
    const { manifest, shards, result } = made(text);
    expect(result).toEqual({ ok: false, error: { code: 'damaged', hash: manifest } });
    expect(missingShards(manifest, shards)).toEqual([]);
  });

  it.each(['7', '{}', '[7]', '[[]]', '[null]', 'x'])('rows %j', (rows) => {
    const list = contentHash(rows);
    const { result } = made(`{"picklists":[],"forms":["${list}"],"assignments":[]}`, rows);
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  it.each(['[]', '["a","b"]', '[1]', '[null]', '[[]]'])('texts %j of one option', (texts) => {
    const option = '[{"code":"a"}]';
    const [rest, column] = [contentHash(option), contentHash(texts)];
    const { result } = made(
      `{"picklists":[{"options":{"rest":["${rest}"],"texts":{"en":["${column}"]}}}],"forms":[],"assignments":[]}`,
      option,
      texts,
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  it('a small one that unfolds without end', () => {
    let text = 'x'.repeat(15_000);
    const texts = [text];
    for (let depth = 0; depth < 6; depth += 1) {
      text = `+${contentHash(text).repeat(600)}`;
      texts.unshift(text);
    }
    const { manifest, shards, result } = made(...texts);
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(missingShards(manifest, shards)).toEqual([]);
  });
});
