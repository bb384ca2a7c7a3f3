import * as v from 'valibot';
import { hashShape, NOTE_LIMIT } from '../publishing/headers';
import { SHARD_LIMIT, storedBytes } from '../publishing/shardSize';
import { fail, ok, type Result } from '../result';
import { toRequestProblem, type RequestProblem } from './requestProblem';

/** How much one call may ask for: what Sync does within the time of a Function. */
export const CALL_LIMITS = {
  /** Hashes of `read`. */
  read: 48,
  /** Hashes of `missing`. */
  missing: 96,
  /** Shards of `upload`. */
  upload: 12,
} as const;

/** Of an upload, in characters: its shards, and a token. */
export const UPLOAD_SIZE_LIMIT = CALL_LIMITS.upload * 16 * 1024 + 16 * 1024;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(whole, v.minValue(1));
const note = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NOTE_LIMIT));
const hashes = (most: number) => v.pipe(v.array(hashShape), v.minLength(1), v.maxLength(most));
const cursor = v.pipe(v.string(), v.regex(/^\d{1,15}$/));

export const shardsShape = v.array(
  v.strictObject({
    hash: hashShape,
    text: v.pipe(
      v.string(),
      v.check((text) => storedBytes(text) <= SHARD_LIMIT),
    ),
  }),
);

const SHAPES = {
  nothing: v.strictObject({}),
  read: v.strictObject({ hashes: hashes(CALL_LIMITS.read) }),
  missing: v.strictObject({ hashes: hashes(CALL_LIMITS.missing) }),
  upload: v.strictObject({
    shards: v.pipe(shardsShape, v.minLength(1), v.maxLength(CALL_LIMITS.upload)),
  }),
  /** `revision`: the one that is replaced; null begins a draft. */
  saveDraft: v.strictObject({
    manifest: hashShape,
    basedOn: whole,
    revision: v.nullable(positive),
  }),
  discardDraft: v.strictObject({ revision: positive }),
  publish: v.strictObject({ revision: positive, expects: whole, note }),
  rollBack: v.strictObject({ to: positive, expects: positive, note }),
  /** `after`: what the page before called `next`. */
  list: v.strictObject({ after: v.optional(cursor) }),
};

type Shapes = typeof SHAPES;
export type CatalogRequests = { readonly [K in keyof Shapes]: v.InferOutput<Shapes[K]> };

/** What each operation takes. */
export interface CatalogOperationInputs {
  readonly token: CatalogRequests['nothing'];
  readonly current: CatalogRequests['nothing'];
  readonly read: CatalogRequests['read'];
  readonly missing: CatalogRequests['missing'];
  readonly upload: CatalogRequests['upload'];
  readonly draft: CatalogRequests['nothing'];
  readonly saveDraft: CatalogRequests['saveDraft'];
  readonly discardDraft: CatalogRequests['discardDraft'];
  readonly publish: CatalogRequests['publish'];
  readonly rollBack: CatalogRequests['rollBack'];
  readonly versions: CatalogRequests['list'];
  readonly audit: CatalogRequests['list'];
}

/** How a request of that kind is read: as it is meant, or with what is wrong and where. */
export const catalogRequestParser =
  <K extends keyof Shapes>(kind: K) =>
  (input: unknown): Result<CatalogRequests[K], readonly RequestProblem[]> => {
    // To a schema a list is an object.
    if (Array.isArray(input)) return fail([{ code: 'wrong-shape', path: '' }]);
    const parsed = v.safeParse(SHAPES[kind], input);
    return parsed.success
      ? ok(parsed.output as CatalogRequests[K])
      : fail(parsed.issues.map(toRequestProblem));
  };
