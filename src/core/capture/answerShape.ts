import * as v from 'valibot';
import { ATTRIBUTES_LIMIT } from '../attributes/mergePatch';
import { MEDIA_TYPES } from '../insights/mediaTypes';
import { OFFSET_LIMIT } from './storedDate';
import type { AnswerValue } from './types';

/** More characters than a task takes can never be stored, so no text that is sent needs more. */
export const TEXT_LIMIT = ATTRIBUTES_LIMIT;
/** Insights knows fewer attributes than that. */
export const ANSWERS_LIMIT = 200;

/** In characters, of the name of whoever suggests. */
export const SOURCE_LIMIT = 40;

const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
const name = v.pipe(text, v.nonEmpty());
const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item), v.maxLength(ANSWERS_LIMIT));
const link = v.strictObject({ type: v.picklist(MEDIA_TYPES), url: text, title: text });
const minutes = v.nullable(
  v.pipe(v.number(), v.integer(), v.minValue(-OFFSET_LIMIT), v.maxValue(OFFSET_LIMIT)),
);

/** An answer as it is sent to the service. */
export const answerShape: v.GenericSchema<unknown, AnswerValue> = v.variant('kind', [
  v.strictObject({ kind: v.literal('choice'), code: name }),
  v.strictObject({ kind: v.literal('choices'), codes: list(name) }),
  v.strictObject({ kind: v.literal('text'), text }),
  v.strictObject({ kind: v.literal('yesno'), yes: v.boolean() }),
  v.strictObject({
    kind: v.literal('number'),
    text,
    decimal: v.optional(v.picklist(['.', ','])),
  }),
  v.strictObject({ kind: v.literal('rating'), rating: v.number() }),
  v.strictObject({ kind: v.literal('date'), text, offset: minutes }),
  v.strictObject({
    kind: v.literal('media'),
    links: list(link),
    put: list(link),
  }),
]);
