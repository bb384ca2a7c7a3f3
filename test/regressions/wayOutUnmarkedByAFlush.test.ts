import { mergeAnswers, type SavePurpose } from '../../src/core/capture/mergeAnswers';
import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';

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
