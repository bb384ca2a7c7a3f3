import { applyIntent } from '../../../../src/core/capture/applyIntent';
import { markSaved } from '../../../../src/core/capture/markSaved';
import { toPatch } from '../../../../src/core/capture/toPatch';
import type { Intent } from '../../../../src/core/capture/types';
import { captureOf, saved } from '../../../support/richCapture';
import { richCatalog, richForm } from '../../../support/richCatalog';
import { noFacts } from '../../../support/facts';
import { formOf, numberField } from '../../../support/formOf';
import { throughCore } from '../../../support/throughCore';

const patchOf = (attributes: unknown, ...intents: readonly Intent[]) =>
  toPatch(richCatalog, richForm, captureOf(attributes, ...intents), attributes, { facts: noFacts });
const after = (attributes: unknown, ...intents: readonly Intent[]) =>
  saved(captureOf(attributes, ...intents), attributes);
const write = (text: string, field = 'note'): Intent => ({ type: 'write', field, text });
const clear = (field: string): Intent => ({ type: 'clear', field });
const chooseAll = (...codes: string[]): Intent => ({ type: 'choose-all', field: 'topics', codes });

describe('toPatch', () => {
  it('stores every kind of answer in form order', () => {
    const text = after(
      { call_sid: 'CA1' },
      write('SMB', 'market'),
      write('12', 'items'),
      { type: 'answer', field: 'productive', yes: true },
      write('called twice'),
      chooseAll('price', 'delivery'),
      { type: 'choose', field: 'product', code: 'quality' },
      { type: 'choose', field: 'outcome', code: 'dispute' },
    );
    expect(text).toBe(
      '{"call_sid":"CA1","conversations":{"outcome":"Billing dispute",' +
        '"conversation_attribute_9":"quality","conversation_label_9":"Quality",' +
        '"conversation_attribute_1":"delivery","conversation_label_1":"Delivery",' +
        '"conversation_attribute_2":"price","conversation_label_2":"Price",' +
        '"content":"called twice","productive":"Yes","conversation_measure_1":12},' +
        '"customers":{"market_segment":"SMB"}}',
    );
  });

  it('leaves alone what the agent has not answered', () => {
    const task = { conversations: { outcome: 'Other', content: 'from IVR', productive: 'maybe' } };
    expect(patchOf(task)).toEqual([]);
    expect(patchOf(task, write('SMB', 'market'))).toEqual([
      { op: 'set', path: 'customers.market_segment', value: 'SMB' },
    ]);
  });

  it('does not write a prefill over what another writer put there since', () => {
    const capture = captureOf({ conversations: { outcome: 'Other' } }, write('x'));
    expect(saved(capture, { conversations: { outcome: 'Invoice' } })).toBe(
      '{"conversations":{"outcome":"Invoice","content":"x"}}',
    );
  });

  it('unsets what is withdrawn', () => {
    const task = {
      conversations: {
        outcome: 'Other',
        conversation_attribute_9: 'price',
        conversation_label_9: 'Price',
        content: 'x',
      },
    };
    expect(after(task, clear('outcome'), clear('product'), clear('note'))).toBe(
      '{"conversations":{}}',
    );
  });

  it('unsets an undone answer that a flush has put on the task', () => {
    const capture = captureOf({}, { type: 'choose', field: 'outcome', code: 'other' });
    const flushed = saved(capture, {});
    expect(flushed).toBe('{"conversations":{"outcome":"Other"}}');
    const undone = applyIntent(
      richCatalog,
      richForm,
      markSaved(capture, Object.keys(capture.answers)),
      {
        type: 'undo',
      },
    );
    expect(saved(undone, JSON.parse(flushed))).toBe('{"conversations":{}}');
  });

  it('leaves a foreign value alone when the answer over it is undone before any save', () => {
    const task = { conversations: { outcome: 'from the IVR' } };
    const undone = captureOf(
      task,
      { type: 'choose', field: 'outcome', code: 'other' },
      { type: 'undo' },
    );
    expect(saved(undone, task)).toBe('{"conversations":{"outcome":"from the IVR"}}');
  });

  it('trims a text, and unsets one of spaces', () => {
    expect(after({}, write('  late \n'))).toBe('{"conversations":{"content":"late"}}');
    expect(after({ conversations: { content: 'x' } }, write('   '))).toBe('{"conversations":{}}');
  });

  it.each([
    ['12', '12'],
    ['-0', '0'],
    ['+3', '3'],
    [' 2.50 ', '2.5'],
    ['2,5', '2.5'],
    ['0,125', '0.125'],
  ])('stores the number typed as "%s" as %s', (typed, stored) => {
    const { catalog, form } = formOf([
      numberField('items', 'conversations.conversation_measure_1'),
    ]);
    const desk = throughCore(catalog, form, noFacts, '{}');
    desk.happen({ do: 'gesture', gesture: write(typed, 'items') });
    desk.happen({ do: 'complete' });
    expect(desk.task()).toBe(`{"conversations":{"conversation_measure_1":${stored}}}`);
  });

  it('unsets an emptied number, and stores none that is none', () => {
    const task = { conversations: { conversation_measure_1: 4 } };
    expect(after(task, write('', 'items'))).toBe('{"conversations":{}}');
    expect(patchOf(task, write('4x', 'items'))).toEqual([]);
  });

  describe('slots', () => {
    const slots = (...values: readonly [string | null, string | null][]) => ({
      conversations: Object.fromEntries(
        values.flatMap(([attribute, label], index) => [
          ...(attribute === null ? [] : [[`conversation_attribute_${index + 1}`, attribute]]),
          ...(label === null ? [] : [[`conversation_label_${index + 1}`, label]]),
        ]),
      ) as Record<string, string>,
    });

    it('are filled in catalog order whatever the clicking order', () => {
      const expected =
        '{"conversations":{"conversation_attribute_1":"delivery","conversation_label_1":"Delivery",' +
        '"conversation_attribute_2":"price","conversation_label_2":"Price",' +
        '"conversation_attribute_3":"quality","conversation_label_3":"Quality"}}';
      expect(after({}, chooseAll('quality', 'delivery', 'price'))).toBe(expected);
      expect(after({}, chooseAll('price'), chooseAll('price', 'quality', 'delivery'))).toBe(
        expected,
      );
    });

    it('that are no longer used are emptied', () => {
      const task = slots(['delivery', 'Delivery'], ['returns', 'Returns'], ['price', 'Price']);
      expect(after(task, chooseAll('price'))).toBe(
        '{"conversations":{"conversation_attribute_1":"price","conversation_label_1":"Price"}}',
      );
    });

    it('with a foreign value are skipped and stay', () => {
      const task = slots(['theirs', 'Theirs']);
      expect(after(task, chooseAll('returns', 'delivery'))).toBe(
        '{"conversations":{"conversation_attribute_1":"theirs","conversation_label_1":"Theirs",' +
          '"conversation_attribute_2":"delivery","conversation_label_2":"Delivery",' +
          '"conversation_attribute_3":"returns","conversation_label_3":"Returns"}}',
      );
      expect(after(task, chooseAll('price'), chooseAll())).toBe(JSON.stringify(task));
    });

    it('with a lone label are foreign', () => {
      const task = slots([null, 'Lone']);
      expect(after(task, chooseAll('price'))).toBe(
        '{"conversations":{"conversation_label_1":"Lone",' +
          '"conversation_attribute_2":"price","conversation_label_2":"Price"}}',
      );
    });

    it('with an archived option are ours', () => {
      const task = slots(['gone', 'Gone']);
      expect(after(task, chooseAll('price'))).toBe(
        '{"conversations":{"conversation_attribute_1":"price","conversation_label_1":"Price"}}',
      );
    });
  });
});
