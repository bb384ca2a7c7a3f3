import { createContext, useContext } from 'react';
import type { LanguageTag, Texts } from '../../../core/catalog/types';
import type { EditorTabProps } from '../EditorTabProps';

/** What every part of the Forms tab works with. */
export interface FormsScope extends Omit<EditorTabProps, 'jump'> {
  /** The languages that texts are written in: the reported one first. */
  readonly languages: readonly LanguageTag[];
  /** A text as this page shows it. */
  readonly nameOf: (texts: Texts) => string;
}

export const FormsContext = createContext<FormsScope | null>(null);

export function useForms(): FormsScope {
  const scope = useContext(FormsContext);
  if (!scope) throw new Error('A part of the Forms tab stands outside of it.');
  return scope;
}
