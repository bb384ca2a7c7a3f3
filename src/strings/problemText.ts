import type { Field } from '../core/catalog/types';
import type { FieldProblem } from '../core/capture/types';
import type { Translate } from './translate';

/** What is wrong with an answer and what to do about it. */
export function problemText(t: Translate, problem: FieldProblem, field: Field): string {
  const { code, details = {} } = problem;
  switch (code) {
    case 'too-few':
      return t('problem.too-few', { count: field.kind === 'choices' ? (field.min ?? 1) : 1 });
    case 'too-many':
    case 'too-long':
      return t(`problem.${code}`, { count: Number(details['max']) });
    case 'too-small':
      return t('problem.too-small', { limit: Number(details['min']) });
    case 'too-big':
      return t('problem.too-big', { limit: Number(details['max']) });
    case 'off-step':
      return t('problem.off-step', {
        step: Number(details['step']),
        from: Number(details['from']),
      });
    case 'date-out-of-range':
      // As texts: a year is not written as a number is.
      return t('problem.date-out-of-range', {
        first: String(details['first']),
        last: String(details['last']),
      });
    case 'not-a-reference':
      return t('problem.not-a-reference', { example: String(details['example']) });
    case 'not-a-rating':
      return t('problem.not-a-rating', { max: Number(details['max']) });
    case 'media-incomplete':
    case 'media-type':
    case 'media-title':
    case 'media-listed':
      return t(`problem.${code}`, { position: Number(details['position']) });
    default:
      return t(`problem.${code}`);
  }
}
