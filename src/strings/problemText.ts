import type { Field, TextField } from '../core/catalog/types';
import { VALUE_LIMIT } from '../core/insights/dictionary';
import type { FieldProblem } from '../core/capture/types';
import type { Translate } from './translate';

/** How many characters a text field takes. */
export const textLimit = (field: TextField): number => field.maxLength ?? VALUE_LIMIT;

/** What is wrong with an answer and what to do about it. */
export function problemText(t: Translate, problem: FieldProblem, field: Field): string {
  switch (problem.code) {
    case 'too-few':
      return t('problem.too-few', { count: field.kind === 'choices' ? (field.min ?? 1) : 1 });
    case 'too-many':
      return t('problem.too-many', {
        count: field.kind === 'choices' ? (field.max ?? field.slots.length) : 1,
      });
    case 'too-long':
      return t('problem.too-long', {
        count: field.kind === 'text' ? textLimit(field) : VALUE_LIMIT,
      });
    case 'too-small':
      return t('problem.too-small', { limit: field.kind === 'number' ? (field.min ?? 0) : 0 });
    case 'too-big':
      return t('problem.too-big', { limit: field.kind === 'number' ? (field.max ?? 0) : 0 });
    default:
      return t(`problem.${problem.code}`);
  }
}
