import * as fc from 'fast-check';
import { checkUsed } from '../../src/core/catalog/checkUsed';
import { keepUsed } from '../../src/core/catalog/keepUsed';
import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import type { CatalogContent, Option } from '../../src/core/catalog/types';
import { contentWith } from '../support/contents';

const CODES = ['a', 'b', 'c', 'd', '__proto__', 'constructor'];
const LISTS = ['one', 'two', 'toString'];

/** Options whose reported text belongs to their code, as it does once both are fixed. */
const option = fc.record(
  {
    code: fc.constantFrom(...CODES),
    name: fc.constantFrom<Option['name']>({ en: 'Name' }, { es: 'Nombre' }, { en: 'N', es: 'M' }),
    description: fc.constantFrom<Option['name']>({ en: 'When' }, { es: 'Cuando' }),
    shortcut: fc.integer({ min: 1, max: 9 }),
    archived: fc.boolean(),
    parent: fc.constantFrom(...CODES),
  },
  { requiredKeys: ['code', 'name'] },
);

const contents: fc.Arbitrary<CatalogContent> = fc
  .record({
    reportedLanguage: fc.constantFrom('en', 'es'),
    picklists: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...LISTS),
        name: fc.constant({ en: 'List', es: 'Lista' }),
        options: fc.uniqueArray(
          option.map((one) => ({ ...one, reported: `Reported ${one.code}` })),
          { selector: ({ code }) => code, maxLength: 5 },
        ),
      }),
      { selector: ({ id }) => id },
    ),
  })
  .map((parts) => contentWith({ ...parts, forms: [], assignments: [] }));

const isSound = (content: CatalogContent): boolean => parseCatalog({ ...content, version: 1 }).ok;
const sound = contents.filter(isSound);

test('a content that keeps what is used can be published after it, and is itself but for that', () => {
  fc.assert(
    fc.property(sound, sound, (used, next) => {
      const kept = keepUsed(used, next);
      expect(checkUsed(used, kept)).toEqual([]);
      expect(isSound(kept)).toBe(true);
      expect(checkUsed(next, kept)).toEqual([]);
      expect(keepUsed(used, kept)).toBe(kept);
      const there = new Set(
        next.picklists.flatMap(({ id, options }) => options.map(({ code }) => `${id} ${code}`)),
      );
      for (const { id, options } of kept.picklists) {
        for (const one of options) {
          if (!there.has(`${id} ${one.code}`)) expect(one.archived).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('what was ever published is in every later version, whatever is published and taken back', () => {
  const step = fc.oneof(
    fc.record({ publish: sound, isMended: fc.boolean() }),
    fc.nat().map((back) => ({ back })),
  );
  fc.assert(
    fc.property(sound, fc.array(step, { maxLength: 8 }), (first, steps) => {
      const versions = [first];
      for (const one of steps) {
        const inForce = versions.at(-1)!;
        const next =
          'publish' in one
            ? one.isMended
              ? keepUsed(inForce, one.publish)
              : one.publish
            : keepUsed(inForce, versions[one.back % versions.length]!);
        if (checkUsed(inForce, next).length === 0) versions.push(next);
        else expect(one).toMatchObject({ isMended: false });
      }
      const last = versions.at(-1)!;
      for (const version of versions) expect(checkUsed(version, last)).toEqual([]);
    }),
  );
});

test('what reports show stays, whatever a file says', () => {
  const used = contentWith();
  const [list, ...others] = used.picklists;
  const options = list!.options.map((one) => ({ ...one, reported: `${one.reported}!` }));
  const next = { ...used, picklists: [{ ...list!, options }, ...others] };
  expect(keepUsed(used, next)).toEqual(used);
});
