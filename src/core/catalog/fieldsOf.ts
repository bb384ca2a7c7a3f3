import type { Field, Form } from './types';

/** All fields of a form, in form order. */
export const fieldsOf = (form: Form): readonly Field[] =>
  form.sections.flatMap((section) => section.fields);
