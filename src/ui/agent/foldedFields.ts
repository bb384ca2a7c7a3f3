import { isBlank } from '../../core/capture/checkValue';
import { fieldsOf } from '../../core/catalog/fieldsOf';
import type { Form } from '../../core/catalog/types';
import type { FormState } from '../../core/form/types';

/**
 * The ids of the fields that are shown folded, where the form asks only for what is missing: those that somebody else
 * than the agent has answered. What the agent is at stays where it was before: a field must not jump under their hands.
 */
export function foldedFields(
  form: Form,
  states: FormState,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!form.asksOnlyMissing) return before;
  const folded = fieldsOf(form).filter(({ id }) => {
    const { shown, answer } = states[id] ?? {};
    if (!shown || !answer) return false;
    return answer.origin === 'agent' ? before.has(id) : !isBlank(answer.value);
  });
  return new Set(folded.map(({ id }) => id));
}
