import { isBlank } from '../capture/checkValue';
import type { AnswerValue } from '../capture/types';
import { fieldsOf } from '../catalog/fieldsOf';
import type { Field, Form } from '../catalog/types';
import type { FormState } from './types';

/** How many required answers are lacking; null when the form requires none as things are. */
export function requiredLeft(form: Form, states: FormState): number | null {
  const required = fieldsOf(form).filter(({ id }) => states[id]?.required);
  if (required.length === 0) return null;
  return required.filter((field) => isLacking(field, states[field.id]?.answer?.value ?? null))
    .length;
}

const isLacking = (field: Field, value: AnswerValue | null): boolean =>
  isBlank(value) ||
  (field.kind === 'choices' && value?.kind === 'choices' && value.codes.length < (field.min ?? 0));
