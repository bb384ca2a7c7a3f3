import { readPrefill } from '../../../../src/core/capture/readPrefill';
import { refreshPrefill } from '../../../../src/core/capture/refreshPrefill';
import { captureOf } from '../../../support/richCapture';
import { richCatalog, richForm } from '../../../support/richCatalog';

const prefill = (attributes: unknown) => readPrefill(richCatalog, richForm, attributes);
const conversations = (values: Record<string, unknown>) => prefill({ conversations: values });

describe('readPrefill', () => {
  it('finds an answer for every kind of field', () => {
    const found = prefill({
      conversations: {
        outcome: 'Billing dispute',
        conversation_attribute_9: 'price',
        conversation_label_9: 'Price',
        conversation_attribute_1: 'quality',
        conversation_attribute_3: 'delivery',
        content: 'asked for a human',
        productive: 'No',
        conversation_measure_1: 2,
      },
      customers: { market_segment: 'SMB' },
    });
    expect(found).toEqual({
      answers: {
        outcome: { value: { kind: 'choice', code: 'dispute' }, origin: 'prefill' },
        product: { value: { kind: 'choice', code: 'price' }, origin: 'prefill' },
        topics: { value: { kind: 'choices', codes: ['delivery', 'quality'] }, origin: 'prefill' },
        note: { value: { kind: 'text', text: 'asked for a human' }, origin: 'prefill' },
        productive: { value: { kind: 'yesno', yes: false }, origin: 'prefill' },
        items: { value: { kind: 'number', text: '2', decimal: '.' }, origin: 'prefill' },
        market: { value: { kind: 'text', text: 'SMB' }, origin: 'prefill' },
      },
      foreign: {},
    });
  });

  it("shows what is none of a field's answers as foreign", () => {
    const found = conversations({
      outcome: 'Self-service 4711',
      conversation_label_9: 'price',
      conversation_attribute_1: 'price',
      conversation_attribute_2: 'theirs',
      conversation_label_3: 'Lone label',
      content: 17,
      productive: 'yes',
      conversation_measure_1: '5',
    });
    expect(found.foreign).toEqual({
      outcome: 'Self-service 4711',
      product: 'price',
      topics: 'theirs, Lone label',
      note: '17',
      productive: 'yes',
      items: '5',
    });
    expect(Object.keys(found.answers)).toEqual(['topics']);
  });

  it('takes no part of a text, no other capitals and no display name for an option', () => {
    expect(conversations({ outcome: 'Billing' }).answers).toEqual({});
    expect(conversations({ outcome: 'invoice' }).answers).toEqual({});
    expect(conversations({ outcome: 'Invoice 12' }).answers).toEqual({});
  });

  it('takes a heading for foreign where a leaf is due', () => {
    expect(conversations({ outcome: 'Billing' })).toEqual({
      answers: {},
      foreign: { outcome: 'Billing' },
    });
  });

  it('recognises an archived option', () => {
    expect(conversations({ outcome: 'Retired' }).foreign).toEqual({ outcome: 'Retired' });
    expect(conversations({ outcome: 'Below retired' }).answers['outcome']?.value).toEqual({
      kind: 'choice',
      code: 'below-retired',
    });
    expect(conversations({ conversation_attribute_1: 'gone' }).answers['topics']?.value).toEqual({
      kind: 'choices',
      codes: ['gone'],
    });
  });

  it('finds nothing in empty values', () => {
    const found = conversations({ outcome: '', content: '  ', conversation_attribute_1: null });
    expect(found).toEqual({ answers: {}, foreign: {} });
  });

  it.each([
    [null],
    [undefined],
    ['text'],
    [[1]],
    [{ conversations: null }],
    [{ conversations: 'billing' }],
    [{ conversations: [] }],
    [JSON.parse('{"__proto__":{"conversations":{"outcome":"Other"}}}')],
  ])('finds nothing on a task with the attributes %j', (attributes) => {
    expect(prefill(attributes)).toEqual({ answers: {}, foreign: {} });
  });

  it('follows the task where the agent has not answered', () => {
    const capture = captureOf(
      { conversations: { outcome: 'Other', content: 'old' } },
      {
        type: 'write',
        field: 'note',
        text: 'mine',
      },
    );
    const now = prefill({
      conversations: { content: 'theirs' },
      customers: { market_segment: 'A' },
    });
    expect(refreshPrefill(capture, now).answers).toEqual({
      note: { value: { kind: 'text', text: 'mine' }, origin: 'agent' },
      market: { value: { kind: 'text', text: 'A' }, origin: 'prefill' },
    });
  });
});
