import type { AnswerableField, Field, TextualField } from './types';

const TEXTUAL: readonly Field['kind'][] = ['text', 'phone', 'email', 'url', 'reference'];

/** Whether a field asks for something. */
export const isAnswerable = (field: Field): field is AnswerableField =>
  field.kind !== 'info' && field.kind !== 'unsupported';

export const isTextual = (field: Field): field is TextualField => TEXTUAL.includes(field.kind);
