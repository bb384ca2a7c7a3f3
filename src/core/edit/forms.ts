import type { CatalogContent, Field, Form, LanguageTag, Section } from '../catalog/types';
import { fieldsOf } from '../catalog/fieldsOf';
import { changeById, insertBefore, moveById, removeById, withChanges, type Changes } from './lists';
import { proposeId } from './proposeId';

/** Where a field goes: into a section, before a field of it or, with null, after the last one. */
export interface FieldPlace {
  readonly section: string;
  readonly before: string | null;
}

/** An id for a new form, made of its name. */
export const proposeFormId = (content: CatalogContent, name: string): string =>
  proposeId(name, (id) => content.forms.some((form) => form.id === id), 'form');

/** An id for a new section of a form, made of its name. */
export const proposeSectionId = (form: Form, name: string): string =>
  proposeId(name, (id) => form.sections.some((section) => section.id === id), 'section');

/** An id for a new field of a form, made of its name. */
export const proposeFieldId = (form: Form, name: string): string =>
  proposeId(name, (id) => fieldsOf(form).some((field) => field.id === id), 'field');

/** A form with one empty section, named in the language and in the reported one. */
export function proposeForm(content: CatalogContent, name: string, language: LanguageTag): Form {
  const names = { [content.reportedLanguage]: name, [language]: name };
  const form: Form = { id: proposeFormId(content, name), name: names, sections: [] };
  return { ...form, sections: [{ id: proposeSectionId(form, name), name: names, fields: [] }] };
}

function withForms(
  content: CatalogContent,
  change: (forms: readonly Form[]) => readonly Form[],
): CatalogContent {
  const forms = change(content.forms);
  return forms === content.forms ? content : { ...content, forms };
}

const withSections = (
  content: CatalogContent,
  formId: string,
  change: (sections: readonly Section[]) => readonly Section[],
): CatalogContent =>
  withForms(content, (forms) =>
    changeById(forms, formId, (form): Form => {
      const sections = change(form.sections);
      return sections === form.sections ? form : { ...form, sections };
    }),
  );

function withFields(
  section: Section,
  change: (fields: readonly Field[]) => readonly Field[],
): Section {
  const fields = change(section.fields);
  return fields === section.fields ? section : { ...section, fields };
}

export const addForm = (content: CatalogContent, form: Form): CatalogContent =>
  withForms(content, (forms) => [...forms, form]);

/** Sets properties of a form; one that is undefined is taken away. */
export const setForm = (
  content: CatalogContent,
  formId: string,
  changes: Changes<Omit<Form, 'id' | 'sections'>>,
): CatalogContent =>
  withForms(content, (forms) => changeById(forms, formId, (form) => withChanges(form, changes)));

export const moveForm = (
  content: CatalogContent,
  formId: string,
  before: string | null,
): CatalogContent => withForms(content, (forms) => moveById(forms, formId, before));

export const removeForm = (content: CatalogContent, formId: string): CatalogContent =>
  withForms(content, (forms) => removeById(forms, formId));

/** Adds a section before another, or with null at the end. */
export const addSection = (
  content: CatalogContent,
  formId: string,
  section: Section,
  before: string | null,
): CatalogContent =>
  withSections(content, formId, (sections) =>
    insertBefore(sections, section, ({ id }) => id === before),
  );

/** Sets properties of a section; one that is undefined is taken away. */
export const setSection = (
  content: CatalogContent,
  formId: string,
  sectionId: string,
  changes: Changes<Omit<Section, 'id' | 'fields'>>,
): CatalogContent =>
  withSections(content, formId, (sections) =>
    changeById(sections, sectionId, (section) => withChanges(section, changes)),
  );

export const moveSection = (
  content: CatalogContent,
  formId: string,
  sectionId: string,
  before: string | null,
): CatalogContent =>
  withSections(content, formId, (sections) => moveById(sections, sectionId, before));

/** Takes a section away, with its fields. */
export const removeSection = (
  content: CatalogContent,
  formId: string,
  sectionId: string,
): CatalogContent => withSections(content, formId, (sections) => removeById(sections, sectionId));

export const addField = (
  content: CatalogContent,
  formId: string,
  field: Field,
  { section: sectionId, before }: FieldPlace,
): CatalogContent =>
  withSections(content, formId, (sections) =>
    changeById(sections, sectionId, (section) =>
      withFields(section, (fields) => insertBefore(fields, field, ({ id }) => id === before)),
    ),
  );

/** The form with a field as `change` makes it, whatever its section. */
export const setField = (
  content: CatalogContent,
  formId: string,
  fieldId: string,
  change: (field: Field) => Field,
): CatalogContent =>
  withSections(content, formId, (sections) => {
    const section = sections.find(({ fields }) => fields.some(({ id }) => id === fieldId));
    if (!section) return sections;
    return changeById(sections, section.id, (found) =>
      withFields(found, (fields) => changeById(fields, fieldId, change)),
    );
  });

export const removeField = (
  content: CatalogContent,
  formId: string,
  fieldId: string,
): CatalogContent =>
  withSections(content, formId, (sections) => {
    const left = sections.map((section) =>
      withFields(section, (fields) => removeById(fields, fieldId)),
    );
    return left.every((section, position) => section === sections[position]) ? sections : left;
  });

/** Moves a field within its form. Where there is no such section, nothing happens. */
export function moveField(
  content: CatalogContent,
  formId: string,
  fieldId: string,
  place: FieldPlace,
): CatalogContent {
  const form = content.forms.find(({ id }) => id === formId);
  const field = form && fieldsOf(form).find(({ id }) => id === fieldId);
  const hasSection = form?.sections.some(({ id }) => id === place.section);
  if (!field || !hasSection || place.before === fieldId) return content;
  return addField(removeField(content, formId, fieldId), formId, field, place);
}
