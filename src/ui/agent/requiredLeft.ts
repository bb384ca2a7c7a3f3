import { isBlank } from '../../core/capture/validateCapture';
import type { AnswerValue, Capture } from '../../core/capture/types';
import { fieldsOf } from '../../core/catalog/fieldsOf';
import type { Field, Form } from '../../core/catalog/types';

/** How many required answers the capture lacks; null when the form requires none. */
export function requiredLeft(form: Form, { answers }: Capture): number | null {
  const required = fieldsOf(form).filter((field) => field.required);
  if (required.length === 0) return null;
  return required.filter((field) => isLacking(field, answers[field.id]?.value ?? null)).length;
}

const isLacking = (field: Field, value: AnswerValue | null): boolean =>
  isBlank(value) ||
  (field.kind === 'choices' && value?.kind === 'choices' && value.codes.length < (field.min ?? 0));
