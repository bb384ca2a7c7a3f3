import { fieldsOf } from '../catalog/fieldsOf';
import { isAnswerable } from '../catalog/fieldGuards';
import type { Form } from '../catalog/types';
import type { Given } from '../form/evaluateForm';
import type { FormState } from '../form/types';
import { isBlank } from './checkValue';
import { withoutLinks } from './storedMedia';

/** More names than that help nobody. */
const NAMED = 3;

/**
 * The ids of the fields whose clearing makes the task's attributes smallest, the best first, at most three. Each is
 * cleared to see, so that none is named which would not help. `sizeOf`: of the attributes with other answers.
 */
export function largestAnswers(
  form: Form,
  given: Given,
  states: FormState,
  sizeOf: (given: Given) => number,
): readonly string[] {
  const size = sizeOf(given);
  return fieldsOf(form)
    .flatMap((field) => {
      const value = states[field.id]?.answer?.value ?? null;
      if (!isAnswerable(field) || !value || isBlank(value)) return [];
      const cleared = {
        value: value.kind === 'media' ? withoutLinks(value) : null,
        origin: 'agent' as const,
      };
      const answers = { ...given.answers, [field.id]: cleared };
      return [{ id: field.id, saves: size - sizeOf({ ...given, answers }) }];
    })
    .filter(({ saves }) => saves > 0)
    .sort((one, other) => other.saves - one.saves)
    .slice(0, NAMED)
    .map(({ id }) => id);
}
