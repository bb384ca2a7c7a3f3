import { captureOf, saved } from '../support/richCapture';

// Elsewhere: choosing "Billing dispute" ticked "Billing" too, since one text contains the other, and "Billing" could
// then be neither chosen nor cleared.
describe('options of which one text contains the other', () => {
  const CODES = { type: 'choose-all', field: 'topics' } as const;

  it('are told apart when read from a task', () => {
    const capture = captureOf({ conversations: { outcome: 'Billing dispute' } });
    expect(capture.answers['outcome']?.value).toEqual({ kind: 'choice', code: 'dispute' });
  });

  it('are told apart when a slot holds the longer code', () => {
    const task = { conversations: { conversation_attribute_1: 'price-list' } };
    const capture = captureOf(task, { ...CODES, codes: ['price'] });
    expect(saved(capture, task)).toBe(
      '{"conversations":{"conversation_attribute_1":"price-list",' +
        '"conversation_attribute_2":"price","conversation_label_2":"Price"}}',
    );
  });
});
