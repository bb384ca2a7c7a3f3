import { en } from './en';
import { es } from './es';
import { translatorOf, type TranslateOf } from './translatorOf';

/** Gives the text of a key, its values filled in. */
export type Translate = TranslateOf<typeof en>;

/** What agents see, in a BCP 47 language such as `es-MX`; a language without texts of its own gets English. */
export const createTranslator: (language: string) => Translate = translatorOf({ en, es });
