import * as fc from 'fast-check';
import type {
  Assignment,
  CatalogContent,
  Field,
  Form,
  Option,
  Picklist,
  Section,
} from '../../src/core/catalog/types';
import { withChanges } from '../../src/core/edit/lists';

const word = fc.constantFrom('One', 'Two', 'Three');
const texts = fc
  .record({ en: word, es: fc.option(word, { nil: undefined }) })
  .map((names) => withChanges(names, {}) as Record<string, string>);
const flag = fc.option(fc.boolean(), { nil: undefined });

const unique = <T extends object, K extends keyof T>(key: K, item: fc.Arbitrary<T>, most: number) =>
  fc.uniqueArray(item, { selector: (one) => one[key], maxLength: most });
const id = (...ids: string[]) => fc.constantFrom(...ids);
const sound = <T extends object>(item: T): T => withChanges(item, {});

const option: fc.Arbitrary<Option> = fc
  .record({
    code: id('a', 'b', 'c', 'd', 'e', 'f', '__proto__', 'constructor'),
    reported: word,
    name: texts,
    synonyms: fc.option(
      fc.constantFrom<Option['synonyms']>(
        { en: ['x'] },
        { es: ['y'] },
        { en: ['x'], es: ['y'] },
        {},
      ),
      { nil: undefined },
    ),
    archived: flag,
    number: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  })
  .map(sound);

/** Parents come before their children, and only from among the options. */
const options: fc.Arbitrary<readonly Option[]> = fc
  .tuple(unique('code', option, 6), fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }))
  .map(([list, draws]) =>
    list.map((one, position) => {
      const parent = list[(draws[position] ?? 0) % (position + 1)];
      return parent === undefined || parent === one ? one : { ...one, parent: parent.code };
    }),
  );

const picklist: fc.Arbitrary<Picklist> = fc.record({
  id: id('p', 'q', 'r'),
  name: texts,
  options,
});

const rules = fc.option(
  fc.constantFrom(
    { show: true },
    { require: { var: 'queue' } },
    { show: false, require: true },
    {},
  ),
  { nil: undefined },
);
const named = { id: id('f', 'g', 'h', 'i'), name: texts, rules };
const field: fc.Arbitrary<Field> = fc
  .oneof(
    fc.record({
      ...named,
      kind: fc.constant('text' as const),
      required: flag,
      help: fc.option(texts, { nil: undefined }),
      target: id('conversations.case', 'conversations.outcome').map((path) => ({ path })),
    }),
    fc.record({
      ...named,
      kind: fc.constant('choice' as const),
      picklist: id('p', 'q'),
      levels: fc.constantFrom('any' as const, 'leaves' as const),
      target: fc.constant({ path: 'conversations.outcome' }),
    }),
  )
  .map(sound);

const form: fc.Arbitrary<Form> = fc
  .record({
    id: id('x', 'y'),
    name: texts,
    sections: unique(
      'id',
      fc.record({ id: id('s', 't', 'u'), name: texts, rules, fields: unique('id', field, 3) }),
      3,
    ),
  })
  .map((drawn): Form => {
    const seen = new Set<string>();
    const sections = drawn.sections.map((section): Section => ({
      ...sound(section),
      fields: section.fields.filter((one) => !seen.has(one.id) && seen.add(one.id)),
    }));
    return { ...drawn, sections };
  });

const assignment: fc.Arbitrary<Assignment> = fc.record({
  id: id('k', 'l', 'm'),
  when: fc.constantFrom({}, { queues: ['A'] }, { queues: ['B'], channels: ['voice'] }),
  form: fc.constantFrom('x', 'y', null),
});

/** Contents of which two have much in common: ids and texts are few. */
export const alikeContents: fc.Arbitrary<CatalogContent> = fc.record({
  schema: fc.constant(1 as const),
  reportedLanguage: fc.constantFrom('en', 'es'),
  policies: fc.record({
    enforcement: fc.constantFrom('optional' as const, 'required' as const),
    wayOut: fc.boolean(),
  }),
  picklists: unique('id', picklist, 3),
  forms: unique('id', form, 2),
  assignments: unique('id', assignment, 3),
});
