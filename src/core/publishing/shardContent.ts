import type { CatalogContent } from '../catalog/types';
import { canonicalJson } from './canonicalJson';
import { contentHash } from './contentHash';
import { cutList, type Row } from './cutList';
import { INDEX_MARK, type Manifest } from './manifest';
import { cutText, SHARD_LIMIT, storedBytes } from './shardSize';
import { columnOf, splitOption } from './textColumns';
import type { ContentHash } from './types';

export interface ShardedContent {
  /** Names the content: equal contents have equal manifests. */
  readonly manifest: ContentHash;
  /** Every text that the content consists of, the manifest’s own among them. */
  readonly shards: ReadonlyMap<ContentHash, string>;
}

const COMMA = 1;
const HASH_LENGTH = 24;

const toRow = (key: unknown, value: unknown): Row => {
  const text = canonicalJson(value);
  return {
    key: typeof key === 'string' ? key : text,
    text,
    bytes: storedBytes(text) + COMMA,
  };
};

/** The places where a long text is best torn: after commas, or between the hashes of an index. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (let start = 0; start < text.length;) {
    const comma = text.indexOf(',', start);
    const end = text.startsWith(INDEX_MARK)
      ? start + HASH_LENGTH
      : comma < 0
        ? text.length
        : comma + 1;
    tokens.push(text.slice(start, end));
    start = end;
  }
  return tokens;
}

/**
 * Takes a content apart into immutable texts, each small enough for an item of Sync. A list becomes runs of its rows,
 * the options of a picklist one such list for what all languages share and one for each language, so that a change
 * touches the run it is in, and the manifest.
 */
export function shardContent(content: CatalogContent): ShardedContent {
  const shards = new Map<ContentHash, string>();

  const put = (text: string): ContentHash => {
    const hash = contentHash(text);
    shards.set(hash, text);
    return hash;
  };

  /** A text of any length: by itself, or as an index of its pieces. */
  const store = (text: string): ContentHash => {
    if (storedBytes(text) <= SHARD_LIMIT) return put(text);
    const rows = tokensOf(text)
      .flatMap((token) => cutText(token, SHARD_LIMIT / 2))
      .map((piece) => ({ key: piece, text: piece, bytes: storedBytes(piece) }));
    const pieces = cutList(rows).map((run) => put(run.map((row) => row.text).join('')));
    return store(INDEX_MARK + pieces.join(''));
  };

  const storeList = (rows: readonly Row[]): readonly ContentHash[] =>
    cutList(rows).map((run) => store(`[${run.map(({ text }) => text).join(',')}]`));

  const storeItems = (items: readonly { readonly id: string }[]) =>
    storeList(items.map((item) => toRow(item.id, item)));

  const { picklists, forms, assignments, ...rest } = content;
  const manifest: Manifest = {
    ...rest,
    picklists: picklists.map(({ options, ...head }) => {
      const split = options.map((option) => splitOption({ ...option }));
      const languages = [...new Set(split.flatMap(({ cells }) => [...cells.keys()]))];
      const listOf = (values: readonly unknown[]) =>
        storeList(values.map((value, at) => toRow(options[at]?.code, value)));
      return {
        ...head,
        options: {
          rest: listOf(split.map((option) => option.rest)),
          texts: Object.fromEntries(
            languages.map((language) => [language, listOf(columnOf(split, language))]),
          ),
        },
      };
    }),
    forms: storeItems(forms),
    assignments: storeItems(assignments),
  };
  return { manifest: store(canonicalJson(manifest)), shards };
}
