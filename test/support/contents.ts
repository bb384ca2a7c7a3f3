import * as fc from 'fast-check';
import type { CatalogContent, Option } from '../../src/core/catalog/types';
import { smallCatalog } from './smallCatalog';

const { version: _version, ...smallContent } = smallCatalog;

/** A catalog without a number, as drafts are. */
export const contentWith = (changes: Partial<CatalogContent> = {}): CatalogContent => ({
  ...smallContent,
  ...changes,
});

const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt-BR'];

/** An option as a large account has thousands of. */
export const numberedOption = (n: number, languages: readonly string[] = LANGUAGES): Option => ({
  code: `option-${n}`,
  reported: `Option ${n} of the list`,
  name: Object.fromEntries(languages.map((language) => [language, `Option ${n} (${language})`])),
});

export const largeContent = (
  options: number,
  languages: readonly string[] = LANGUAGES,
): CatalogContent =>
  contentWith({
    picklists: [
      ...smallContent.picklists,
      {
        id: 'large',
        name: { en: 'Large' },
        options: Array.from({ length: options }, (_, n) => numberedOption(n, languages)),
      },
    ],
  });

const HOSTILE = ['__proto__', 'constructor', 'toString', 'a"b\\c', '🙂', '\ud800', '\u0000', ''];
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(...HOSTILE),
);
const language = fc.constantFrom('en', 'es', '__proto__', 'constructor');
/** As JSON.parse makes it: keys are plain data. */
const objectOf = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(keys, values), { maxLength: 3 })
    .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))) as object);
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));

const option = fc.record(
  {
    code: text,
    reported: text,
    name: objectOf(language, text),
    synonyms: objectOf(language, fc.array(text, { maxLength: 3 })),
    description: objectOf(language, text),
    archived: fc.boolean(),
    number: fc.integer(),
    parent: text,
    later: json,
  },
  { requiredKeys: ['code', 'reported', 'name'] },
);
const item = fc.record({ id: text, name: objectOf(language, text), more: json });

/** Contents as drafts may be: not sound, with texts of all kinds and lists of any length. */
export const contents = fc
  .record({
    schema: fc.constant(1),
    reportedLanguage: text,
    policies: json,
    later: json,
    picklists: fc.array(
      fc.record({
        id: text,
        name: objectOf(language, text),
        options: fc.array(option, { maxLength: 60 }),
      }),
      { maxLength: 4 },
    ),
    forms: fc.array(item, { maxLength: 4 }),
    assignments: fc.array(item, { maxLength: 60 }),
  })
  .map((content) => content as unknown as CatalogContent);
