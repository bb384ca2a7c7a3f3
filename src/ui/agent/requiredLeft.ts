import { isBlank } from '../../core/capture/validateCapture';
import type { Capture } from '../../core/capture/types';
import { fieldsOf } from '../../core/catalog/fieldsOf';
import type { Form } from '../../core/catalog/types';

/** How many required answers the capture lacks; null when the form requires none. */
export function requiredLeft(form: Form, { answers }: Capture): number | null {
  const required = fieldsOf(form).filter((field) => field.required);
  if (required.length === 0) return null;
  return required.filter(({ id }) => isBlank(answers[id]?.value ?? null)).length;
}
