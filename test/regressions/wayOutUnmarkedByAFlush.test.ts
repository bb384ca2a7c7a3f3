import {
  mergeAnswers,
  type AnswersToMerge,
  type SavePurpose,
} from '../../src/core/capture/mergeAnswers';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const MARKED = { debrief_way_out: { [WR]: { reason: 'down', at: '2026-11-28T12:00:00.000Z' } } };

const merge = (
  of: Pick<AnswersToMerge, 'catalog' | 'form' | 'given' | 'purpose'>,
  attributes: unknown,
) => {
  const result = mergeAnswers(
    {
      ...of,
      facts: noFacts,
      reservationSid: WR,
      transferred: false,
      isLive: () => true,
      marksCompletion: false,
    },
    attributes,
  );
  return result.ok ? result.value.attributes : result.error;
};

const merged = (purpose: SavePurpose) => {
  const answers = { note: { value: { kind: 'text', text: 'A-1' }, origin: 'agent' } } as const;
  const form = formOf([textField('note', 'conversations.case')]);
  return merge({ ...form, given: { answers, saved: [] }, purpose }, MARKED);
};

/**
 * The save of a log-out in one tab arrived after the completion by the way out in the other, and took its mark off. Found by
 * test/simulation/interleavings.test.ts.
 */
it('a flush leaves the mark of the way out where it is', () => {
  expect(merged('flush')).toEqual({ ...MARKED, conversations: { case: 'A-1' } });
});

it('a completion without the way out takes it off', () => {
  expect(merged('complete')).toEqual({ conversations: { case: 'A-1' } });
});

const BY_DEFAULT = {
  conversations: { outcome: 'No sale' },
  debrief_way_out: { [WR]: { ...MARKED.debrief_way_out[WR], default: 'outcome' } },
};

const catalog: Catalog = {
  ...smallCatalog,
  policies: {
    enforcement: 'required',
    wayOut: false,
    wayOutByReason: {
      afterRefusals: 1,
      reasons: [{ code: 'down', name: { en: 'A system is down' } }],
      default: { field: 'outcome', option: 'no-sale' },
    },
  },
};

/** What the agent has taken off the task again, on a task that the way out has given its default. */
const withdrawn = (purpose: SavePurpose, attributes: unknown) => {
  const answers = { outcome: { value: null, origin: 'agent' } } as const;
  const form = catalog.forms[0]!;
  return merge({ catalog, form, given: { answers, saved: ['outcome'] }, purpose }, attributes);
};

/**
 * A save that had waited in another tab arrived between the way out and the end of the task, and took the default off that
 * its mark tells of. Found by test/simulation/interleavings.test.ts.
 */
it('a flush leaves the default of the way out where it is', () => {
  expect(withdrawn('flush', BY_DEFAULT)).toEqual(BY_DEFAULT);
});

it('it is nobody else’s value that stays, and a completion without the way out takes it off', () => {
  const { conversations } = BY_DEFAULT;
  expect(withdrawn('flush', { ...MARKED, conversations })).toEqual({
    ...MARKED,
    conversations: {},
  });
  expect(withdrawn('complete', BY_DEFAULT)).toEqual({ conversations: {} });
});
