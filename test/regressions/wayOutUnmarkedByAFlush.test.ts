import { mergeAnswers, type SavePurpose } from '../../src/core/capture/mergeAnswers';
import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const MARKED = { debrief_way_out: { [WR]: { reason: 'down', at: '2026-11-28T12:00:00.000Z' } } };

const merged = (purpose: SavePurpose) => {
  const { catalog, form } = formOf([textField('note', 'conversations.case')]);
  const answers = { note: { value: { kind: 'text', text: 'A-1' }, origin: 'agent' } } as const;
  const result = mergeAnswers(
    {
      catalog,
      form,
      given: { answers, saved: [] },
      facts: noFacts,
      reservationSid: WR,
      purpose,
      transferred: false,
      isLive: () => true,
      marksCompletion: false,
    },
    MARKED,
  );
  return result.ok ? result.value.attributes : result.error;
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

/** What the agent has taken off the task again, on a task that the way out has given its default. */
const withdrawn = (purpose: SavePurpose, attributes: unknown) => {
  const result = mergeAnswers(
    {
      catalog: {
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
      },
      form: smallCatalog.forms[0]!,
      given: { answers: { outcome: { value: null, origin: 'agent' } }, saved: ['outcome'] },
      facts: noFacts,
      reservationSid: WR,
      purpose,
      transferred: false,
      isLive: () => true,
      marksCompletion: false,
    },
    attributes,
  );
  return result.ok ? result.value.attributes : result.error;
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
