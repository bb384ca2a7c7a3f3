import type { Form } from '../../../core/catalog/types';
import type { FieldPlace } from '../../../core/edit/forms';
import type { Selection } from './places';

/** Where a new field goes: after the chosen one, or at the end of the chosen section, else of the last one. */
export function placeToAdd(form: Form, selection: Selection): FieldPlace | null {
  for (const { id, fields } of form.sections) {
    const n = fields.findIndex((field) => field.id === selection.field);
    if (n >= 0) return { section: id, before: fields[n + 1]?.id ?? null };
  }
  const section =
    form.sections.find(({ id }) => id === selection.section) ??
    form.sections[form.sections.length - 1];
  return section ? { section: section.id, before: null } : null;
}
