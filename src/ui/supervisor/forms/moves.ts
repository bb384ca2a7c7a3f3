import type { Form } from '../../../core/catalog/types';
import type { FieldPlace } from '../../../core/edit/forms';

/** A line of the outline. */
export interface OutlineRow {
  readonly kind: 'section' | 'field';
  readonly id: string;
  /** Unique among all rows. */
  readonly key: string;
}

export type Direction = 'up' | 'down';

export const rowKey = (kind: OutlineRow['kind'], id: string): string => `${kind} ${id}`;

const row = (kind: OutlineRow['kind'], id: string): OutlineRow => ({
  kind,
  id,
  key: rowKey(kind, id),
});

/** Sections, each with its fields after it. */
export const outlineRows = (form: Form): readonly OutlineRow[] =>
  form.sections.flatMap((section) => [
    row('section', section.id),
    ...section.fields.map(({ id }) => row('field', id)),
  ]);

/** Where a field goes one step up or down, into the next section too; null at the end. */
export function stepField(form: Form, field: string, direction: Direction): FieldPlace | null {
  const s = form.sections.findIndex(({ fields }) => fields.some(({ id }) => id === field));
  const section = form.sections[s];
  if (!section) return null;
  const n = section.fields.findIndex(({ id }) => id === field);
  const up = direction === 'up';
  if (up ? n > 0 : n < section.fields.length - 1) {
    return { section: section.id, before: section.fields[up ? n - 1 : n + 2]?.id ?? null };
  }
  const neighbour = form.sections[up ? s - 1 : s + 1];
  if (!neighbour) return null;
  return { section: neighbour.id, before: up ? null : (neighbour.fields[0]?.id ?? null) };
}

/** Before which section one goes one step up or down (null: last); undefined at the end. */
export function stepSection(
  form: Form,
  section: string,
  direction: Direction,
): string | null | undefined {
  const s = form.sections.findIndex(({ id }) => id === section);
  if (direction === 'up') return s > 0 ? form.sections[s - 1]?.id : undefined;
  return s < form.sections.length - 1 ? (form.sections[s + 2]?.id ?? null) : undefined;
}

/** Where a dragged field lands that is dropped on another row; null when that changes nothing. */
export function dropField(form: Form, field: string, over: string): FieldPlace | null {
  const rows = outlineRows(form);
  const from = rows.findIndex(({ key }) => key === rowKey('field', field));
  const to = rows.findIndex(({ key }) => key === over);
  const first = form.sections[0];
  if (from < 0 || to < 0 || from === to || !first) return null;
  const others = rows.filter((_, n) => n !== from);
  const above = others.slice(0, to).reverse();
  const section = above.find(({ kind }) => kind === 'section')?.id ?? first.id;
  // On the very first line there is no section above.
  const next = to === 0 ? others[1] : others[to];
  return { section, before: next?.kind === 'field' ? next.id : null };
}

/** Before which section a dragged one lands that is dropped on a row (null: last); undefined: nothing changes. */
export function dropSection(form: Form, section: string, over: string): string | null | undefined {
  const order = form.sections.map(({ id }) => id);
  const from = order.indexOf(section);
  const to = form.sections.findIndex(
    ({ id, fields }) =>
      rowKey('section', id) === over || fields.some((field) => rowKey('field', field.id) === over),
  );
  if (from < 0 || to < 0 || from === to) return undefined;
  return to < from ? order[to] : (order[to + 1] ?? null);
}
