import { isTextual } from '../catalog/fieldGuards';
import { fieldIndex } from '../catalog/picklistIndex';
import type { AnswerableField, Catalog } from '../catalog/types';
import type { JsonValue } from '../json';
import { parseNumber } from './parseNumber';
import { plainNumber } from './plainNumber';
import { meantDate } from './storedDate';
import { inCatalogOrder } from './slots';
import { cleanText } from './storedText';
import type { AnswerValue } from './types';

const isYes = (value: JsonValue): boolean | null => {
  if (typeof value === 'boolean') return value;
  return value === 'Yes' ? true : value === 'No' ? false : null;
};

/**
 * What a rule's result or a default means as an answer of the field; null when it means none. An option is named by its
 * code, or as other systems may do, by its reported text.
 */
export function asAnswer(
  catalog: Catalog,
  field: AnswerableField,
  value: JsonValue,
): AnswerValue | null {
  if (value === null || value === '') return null;
  if (isTextual(field)) {
    return typeof value === 'string' || typeof value === 'number'
      ? { kind: 'text', text: String(value) }
      : null;
  }
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const index = fieldIndex(catalog, field);
      const codes = (Array.isArray(value) ? value : [value]).flatMap((name: JsonValue) => {
        if (typeof name !== 'string') return [];
        return index.byCode.get(name)?.code ?? index.byReported.get(name)?.code ?? [];
      });
      if (field.kind === 'choices') {
        return codes.length > 0 ? { kind: 'choices', codes: inCatalogOrder(codes, index) } : null;
      }
      return codes[0] !== undefined && codes.length === 1
        ? { kind: 'choice', code: codes[0] }
        : null;
    }
    case 'yesno': {
      const yes = isYes(value);
      return yes === null ? null : { kind: 'yesno', yes };
    }
    case 'number':
      if (typeof value === 'number') {
        return { kind: 'number', text: plainNumber(value), decimal: '.' };
      }
      // Nobody knows whose decimal sign it is.
      return typeof value === 'string' ? { kind: 'number', text: value } : null;
    case 'rating':
      return typeof value === 'number' ? { kind: 'rating', rating: value } : null;
    case 'date':
      return typeof value === 'string' || typeof value === 'number'
        ? meantDate(field, value, catalog.policies.timeZone ?? 'UTC')
        : null;
    case 'media':
      return null;
  }
}

/** An answer as rules see it; the other way round. */
export function asFact(value: AnswerValue | null): JsonValue {
  switch (value?.kind) {
    case undefined:
    case 'media':
      return null;
    case 'choice':
      return value.code;
    case 'choices':
      return value.codes;
    case 'text':
      return cleanText(value.text) || null;
    case 'date':
      return value.text.trim() === '' ? null : value.text;
    case 'yesno':
      return value.yes;
    case 'rating':
      return value.rating;
    case 'number':
      return parseNumber(value.text, value.decimal);
  }
}
