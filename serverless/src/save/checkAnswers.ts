import { answerKind } from '../../../src/core/capture/answerKinds';
import { isLacking } from '../../../src/core/capture/isLacking';
import { validateCapture } from '../../../src/core/capture/validateCapture';
import { fieldsOf } from '../../../src/core/catalog/fieldsOf';
import { pointer } from '../../../src/core/catalog/pointer';
import type { Catalog, Form } from '../../../src/core/catalog/types';
import { findConflicts, looksForConflicts } from '../../../src/core/conflicts/findConflicts';
import type { RequestProblem } from '../../../src/core/service/requestProblem';
import type { SaveRequest } from '../../../src/core/service/saveRequest';
import type { ServiceError } from '../../../src/core/service/serviceErrors';

/** What does not fit the form: fields that it does not have, answers of another kind than the field's. */
export function checkFields(
  form: Form,
  { answers }: Pick<SaveRequest, 'answers'>,
): ServiceError | null {
  const kinds = new Map(fieldsOf(form).map((field) => [field.id, answerKind(field)]));
  const unknown: RequestProblem[] = [];
  const wrong: RequestProblem[] = [];
  for (const [id, { value }] of Object.entries(answers)) {
    const kind = kinds.get(id);
    if (!kind) unknown.push({ code: 'unknown-field', path: pointer(['answers', id]) });
    else if (value && value.kind !== kind) {
      wrong.push({ code: 'wrong-shape', path: pointer(['answers', id, 'value', 'kind']) });
    }
  }
  if (unknown.length > 0) {
    return {
      code: 'unknown-field',
      message: `Form ${form.id} has no such field`,
      details: { problems: unknown },
    };
  }
  return wrong.length === 0
    ? null
    : {
        code: 'bad-input',
        message: 'An answer is of another kind than its field',
        details: { problems: wrong },
      };
}

/**
 * What would be stored otherwise than the agent means it. Answers that are lacking are no matter of the service: what
 * there is, is saved, and the gate decides what a completion needs. `attributes` are the task's as this leg sees them.
 */
export function checkValues(
  catalog: Catalog,
  form: Form,
  request: SaveRequest,
  attributes: unknown,
): ServiceError | null {
  const problems = validateCapture(catalog, form, request, attributes, request.facts).filter(
    (problem) => !isLacking(problem),
  );
  return problems.length === 0
    ? null
    : {
        code: 'invalid-answers',
        message: 'An answer cannot be stored as it was given',
        details: { problems },
      };
}

/** A mark says nothing but what the catalog has a code for. */
export const checkWayOut = (
  catalog: Catalog,
  { wayOut, purpose }: SaveRequest,
): ServiceError | null => {
  const reasons = catalog.policies.wayOutByReason?.reasons ?? [];
  if (!wayOut || (purpose === 'complete' && reasons.some(({ code }) => code === wayOut.reason))) {
    return null;
  }
  const problems: RequestProblem[] = [{ code: 'wrong-shape', path: '/wayOut/reason' }];
  return { code: 'bad-input', message: 'The catalog has no such way out', details: { problems } };
};

/** Answers that would go over what somebody else has written since the agent looked: theirs to decide, not ours. */
export function checkConflicts(
  catalog: Catalog,
  form: Form,
  request: SaveRequest,
  attributes: unknown,
): ServiceError | null {
  const { seen, facts, reservationSid } = request;
  if (!seen || !looksForConflicts(catalog)) return null;
  const fields = findConflicts(
    { catalog, form, given: request, seen, facts, reservationSid },
    attributes,
  ).map(({ field }) => field);
  return fields.length === 0
    ? null
    : {
        code: 'changed-elsewhere',
        message: 'Somebody else has changed what an answer would replace',
        details: { fields },
      };
}
