import * as v from 'valibot';
import { ANSWERS_LIMIT } from '../capture/answerShape';
import { fail, ok, type Result } from '../result';
import { INCIDENTS, type Incident } from './incidents';
import { toRequestProblem, type RequestProblem } from './requestProblem';
import { givenAnswers } from './saveRequest';

/** What the journal says of one: names of actions, codes, ids of forms and fields; never an answer. */
const FACTS = [
  'action',
  'how',
  'form',
  'version',
  'unsaved',
  'reason',
  'saved',
  'missing',
] as const;

/** An incident at one of the caller's reservations. */
export interface IncidentRequest {
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly incident: Incident;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}

/** In characters. */
const WORD_LIMIT = 100;

const word = v.pipe(v.string(), v.maxLength(WORD_LIMIT));
const words = v.pipe(v.array(word), v.maxLength(ANSWERS_LIMIT));

const request: v.GenericSchema<unknown, IncidentRequest> = v.strictObject({
  taskSid: givenAnswers.taskSid,
  reservationSid: givenAnswers.reservationSid,
  incident: v.picklist(INCIDENTS),
  facts: v.record(
    v.picklist(FACTS),
    v.union([word, v.pipe(v.number(), v.safeInteger()), words]),
  ) as v.GenericSchema<unknown, IncidentRequest['facts']>,
});

/** An incident from outside, or what is wrong with it, each with its place. */
export function parseIncidentRequest(
  input: unknown,
): Result<IncidentRequest, readonly RequestProblem[]> {
  const parsed = v.safeParse(request, input);
  return parsed.success ? ok(parsed.output) : fail(parsed.issues.map(toRequestProblem));
}
