import * as fc from 'fast-check';
import { parse } from 'papaparse/papaparse.min.js';
import { cleanText } from '../../src/core/capture/storedText';
import type { CatalogContent, Option } from '../../src/core/catalog/types';
import { withChanges } from '../../src/core/edit/lists';
import { exportOptions } from '../../src/core/exchange/exportOptions';
import { planImport } from '../../src/core/exchange/planImport';
import { DELIMITERS, readTable, writeTable } from '../../src/core/exchange/table';

const nasty = fc.constantFrom(
  '=HYPERLINK("http://x";"y")',
  "'=1+1",
  "''@x",
  '+41 1',
  '-1',
  '-5.5e-7',
  '@SUM(A1)',
  "'tis",
  'a,b;c\td',
  '"quoted"',
  'a|b\\c|',
  '\\',
  'two\nlines',
  'Größe ▸ 🙂',
);
const any = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 8 }),
);
const clean = any.map((text) => cleanText(text)).filter((text) => text !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const languages = (values: fc.Arbitrary<unknown>) =>
  fc
    .record({ en: values, es: maybe(values), 'pt-BR': maybe(values) })
    .map((all) => withChanges(all, {}));

const option = fc
  .record({
    code: clean,
    reported: clean,
    name: languages(clean),
    description: maybe(languages(clean)),
    synonyms: maybe(languages(fc.array(clean, { minLength: 1, maxLength: 3 }))),
    archived: maybe(fc.constant(true)),
    activeFrom: maybe(fc.constantFrom('2026-01-01', '2026-02-28')),
    activeTo: maybe(fc.constantFrom('2026-03-01', '2027-12-31')),
    shortcut: maybe(fc.integer({ min: 1, max: 9 })),
    number: maybe(
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    ),
    under: maybe(fc.array(clean, { minLength: 1, maxLength: 3 })),
  })
  .map((drawn) => withChanges(drawn, {}) as unknown as Option);

/** Options that are sound; the first is the parent of some. */
const sound = fc
  .uniqueArray(option, {
    selector: ({ reported }) => reported.trim().toLowerCase(),
    minLength: 1,
    maxLength: 6,
  })
  .map((options) => {
    const codes = new Set<string>();
    const keys = new Set<unknown>();
    return options
      .filter(({ code }) => !codes.has(code) && codes.add(code))
      .map(({ shortcut, ...one }, position, all): Option => ({
        ...one,
        ...(shortcut !== undefined && !keys.has(shortcut) && keys.add(shortcut)
          ? { shortcut }
          : {}),
        ...(position % 2 === 1 ? { parent: all[0]!.code } : {}),
      }));
  });

const contentOf = (options: readonly Option[]): CatalogContent => ({
  schema: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'optional', wayOut: true },
  picklists: [{ id: 'list', name: { en: 'List' }, options }],
  forms: [],
  assignments: [],
});

/** As another program would save it. */
const asOther = (csv: string, delimiter: string, mark: boolean): string => {
  const quoted = parse(csv, { delimiter: ',' }).data.map((row) =>
    row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(delimiter),
  );
  return `${mark ? '\uFEFF' : ''}${quoted.join('\n')}`;
};

test('cells come back as they were, whatever is in them', () => {
  const rows = fc.array(fc.array(any, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(rows, (table) => {
      expect(readTable(writeTable(table), ',')).toEqual({ rows: table, broken: [] });
    }),
    { numRuns: 500 },
  );
});

test('no cell of an export is a formula to a spreadsheet', () => {
  fc.assert(
    fc.property(sound, (options) => {
      const csv = exportOptions(contentOf(options), 'list');
      const cells = csv.match(/(?<=^|,|\r\n)(?:"(?:[^"]|"")*"|[^",\r\n]*)(?=,|\r\n|$)/g) ?? [];
      for (const cell of cells) {
        const shown = cell.replace(/^"/, '');
        if (/^[=+\-@\t\r\n]/.test(shown)) expect(Number.isFinite(Number(shown))).toBe(true);
      }
    }),
  );
});

test('an export that is imported changes nothing', () => {
  fc.assert(
    fc.property(sound, (options) => {
      const content = contentOf(options);
      const plan = planImport(content, 'list', exportOptions(content, 'list'), content);
      expect(plan.errors).toEqual([]);
      expect(plan.content).toBe(content);
      expect([plan.unchanged, plan.added, plan.changed]).toEqual([options.length, 0, 0]);
    }),
  );
});

test('an export makes the same picklist of an empty one, however another program has saved it', () => {
  fc.assert(
    fc.property(sound, fc.constantFrom(...DELIMITERS), fc.boolean(), (options, delimiter, mark) => {
      const content = contentOf(options);
      const csv = asOther(exportOptions(content, 'list'), delimiter, mark);
      const plan = planImport(contentOf([]), 'list', csv, null);
      expect(plan.errors).toEqual([]);
      expect(plan.content).toEqual(content);
    }),
  );
});
