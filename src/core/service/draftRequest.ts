import * as v from 'valibot';
import type { Answers } from '../capture/types';
import { storedBytes } from '../publishing/shardSize';
import { fail, ok, type Result } from '../result';
import { toRequestProblem, type RequestProblem } from './requestProblem';
import { checkObjects, givenAnswers, moment } from './saveRequest';

/** Which draft it is about: the worker's own, of a reservation. */
export interface DraftRequest {
  readonly taskSid: string;
  readonly reservationSid: string;
  /** Whose policies hold. */
  readonly catalogVersion: number;
}

/** An agent's answers before they are saved, without those to fields of personal data. */
export interface KeptDraft {
  readonly catalogVersion: number;
  readonly formId: string;
  readonly answers: Answers;
  readonly saved: readonly string[];
  /** As in the plugin's own drafts. */
  readonly flushed: boolean;
  readonly transferred: boolean;
  readonly at: number;
}

export interface KeepDraftRequest extends DraftRequest, KeptDraft {}

/** In bytes, as Sync counts them: a document takes 16 KiB. */
const DRAFT_LIMIT = 14 * 1024;

const { taskSid, reservationSid, ...given } = givenAnswers;
const about: v.GenericSchema<unknown, DraftRequest> = v.strictObject({
  taskSid,
  reservationSid,
  catalogVersion: given.catalogVersion,
});
const state = { flushed: v.boolean(), transferred: v.boolean(), at: moment };
const keep: v.GenericSchema<unknown, KeepDraftRequest> = v.strictObject({
  ...givenAnswers,
  ...state,
});

/** A draft as the service gives it back, null for none; what a later version of it adds is left out. */
export const foundDraftShape: v.GenericSchema<unknown, KeptDraft | null> = v.nullable(
  v.object({ ...given, ...state }),
);

const parse = <T>(
  shape: v.GenericSchema<unknown, T>,
  input: unknown,
): Result<T, readonly RequestProblem[]> => {
  const parsed = v.safeParse(shape, input);
  return parsed.success ? ok(parsed.output) : fail(parsed.issues.map(toRequestProblem));
};

export const parseDraftRequest = (
  input: unknown,
): Result<DraftRequest, readonly RequestProblem[]> => parse(about, input);

export function parseKeepDraftRequest(
  input: unknown,
): Result<KeepDraftRequest, readonly RequestProblem[]> {
  const problems = checkObjects(input);
  if (problems.length > 0) return fail(problems);
  if (storedBytes(JSON.stringify(input)) > DRAFT_LIMIT) {
    return fail([{ code: 'too-long', path: '' }]);
  }
  return parse(keep, input);
}
