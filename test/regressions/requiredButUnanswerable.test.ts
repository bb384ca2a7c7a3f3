import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import type { Answers } from '../../src/core/capture/types';
import { validateCapture } from '../../src/core/capture/validateCapture';
import type { Catalog, Field } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { formOf, letterField } from '../support/formOf';
import { richCatalog } from '../support/richCatalog';

// Elsewhere: a configuration could require an answer that no agent was able to give, and completion was blocked for
// good.
it('a catalog that requires what cannot be answered is refused', () => {
  const catalog = JSON.parse(
    JSON.stringify(richCatalog).replace(/"code":"(invoice|dispute|other)",/g, '$&"archived":true,'),
  ) as unknown;
  expect(parseCatalog(catalog)).toEqual({
    ok: false,
    error: [
      {
        code: 'nothing-to-choose',
        path: '/forms/0/sections/0/fields/0/picklist',
        details: { needed: 1, choosable: 0 },
      },
    ],
  });
});

const lacking = (
  fields: readonly Field[],
  change: (catalog: Catalog) => Catalog,
  answers: Answers,
) => {
  const { catalog, form } = formOf(fields);
  return validateCapture(change(catalog), form, { answers, saved: [] }, {}, noFacts).map(
    ({ field }) => field,
  );
};
const unchanged = (catalog: Catalog): Catalog => catalog;
const first = letterField('first', 'conversations.outcome');
const second = { ...letterField('second', 'conversations.campaign'), required: true } as const;
const never = { '===': [1, 2] } as const;
const always = { '===': [1, 1] } as const;

describe('what rules leave nothing of to choose from is not asked for', () => {
  const chosen: Answers = { first: { value: { kind: 'choice', code: 'a' }, origin: 'agent' } };
  /** Under `b` only. */
  const underB = (catalog: Catalog): Catalog => ({
    ...catalog,
    picklists: [
      ...catalog.picklists,
      {
        id: 'below',
        name: { en: 'Below' },
        options: [{ code: 'x', reported: 'X', name: { en: 'X' }, under: ['b'] }],
      },
    ],
  });
  const below = { ...second, picklist: 'below', dependsOn: 'first' };

  it('by a limit', () => {
    const limited = { ...second, rules: { limit: [{ when: always, options: [] }] } };
    expect(lacking([limited], unchanged, {})).toEqual([]);
    const not = { ...second, rules: { limit: [{ when: never, options: [] }] } };
    expect(lacking([not], unchanged, {})).toEqual(['second']);
  });

  it('by the field that it depends on', () => {
    expect(lacking([first, below], underB, chosen)).toEqual([]);
    expect(
      lacking([first, below], underB, {
        first: { value: { kind: 'choice', code: 'b' }, origin: 'agent' },
      }),
    ).toEqual(['second']);
  });

  it('but while that one has to be answered first', () => {
    expect(lacking([first, below], underB, {})).toEqual(['second']);
    const hidden = { ...first, rules: { show: never } };
    expect(lacking([hidden, below], underB, {})).toEqual([]);
  });

  it('and fewer than it takes are nothing', () => {
    const two = {
      ...second,
      kind: 'choices',
      min: 2,
      target: { joined: { path: 'conversations.campaign', separator: ', ' } },
      rules: { limit: [{ when: always, options: ['a'] }] },
    } as const;
    expect(lacking([two as unknown as Field], unchanged, {})).toEqual([]);
  });
});
