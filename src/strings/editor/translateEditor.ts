import { translatorOf, type TranslateOf } from '../translatorOf';
import { en } from './en';
import { es } from './es';

/** Gives a text of the catalog editor. */
export type TranslateEditor = TranslateOf<typeof en>;

export const createEditorTranslator: (language: string) => TranslateEditor = translatorOf({
  en,
  es,
});
