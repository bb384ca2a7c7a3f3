import type { Catalog, Field, Form, Option, Policies } from '../../src/core/catalog/types';

const option = (code: string): Option => ({
  code,
  reported: code.toUpperCase(),
  name: { en: code },
});

/** A catalog of one form with these fields, and the picklist `letters`: a, b and c. */
export const formOf = (
  fields: readonly Field[],
  policies: Partial<Policies> = {},
): { readonly catalog: Catalog; readonly form: Form } => {
  const form: Form = {
    id: 'form',
    name: { en: 'Form' },
    sections: [{ id: 'all', name: { en: 'All' }, fields }],
  };
  const catalog: Catalog = {
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'required', wayOut: false, ...policies },
    picklists: [{ id: 'letters', name: { en: 'Letters' }, options: ['a', 'b', 'c'].map(option) }],
    forms: [form],
    assignments: [{ id: 'all', when: {}, form: 'form' }],
  };
  return { catalog, form };
};

export const textField = (id: string, path: string) =>
  ({ kind: 'text', id, name: { en: id }, target: { path } }) as const;

export const letterField = (id: string, path: string) =>
  ({
    kind: 'choice',
    id,
    name: { en: id },
    picklist: 'letters',
    levels: 'any',
    target: { path },
  }) as const;

export const numberField = (id: string, path: string) =>
  ({ kind: 'number', id, name: { en: id }, target: { path } }) as const;
