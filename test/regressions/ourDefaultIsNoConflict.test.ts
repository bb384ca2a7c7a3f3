import { findConflicts } from '../../src/core/conflicts/findConflicts';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const OTHER = 'WR00000000000000000000000000000002';
const catalog: Catalog = {
  ...smallCatalog,
  policies: {
    enforcement: 'required',
    wayOut: false,
    conflicts: 'theirs',
    wayOutByReason: {
      afterRefusals: 1,
      reasons: [{ code: 'down', name: { en: 'A system is down' } }],
      default: { field: 'outcome', option: 'no-sale' },
    },
  },
};

const conflictsOn = (attributes: unknown) =>
  findConflicts(
    {
      catalog,
      form: catalog.forms[0]!,
      given: {
        answers: { outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' } },
        saved: ['outcome'],
      },
      seen: { outcome: { 'conversations.outcome': ['Sale'] } },
      facts: noFacts,
      reservationSid: WR,
    },
    attributes,
  ).map(({ raw }) => raw);

const marked = (outcome: string, by: string) => ({
  conversations: { outcome },
  debrief_way_out: { [by]: { reason: 'down', at: '2026-11-28T12:00:00.000Z', default: 'outcome' } },
});

/**
 * What the way out had put on the task in place of an answer that could not be stored was taken for another program's as
 * soon as the page heard of it. Found by test/simulation/interleavings.test.ts.
 */
it('the default of the way out is no other program’s value', () => {
  expect(conflictsOn(marked('No sale', WR))).toEqual([]);
});

it('the same value without this reservation’s mark is, and so is another one beside it', () => {
  expect(conflictsOn({ conversations: { outcome: 'No sale' } })).toEqual(['No sale']);
  expect(conflictsOn(marked('No sale', OTHER))).toEqual(['No sale']);
  expect(conflictsOn(marked('Theirs', WR))).toEqual(['Theirs']);
});
