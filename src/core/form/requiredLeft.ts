import { isBlank } from '../capture/checkValue';
import type { AnswerValue } from '../capture/types';
import { fieldsOf } from '../catalog/fieldsOf';
import type { Field, Form } from '../catalog/types';
import type { FormState } from './types';

const isLacking = (field: Field, value: AnswerValue | null): boolean =>
  isBlank(value) ||
  (field.kind === 'choices' && value?.kind === 'choices' && value.codes.length < (field.min ?? 0));

const requiredFields = (form: Form, states: FormState): readonly Field[] =>
  fieldsOf(form).filter(({ id }) => states[id]?.required);

/** The ids of the fields whose required answer is lacking. */
export const lackingFields = (form: Form, states: FormState): readonly string[] =>
  requiredFields(form, states)
    .filter((field) => isLacking(field, states[field.id]?.answer?.value ?? null))
    .map(({ id }) => id);

/** How many required answers are lacking; null when the form requires none as things are. */
export const requiredLeft = (form: Form, states: FormState): number | null =>
  requiredFields(form, states).length === 0 ? null : lackingFields(form, states).length;
