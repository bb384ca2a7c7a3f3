import { isJsonObject } from '../json';
import type { CatalogContent } from '../catalog/types';
import { fail, ok, type Result } from '../result';
import { isHashOf } from './contentHash';
import { listsOf, parseManifest, parseRows, readIndex } from './manifest';
import { joinOption } from './textColumns';
import type { ContentHash, ShardTexts } from './types';

/** `damaged`: a shard is not what its hash says, or says nothing that a content could consist of. */
export interface AssemblyProblem {
  readonly code: 'missing' | 'damaged';
  readonly hash: ContentHash;
}

/**
 * In characters, all lists together. A hundred thousand options in five languages take a third of it; a manifest could
 * name the same shard a million times.
 */
const CONTENT_LIMIT = 100_000_000;

/** Thrown and caught in this file alone: reading is a recursion over parts, any of which may be unfit. */
class Unfit extends Error {
  constructor(readonly problem: AssemblyProblem) {
    super(problem.code);
  }
}

const damaged = (hash: ContentHash): never => {
  throw new Unfit({ code: 'damaged', hash });
};

/** Reads texts whole, wherever they are in pieces; `take` gets a single shard. */
function readerOf(take: (hash: ContentHash) => string) {
  let left = CONTENT_LIMIT;
  const takeCounted = (hash: ContentHash): string => {
    const text = take(hash);
    left -= text.length;
    return left < 0 ? damaged(hash) : text;
  };
  return (hash: ContentHash): string => {
    let text = takeCounted(hash);
    for (let index = readIndex(text); index; index = readIndex(text)) {
      text = index.map(takeCounted).join('');
    }
    return text;
  };
}

function checkedShards(shards: ShardTexts) {
  const checked = new Set<ContentHash>();
  return (hash: ContentHash): string => {
    const text = shards.get(hash);
    if (text === undefined) throw new Unfit({ code: 'missing', hash });
    if (!checked.has(hash) && !isHashOf(hash, text)) return damaged(hash);
    checked.add(hash);
    return text;
  };
}

type Members = Readonly<Record<string, unknown>>;

const allObjects = (rows: readonly unknown[]): rows is readonly Members[] =>
  rows.every(isJsonObject);

function assemble(manifest: ContentHash, shards: ShardTexts): CatalogContent {
  const read = readerOf(checkedShards(shards));
  const parsed = parseManifest(read(manifest)) ?? damaged(manifest);

  const readList = (hashes: readonly ContentHash[]): readonly unknown[] =>
    hashes.flatMap((hash) => parseRows(read(hash)) ?? damaged(hash));
  const readItems = (hashes: readonly ContentHash[]): readonly Members[] => {
    const rows = readList(hashes);
    return allObjects(rows) ? rows : damaged(manifest);
  };

  return {
    ...parsed,
    picklists: parsed.picklists.map((head) => {
      const rest = readItems(head.options.rest);
      const columns = Object.entries(head.options.texts).map(([language, hashes]) => {
        const column = readList(hashes);
        return column.length === rest.length ? ([language, column] as const) : damaged(manifest);
      });
      const options = rest.map(
        (option, at) =>
          joinOption(
            option,
            new Map(columns.map(([language, column]) => [language, column[at]])),
          ) ?? damaged(manifest),
      );
      return { ...head, options };
    }),
    forms: readItems(parsed.forms),
    assignments: readItems(parsed.assignments),
  } as unknown as CatalogContent;
}

/**
 * The content that a manifest names, each shard checked by its hash. That lists hold objects is made sure of; what
 * else is wrong with a content is for `parseCatalog` to say.
 */
export function assembleContent(
  manifest: ContentHash,
  shards: ShardTexts,
): Result<CatalogContent, AssemblyProblem> {
  try {
    return ok(assemble(manifest, shards));
  } catch (error) {
    if (error instanceof Unfit) return fail(error.problem);
    throw error;
  }
}

/**
 * The shards to get next, each once: those that `shards` names and lacks. What they name in turn shows once they are
 * there; none left: `assembleContent` has all it needs, or says what is wrong.
 */
export function missingShards(manifest: ContentHash, shards: ShardTexts): readonly ContentHash[] {
  const missing = new Set<ContentHash>();
  const read = readerOf((hash) => {
    const text = shards.get(hash);
    if (text === undefined) missing.add(hash);
    return text ?? '';
  });
  try {
    const parsed = parseManifest(read(manifest));
    if (parsed) for (const hash of new Set(listsOf(parsed))) read(hash);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return [];
  }
  return [...missing];
}
