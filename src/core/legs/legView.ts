import { keepPaths } from '../attributes/keepPaths';
import { parseAttributes } from '../attributes/parseAttributes';
import type { AttributePath } from '../attributes/types';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import type { Form } from '../catalog/types';
import type { JsonObject } from '../json';
import { readLegs } from './legMarks';

/**
 * Paths whose answers go from one agent to the next: because the field's author chose so, or because they are the
 * conversation's and not an agent's, as its media links are.
 */
export const carriedPaths = (form: Form): ReadonlySet<AttributePath> =>
  new Set(
    fieldsOf(form).flatMap((field) =>
      isAnswerable(field) && (field.carryOver || field.kind === 'media') ? targetPaths(field) : [],
    ),
  );

const otherPaths = (
  form: Form,
  attributes: JsonObject,
  reservationSid: string,
): ReadonlySet<AttributePath> => {
  const carried = carriedPaths(form);
  const others = readLegs(attributes).filter((leg) => leg.reservationSid !== reservationSid);
  return new Set(others.flatMap(({ paths }) => paths).filter((path) => !carried.has(path)));
};

/**
 * A task's attributes as one leg's form looks at them: what another leg wrote is as if it were not there, but for
 * fields that carry over. So it fills in nothing, and an answer that is required is asked for anew.
 */
export const legView = (form: Form, attributes: unknown, reservationSid: string): unknown => {
  const parsed = parseAttributes(attributes);
  if (!parsed.ok) return attributes;
  const hidden = otherPaths(form, parsed.value, reservationSid);
  return hidden.size === 0 ? attributes : keepPaths(parsed.value, (path) => !hidden.has(path));
};

/** Whether values of other legs stand where this one's form would not take them over. */
export const showsOthers = (form: Form, attributes: JsonObject, reservationSid: string): boolean =>
  otherPaths(form, attributes, reservationSid).size > 0;

/** The other side of `legView`: only what other legs wrote and this one's form does not take over. */
export const othersView = (form: Form, attributes: unknown, reservationSid: string): JsonObject => {
  const parsed = parseAttributes(attributes);
  if (!parsed.ok) return {};
  const shown = otherPaths(form, parsed.value, reservationSid);
  return keepPaths(parsed.value, (path) => shown.has(path));
};
