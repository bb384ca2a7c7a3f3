import { captureOf, saved } from '../support/richCapture';

// Elsewhere: values were merged in, so that an answer once saved could be replaced but never removed, and fewer
// choices than before left the others behind.
describe('an answer that is removed', () => {
  const full = {
    conversations: {
      conversation_id: 'CONV1',
      outcome: 'Other',
      conversation_attribute_1: 'delivery',
      conversation_label_1: 'Delivery',
      conversation_attribute_2: 'price',
      conversation_label_2: 'Price',
    },
  };

  it('leaves the task', () => {
    const capture = captureOf(
      full,
      { type: 'clear', field: 'outcome' },
      { type: 'choose-all', field: 'topics', codes: ['price'] },
    );
    expect(saved(capture, full)).toBe(
      '{"conversations":{"conversation_id":"CONV1","conversation_attribute_1":"price","conversation_label_1":"Price"}}',
    );
  });
});
