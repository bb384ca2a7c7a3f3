import * as fc from 'fast-check';
import { evaluateForm } from '../../../../src/core/form/evaluateForm';
import { catalogAt } from '../../../../src/core/catalog/catalogAt';
import { dayWithout } from '../../../../src/core/catalog/dayWithout';
import { addDays, isDay } from '../../../../src/core/catalog/days';
import { picklistIndex } from '../../../../src/core/catalog/picklistIndex';
import type { Catalog, Option, Picklist } from '../../../../src/core/catalog/types';
import { noFacts } from '../../../support/facts';
import { richCatalog } from '../../../support/richCatalog';
import { smallCatalog } from '../../../support/smallCatalog';

const option = (code: string, more: Partial<Option> = {}): Option => ({
  code,
  reported: code,
  name: { en: code },
  ...more,
});
const catalogOf = (options: readonly Option[], timeZone = 'UTC'): Catalog => ({
  ...smallCatalog,
  policies: { ...smallCatalog.policies, timeZone },
  picklists: [{ id: 'outcomes', name: { en: 'Outcomes' }, options }],
});
const offered = (catalog: Catalog, moment: string | null): string[] => {
  const startedAt = moment === null ? null : Date.parse(moment);
  const [picklist] = catalogAt(catalog, startedAt).picklists;
  return picklistIndex(picklist!)
    .choosable('leaves')
    .map(({ code }) => code);
};

describe('an option outside its days', () => {
  const catalog = catalogOf([
    option('spring', { activeFrom: '2026-03-01', activeTo: '2026-05-31' }),
    option('later', { activeFrom: '2026-06-01' }),
    option('always'),
  ]);

  it('is offered from its first to its last day', () => {
    expect(offered(catalog, '2026-02-28T23:59Z')).toEqual(['always']);
    expect(offered(catalog, '2026-03-01T00:00Z')).toEqual(['spring', 'always']);
    expect(offered(catalog, '2026-05-31T23:59Z')).toEqual(['spring', 'always']);
    expect(offered(catalog, '2026-06-01T00:00Z')).toEqual(['later', 'always']);
  });

  it('is offered where nobody knows when the contact began', () => {
    expect(offered(catalog, null)).toEqual(['spring', 'later', 'always']);
  });

  it('begins and ends in the contact centre’s time zone', () => {
    const tokyo = catalogOf([option('spring', { activeFrom: '2026-03-01' })], 'Asia/Tokyo');
    expect(offered(tokyo, '2026-02-28T14:59Z')).toEqual([]);
    expect(offered(tokyo, '2026-02-28T15:00Z')).toEqual(['spring']);
  });

  it('takes all below it along', () => {
    const tree = catalogOf([
      option('top', { activeTo: '2026-05-31' }),
      option('below', { parent: 'top' }),
    ]);
    expect(offered(tree, '2026-05-31T12:00Z')).toEqual(['below']);
    expect(offered(tree, '2026-06-01T12:00Z')).toEqual([]);
  });

  it('leaves a catalog without days as it is', () => {
    expect(catalogAt(richCatalog, Date.now())).toBe(richCatalog);
    expect(catalogAt(catalog, Date.parse('2026-04-01'))).not.toBe(catalog);
  });
});

const fieldOf = (catalog: Catalog) => catalog.forms[0]!.sections[0]!.fields[0]!;
const stateOf = (catalog: Catalog, moment: string) => {
  const startedAt = Date.parse(moment);
  const facts = { ...noFacts, startedAt };
  const on = catalogAt(catalog, startedAt);
  const given = { answers: {}, saved: [] };
  return evaluateForm(on, on.forms[0]!, given, facts, {})['outcome'];
};

// The options that rules leave were kept by field alone: the second day got those of the first.
it('is offered anew on another day, though the field is the same', () => {
  const catalog = catalogOf([option('a', { activeTo: '2026-05-31' }), option('b')]);
  const form = catalog.forms[0]!;
  const limited = { ...fieldOf(catalog), rules: { limit: [{ when: true, options: ['a', 'b'] }] } };
  const withLimit: Catalog = {
    ...catalog,
    forms: [{ ...form, sections: [{ ...form.sections[0]!, fields: [limited as never] }] }],
  };
  expect([...(stateOf(withLimit, '2026-05-31T12:00Z')?.offers ?? [])]).toEqual(['a', 'b']);
  expect([...(stateOf(withLimit, '2026-06-01T12:00Z')?.offers ?? [])]).toEqual(['b']);
});

it('a required field of which no option is active stops nobody', () => {
  const catalog = catalogOf([option('a', { activeTo: '2026-05-31' })]);
  expect(stateOf(catalog, '2026-05-31T12:00Z')?.required).toBe(true);
  expect(stateOf(catalog, '2026-06-01T12:00Z')?.required).toBe(false);
});

it('knows the days of the calendar', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(['2026-02-29', '2026-13-01', '2026-00-10', 'tomorrow'].filter(isDay)).toEqual([]);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

describe('a day with too few options', () => {
  const days = Array.from({ length: 12 }, (_, n) => addDays('2026-03-01', n - 1));
  const optionalDay = fc.option(fc.constantFrom(...days.slice(1, -1)), { nil: undefined });
  const picklists = fc
    .array(fc.tuple(optionalDay, optionalDay, fc.nat(6)), { minLength: 1, maxLength: 6 })
    .map((rows): Picklist => ({
      id: 'p',
      name: {},
      options: rows.map(([a, b, above], n) =>
        option(`o${n}`, {
          ...(a === undefined ? {} : { activeFrom: b !== undefined && b < a ? b : a }),
          ...(b === undefined ? {} : { activeTo: a !== undefined && b < a ? a : b }),
          ...(above < n ? { parent: `o${above}` } : {}),
        }),
      ),
    }));

  it('is found between two options that do not meet', () => {
    const gap = (from: string): Picklist => ({
      id: 'p',
      name: {},
      options: [option('a', { activeTo: '2026-03-05' }), option('b', { activeFrom: from })],
    });
    expect(dayWithout(gap('2026-03-07'), 'any', 1)).toBe('2026-03-06');
    expect(dayWithout(gap('2026-03-06'), 'any', 1)).toBeNull();
    // There never are two of them.
    expect(dayWithout(gap('2026-03-06'), 'any', 2)).toBe('2026-03-06');
  });

  it('is none of those before a list began', () => {
    const dated = { id: 'p', name: {}, options: [option('a', { activeFrom: '2026-03-05' })] };
    expect(dayWithout(dated, 'any', 1)).toBeNull();
  });

  it('is found if and only if there is one', () => {
    fc.assert(
      fc.property(picklists, fc.integer({ min: 1, max: 3 }), (picklist, needed) => {
        const isDated = picklist.options.some((one) => one.activeFrom ?? one.activeTo);
        const countOn = (day: string) => {
          const on = catalogAt({ ...smallCatalog, picklists: [picklist] }, Date.parse(day));
          return picklistIndex(on.picklists[0]!).choosable('any').length;
        };
        const found = dayWithout(picklist, 'any', needed);
        if (found !== null) expect(countOn(found)).toBeLessThan(needed);
        if (found !== null || !isDated) return;
        const enough = days.map((day) => countOn(day) >= needed);
        expect(enough.slice(enough.indexOf(true)).every(Boolean)).toBe(true);
      }),
    );
  });
});
