import { createContext, useContext } from 'react';
import type { Field, Form } from '../../../core/catalog/types';

/** Changes the field if it is still of its kind; `setting` is the setting's name for people. */
export type FieldChange = (setting: string, make: (field: Field) => Field) => void;

interface OneField {
  readonly form: Form;
  /** JSON pointer of the field. */
  readonly pointer: string;
  readonly change: FieldChange;
  /** Sets settings of the field; one that is undefined is taken away. */
  readonly set: (setting: string, changes: Readonly<Record<string, unknown>>) => void;
}

export const FieldScope = createContext<OneField | null>(null);

/** The field that is worked on. */
export function useField(): OneField {
  const scope = useContext(FieldScope);
  if (!scope) throw new Error('A setting of a field stands outside of it.');
  return scope;
}
