import { isTextual } from '../catalog/fieldGuards';
import type { AnswerableField, RatingField } from '../catalog/types';
import { findEntry } from '../insights/dictionary';
import type { JsonValue } from '../json';
import { parseNumber } from './parseNumber';
import { storedDate } from './storedDate';
import { storedText } from './storedText';
import type { AnswerValue } from './types';

const storeRating = ({ max, target }: RatingField, rating: number): JsonValue =>
  findEntry(target.path)?.kind === 'measure'
    ? rating
    : String(rating).padStart(String(max).length, '0');

/** What an answer is at the one path of its field; an empty text for nothing, null where it cannot be stored. */
export function storedValue(field: AnswerableField, value: AnswerValue): JsonValue {
  switch (value.kind) {
    case 'text': {
      const text = isTextual(field) ? storedText(field, value.text) : null;
      return text?.ok ? text.value : null;
    }
    case 'number':
      return parseNumber(value.text, value.decimal);
    case 'yesno':
      return value.yes ? 'Yes' : 'No';
    case 'rating':
      return field.kind === 'rating' ? storeRating(field, value.rating) : null;
    case 'date': {
      const date = field.kind === 'date' ? storedDate(field, value) : null;
      return date?.ok ? date.value : null;
    }
    default:
      return null;
  }
}
