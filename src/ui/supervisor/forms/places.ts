import type { CatalogContent, Form } from '../../../core/catalog/types';

/** What is worked on: a form, or a part of it. */
export interface Selection {
  readonly form: string;
  readonly section?: string;
  readonly field?: string;
}

export const formPointer = (content: CatalogContent, form: Form): string =>
  `/forms/${content.forms.indexOf(form)}`;

export const sectionPointer = (content: CatalogContent, form: Form, section: string): string =>
  `${formPointer(content, form)}/sections/${form.sections.findIndex(({ id }) => id === section)}`;

/** Where a field of the form stands; null when it has none of this id. */
export function fieldPointer(content: CatalogContent, form: Form, field: string): string | null {
  for (const [s, { fields }] of form.sections.entries()) {
    const n = fields.findIndex(({ id }) => id === field);
    if (n >= 0) return `${formPointer(content, form)}/sections/${s}/fields/${n}`;
  }
  return null;
}

/** What a JSON pointer into the catalog points at; null when it is in no form. */
export function selectionAt(content: CatalogContent, pointer: string): Selection | null {
  const [, root, f, , s, , n] = pointer.split('/');
  const form = root === 'forms' ? content.forms[Number(f)] : undefined;
  if (!form) return null;
  const section = s === undefined ? undefined : form.sections[Number(s)];
  if (!section) return { form: form.id };
  const field = n === undefined ? undefined : section.fields[Number(n)];
  return field ? { form: form.id, field: field.id } : { form: form.id, section: section.id };
}

/** The element that shows a place. */
export const placeId = (pointer: string): string => `debrief-at${encodeURIComponent(pointer)}`;

/** Focuses what shows a place, or else what is around it. */
export function focusPlace(pointer: string): void {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const element = document.getElementById(placeId(at));
    if (!element) continue;
    const isFocusable = element.tabIndex >= 0 || element.hasAttribute('tabindex');
    const control = isFocusable ? element : element.querySelector<HTMLElement>('button, input');
    control?.focus();
    if (control) return;
  }
}
