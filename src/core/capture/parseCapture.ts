import * as v from 'valibot';
import { fieldsOf } from '../catalog/fieldsOf';
import { MEDIA_TYPES } from '../insights/mediaTypes';
import type { Catalog, Form } from '../catalog/types';
import { PAST_LIMIT } from './applyIntent';
import { seenShape } from './seenShape';
import { answerKind } from './answerKinds';
import { GIVEN_ORIGINS } from './isGiven';
import type { Answers, AnswerValue, Capture } from './types';

const text = v.string();
const links = v.array(v.object({ type: v.picklist(MEDIA_TYPES), url: text, title: text }));
const value: v.GenericSchema<unknown, AnswerValue> = v.variant('kind', [
  v.object({ kind: v.literal('choice'), code: text }),
  v.object({ kind: v.literal('choices'), codes: v.array(text) }),
  v.object({ kind: v.literal('text'), text }),
  v.object({ kind: v.literal('yesno'), yes: v.boolean() }),
  v.object({
    kind: v.literal('number'),
    text,
    decimal: v.optional(v.picklist(['.', ','])),
  }),
  v.object({ kind: v.literal('rating'), rating: v.number() }),
  v.object({ kind: v.literal('date'), text, offset: v.nullable(v.number()) }),
  v.object({
    kind: v.literal('media'),
    links,
    // Older drafts have none.
    put: v.optional(links, []),
  }),
]);
const answers = v.record(
  v.string(),
  v.object({
    value: v.nullable(value),
    origin: v.picklist([...GIVEN_ORIGINS, 'prefill', 'proposed', 'rule', 'default', 'way-out']),
  }),
);
const suggestions = v.record(v.string(), v.object({ value, source: text }));
const capture = v.object({
  reservationSid: v.string(),
  formId: v.string(),
  answers,
  saved: v.array(v.string()),
  past: v.array(answers),
  suggested: v.optional(suggestions),
  seen: v.optional(seenShape),
});

/**
 * A capture that comes back from storage; null when it is none, or belongs to another reservation or form. Answers
 * that the form has no field for any more are dropped; an option that is gone stays, so that validation can say so.
 */
export function parseCapture(
  input: unknown,
  of: { readonly reservationSid: string; readonly catalog: Catalog; readonly form: Form },
): Capture | null {
  const parsed = v.safeParse(capture, input);
  if (!parsed.success) return null;
  const { reservationSid, formId, saved, past, suggested, seen } = parsed.output;
  if (reservationSid !== of.reservationSid || formId !== of.form.id) return null;

  const kinds = new Map(fieldsOf(of.form).map((field) => [field.id, answerKind(field)]));
  const known = <T extends { readonly value: AnswerValue | null }>(
    stored: Readonly<Record<string, T>>,
  ): Readonly<Record<string, T>> =>
    Object.fromEntries(
      Object.entries(stored).filter(
        ([id, { value: said }]) => kinds.has(id) && (said === null || said.kind === kinds.get(id)),
      ),
    );
  return {
    reservationSid,
    catalogVersion: of.catalog.version,
    formId,
    answers: known(parsed.output.answers),
    saved: saved.filter((id) => kinds.has(id)),
    past: past.slice(-PAST_LIMIT).map((stored: Answers) => known(stored)),
    ...(suggested ? { suggested: known(suggested) } : {}),
    ...(seen
      ? { seen: Object.fromEntries(Object.entries(seen).filter(([id]) => kinds.has(id))) }
      : {}),
  };
}
