import { isTextual } from '../catalog/fieldGuards';
import type { Field } from '../catalog/types';
import type { AnswerValue } from './types';

/** The kind of a field's answers; null for a field that asks for nothing. */
export function answerKind(field: Field): AnswerValue['kind'] | null {
  if (isTextual(field)) return 'text';
  return field.kind === 'info' || field.kind === 'unsupported' ? null : field.kind;
}
