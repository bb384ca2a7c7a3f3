import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import type { Catalog, Field, Form } from '../catalog/types';
import type { Answers, AnswerValue, FieldIntent, Intent } from './types';
import { answerKind } from './answerKinds';
import { isBlank } from './checkValue';

/**
 * The gesture that gives a field another leg's answer. Null when nobody could give it here: an option that is not
 * offered any more, or a value of another kind. Of several options all have to be offered: half an answer is none.
 */
export function copyIntent(catalog: Catalog, field: Field, value: AnswerValue): FieldIntent | null {
  switch (value.kind) {
    case 'choice':
      return field.kind === 'choice' &&
        fieldIndex(catalog, field).isChoosable(value.code, field.levels)
        ? { type: 'choose', field: field.id, code: value.code }
        : null;
    case 'choices':
      return field.kind === 'choices' &&
        value.codes.every((code) => fieldIndex(catalog, field).isChoosable(code, field.levels))
        ? { type: 'choose-all', field: field.id, codes: value.codes }
        : null;
    case 'yesno':
      return field.kind === 'yesno' ? { type: 'answer', field: field.id, yes: value.yes } : null;
    // Links are the conversation's: the next leg has them already.
    case 'media':
      return null;
    default:
      return value.kind === answerKind(field) ? { type: 'accept', field: field.id, value } : null;
  }
}

/**
 * The gesture that gives a form all of another leg's answers that it can take. Null where it saves the agent nothing
 * (fewer than two) or would replace what they have answered.
 */
export function copyAllIntent(
  catalog: Catalog,
  form: Form,
  from: Answers,
  onto: Answers,
): Intent | null {
  const intents = fieldsOf(form).flatMap((field): FieldIntent[] => {
    const value = from[field.id]?.value;
    const intent = value ? copyIntent(catalog, field, value) : null;
    return intent ? [intent] : [];
  });
  const areFree = intents.every(({ field }) => isBlank(onto[field]?.value ?? null));
  return intents.length > 1 && areFree ? { type: 'together', intents } : null;
}
