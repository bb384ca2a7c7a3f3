import * as v from 'valibot';
import { isJsonObject } from '../json';
import { CONTENT_HASH } from './contentHash';
import type { ContentHash } from './types';

/** A shard that begins so holds no JSON, but the hashes of the pieces of one, one after the other. */
export const INDEX_MARK = '+';

/** A list, as the shards that hold its rows, in order. */
type ListHashes = readonly ContentHash[];

/** A content whose lists are elsewhere. */
export interface Manifest {
  readonly [key: string]: unknown;
  readonly picklists: readonly {
    readonly [key: string]: unknown;
    readonly options: {
      readonly rest: ListHashes;
      /** By language; as many rows as there are options. */
      readonly texts: Readonly<Record<string, ListHashes>>;
    };
  }[];
  readonly forms: ListHashes;
  readonly assignments: ListHashes;
}

const list = v.array(v.pipe(v.string(), v.regex(CONTENT_HASH)));
const isListMap = (input: unknown): input is Record<string, ListHashes> =>
  isJsonObject(input) && Object.values(input).every((hashes) => v.is(list, hashes));

const shape = v.looseObject({
  picklists: v.array(
    // Not a record: it would leave out languages by the name of `__proto__`.
    v.looseObject({ options: v.strictObject({ rest: list, texts: v.custom(isListMap) }) }),
  ),
  forms: list,
  assignments: list,
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Null where the text is no manifest. */
export function parseManifest(text: string): Manifest | null {
  const json = parseJson(text);
  return v.is(shape, json) ? (json as Manifest) : null;
}

/** The hashes that a text names instead of saying something itself; null where it is no index. */
export const readIndex = (text: string): readonly ContentHash[] | null =>
  /^\+(?:[\w-]{24})+$/.test(text) ? text.slice(1).match(/.{24}/g) : null;

/** Rows of a list, each an object or what `textColumns` makes of one; null where the text is no list. */
export function parseRows(text: string): readonly unknown[] | null {
  const json = parseJson(text);
  return Array.isArray(json) ? json : null;
}

/** The hashes of all lists, in no order that means anything. */
export const listsOf = ({ picklists, forms, assignments }: Manifest): readonly ContentHash[] => [
  ...picklists.flatMap(({ options }) => [...options.rest, ...Object.values(options.texts).flat()]),
  ...forms,
  ...assignments,
];
