import * as v from 'valibot';
import { ANSWERS_LIMIT, answerShape, SOURCE_LIMIT, TEXT_LIMIT } from '../capture/answerShape';
import { GIVEN_ORIGINS } from '../capture/isGiven';
import type { SavePurpose } from '../capture/mergeAnswers';
import { seenShape } from '../capture/seenShape';
import type { Answers, Seen, Suggestions } from '../capture/types';
import { pointer } from '../catalog/pointer';
import { isJsonObject, type JsonObject } from '../json';
import type { Facts } from '../rules/types';
import type { WayOutTaken } from '../wayOut/wayOutMarks';
import { fail, ok, type Result } from '../result';
import { wrapUpMarkShape, type WrapUpMark } from '../wrapUp/wrapUpMark';
import { toRequestProblem, type RequestProblem } from './requestProblem';

/**
 * What the plugin asks the service to put on a task. It names fields, never attributes: where an answer goes is in the
 * catalog, which the service reads for itself.
 */
export interface SaveRequest {
  readonly taskSid: string;
  /** The worker's own reservation on the task. */
  readonly reservationSid: string;
  readonly purpose: SavePurpose;
  /** The catalog that the answers were given by. */
  readonly catalogVersion: number;
  readonly formId: string;
  /** The agent's and those set in their place, without what the task brought. A value of null is withdrawn. */
  readonly answers: Answers;
  /** Fields that this reservation has put on the task before. */
  readonly saved: readonly string[];
  /** What others have proposed, where the catalog has a place for it (`originsKey`). */
  readonly suggested?: Suggestions;
  /**
   * What the form's rules look at, as the agent's browser knows it. It decides about nothing that the agent could not
   * write anyway: which of the form's own fields are shown, required and filled in.
   */
  readonly facts: Facts;
  /** Whether this leg handed the task on to another worker. */
  readonly transferred: boolean;
  /** What the browser knows of the values that the answers go over, where the catalog looks for conflicts. */
  readonly seen?: Seen;
  /** The agent completes by the catalog's way out. */
  readonly wayOut?: WayOutTaken;
  /** For the mark that says how the wrap-up went. */
  readonly wrapUp?: WrapUpMark | undefined;
}

const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
const name = v.pipe(text, v.nonEmpty());
const sid = (prefix: string) => v.pipe(v.string(), v.regex(new RegExp(`^${prefix}[0-9a-f]{32}$`)));

/** Of the years that a date can say. */
export const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15));

const answer = v.strictObject({
  value: v.nullable(answerShape),
  origin: v.picklist(GIVEN_ORIGINS),
});

/** What says whose answers they are, and by what they were given. */
export const givenAnswers = {
  taskSid: sid('WT'),
  reservationSid: sid('WR'),
  catalogVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  formId: name,
  answers: v.record(v.string(), answer),
  saved: v.pipe(v.array(name), v.maxLength(ANSWERS_LIMIT)),
};

const request: v.GenericSchema<unknown, SaveRequest> = v.strictObject({
  ...givenAnswers,
  purpose: v.picklist(['flush', 'complete']),
  suggested: v.optional(
    v.record(
      v.string(),
      v.strictObject({ value: answerShape, source: v.pipe(name, v.maxLength(SOURCE_LIMIT)) }),
    ),
  ),
  facts: v.strictObject({
    context: v.strictObject({
      queueName: text,
      queueSid: text,
      channel: text,
      direction: v.picklist(['inbound', 'outbound', 'unknown']),
    }),
    worker: v.custom<JsonObject>(
      (input) => isJsonObject(input) && JSON.stringify(input).length <= TEXT_LIMIT,
      'at most 4096 characters of JSON',
    ),
    startedAt: v.nullable(v.pipe(v.number(), v.safeInteger())),
  }),
  transferred: v.boolean(),
  seen: v.optional(seenShape),
  wayOut: v.optional(
    v.strictObject({
      reason: name,
      at: moment,
      lost: v.pipe(v.array(name), v.maxLength(ANSWERS_LIMIT)),
    }),
  ),
  wrapUp: v.optional(wrapUpMarkShape),
});

/** Ids that mean something to every object or class: `v.record` would leave some of them out without a word. */
const isHostile = (id: string): boolean => id in {} || id === 'prototype';

/** What the schema lets pass: lists count as objects, and some ids are left out. */
export function checkObjects(input: unknown): readonly RequestProblem[] {
  if (!isJsonObject(input)) return [{ code: 'wrong-shape', path: '' }];
  const { answers } = input;
  if (Array.isArray(answers)) return [{ code: 'wrong-shape', path: '/answers' }];
  const ids = isJsonObject(answers) ? Object.keys(answers) : [];
  if (ids.length > ANSWERS_LIMIT) return [{ code: 'too-long', path: '/answers' }];
  return ids
    .filter(isHostile)
    .map((id) => ({ code: 'unknown-field', path: pointer(['answers', id]) }));
}

/** A request from outside, or what is wrong with it, each with its place. Says nothing about what a form has. */
export function parseSaveRequest(input: unknown): Result<SaveRequest, readonly RequestProblem[]> {
  const problems = checkObjects(input);
  if (problems.length > 0) return fail(problems);
  const parsed = v.safeParse(request, input);
  return parsed.success ? ok(parsed.output) : fail(parsed.issues.map(toRequestProblem));
}
