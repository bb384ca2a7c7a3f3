import { findEntry } from '../insights/dictionary';
import { fieldsOf } from './fieldsOf';
import { targetPaths } from './targetPaths';
import type { Field, Form } from './types';

/** Whether personal data is what the field is for: its author says so, or the dictionary does of its target. */
export const isPersonal = (field: Field): boolean =>
  ('pii' in field && field.pii === true) ||
  targetPaths(field).some((path) => findEntry(path)?.pii === true);

export const personalFields = (form: Form): ReadonlySet<string> =>
  new Set(
    fieldsOf(form)
      .filter(isPersonal)
      .map(({ id }) => id),
  );
