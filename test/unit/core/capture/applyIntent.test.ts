import { applyIntent } from '../../../../src/core/capture/applyIntent';
import { markSaved } from '../../../../src/core/capture/markSaved';
import { readPrefill } from '../../../../src/core/capture/readPrefill';
import { refreshPrefill } from '../../../../src/core/capture/refreshPrefill';
import type { AnswerValue, Capture, FieldIntent, Intent } from '../../../../src/core/capture/types';
import { captureOf } from '../../../support/richCapture';
import { richCatalog, richForm } from '../../../support/richCatalog';

const apply = (capture: Capture, intent: Intent) =>
  applyIntent(richCatalog, richForm, capture, intent);
const valueOf = (capture: Capture, field: string): AnswerValue | null | undefined =>
  capture.answers[field]?.value;
const saved = (capture: Capture): Capture => markSaved(capture, Object.keys(capture.answers));
const undo: Intent = { type: 'undo' };
const write = (text: string, field = 'note'): FieldIntent => ({ type: 'write', field, text });
const choose = (code: string): FieldIntent => ({ type: 'choose', field: 'outcome', code });
const chooseAll = (...codes: string[]): FieldIntent => ({
  type: 'choose-all',
  field: 'topics',
  codes,
});

describe('applyIntent', () => {
  it('keeps each kind of answer as the agent gave it', () => {
    const capture = captureOf(
      {},
      choose('dispute'),
      chooseAll('price', 'delivery'),
      write(' late '),
      { type: 'answer', field: 'productive', yes: false },
      write('1,', 'items'),
    );
    expect(capture.answers).toEqual({
      outcome: { value: { kind: 'choice', code: 'dispute' }, origin: 'agent' },
      topics: { value: { kind: 'choices', codes: ['delivery', 'price'] }, origin: 'agent' },
      note: { value: { kind: 'text', text: ' late ' }, origin: 'agent' },
      productive: { value: { kind: 'yesno', yes: false }, origin: 'agent' },
      items: { value: { kind: 'number', text: '1,' }, origin: 'agent' },
    });
  });

  it('puts several choices into catalog order, each once', () => {
    const capture = captureOf({}, chooseAll('quality', 'price', 'quality', 'delivery'));
    expect(valueOf(capture, 'topics')).toEqual({
      kind: 'choices',
      codes: ['delivery', 'price', 'quality'],
    });
  });

  it('does several gestures together in one step of undo', () => {
    const typed = captureOf({}, write('mine'));
    const both = apply(typed, { type: 'together', intents: [write('theirs'), chooseAll('price')] });
    expect([valueOf(both, 'note'), valueOf(both, 'topics')]).toEqual([
      { kind: 'text', text: 'theirs' },
      { kind: 'choices', codes: ['price'] },
    ]);
    expect(apply(both, undo).answers).toEqual(typed.answers);
  });

  it('keeps what was typed apart from what is then put in its place', () => {
    const typed = captureOf({}, write('mine'));
    const replaced = apply(typed, { type: 'together', intents: [write('theirs')] });
    expect(apply(replaced, undo).answers).toEqual(typed.answers);
  });

  it('takes an empty set of choices for a withdrawal', () => {
    expect(valueOf(captureOf({}, chooseAll('price'), chooseAll()), 'topics')).toBeNull();
  });

  it.each<[string, Intent]>([
    ['an unknown field', { type: 'choose', field: 'nothing', code: 'dispute' }],
    ['a field id that every object has', { type: 'clear', field: 'constructor' }],
    ['an unknown option', choose('nothing')],
    ['a heading where a leaf is due', choose('billing')],
    ['an archived option', choose('retired')],
    ['an option below an archived one', choose('below-retired')],
    ['an unknown option among others', chooseAll('price', 'nothing')],
    ['an archived option among others', chooseAll('price', 'gone')],
    ['one choice for several', { type: 'choose', field: 'topics', code: 'price' }],
    ['several choices for one', { type: 'choose-all', field: 'outcome', codes: ['dispute'] }],
    ['a text for a choice', write('dispute', 'outcome')],
    ['a yes for a text', { type: 'answer', field: 'note', yes: true }],
    ['undo when there is nothing to undo', undo],
    ['nothing together', { type: 'together', intents: [] }],
    ['nothing that fits', { type: 'together', intents: [choose('nothing'), chooseAll('gone')] }],
  ])('returns the same object for %s', (_what, intent) => {
    const capture = captureOf({});
    expect(apply(capture, intent)).toBe(capture);
  });

  it('returns the same object when the answer is already that', () => {
    const capture = captureOf({}, choose('dispute'), chooseAll('price'));
    expect(apply(capture, choose('dispute'))).toBe(capture);
    expect(apply(capture, chooseAll('price', 'price'))).toBe(capture);
  });

  it("makes a prefilled answer the agent's own when the agent gives it again", () => {
    const task = { conversations: { outcome: 'Other' } };
    expect(captureOf(task).answers['outcome']?.origin).toBe('prefill');
    expect(captureOf(task, choose('other')).answers['outcome']).toEqual({
      value: { kind: 'choice', code: 'other' },
      origin: 'agent',
    });
  });

  it('lets an archived option stay that was chosen before, but not come back', () => {
    const task = { conversations: { conversation_attribute_1: 'gone' } };
    const kept = captureOf(task, chooseAll('gone', 'price'));
    expect(valueOf(kept, 'topics')).toEqual({ kind: 'choices', codes: ['price', 'gone'] });
    const dropped = apply(kept, chooseAll('price'));
    expect(apply(dropped, chooseAll('price', 'gone'))).toBe(dropped);
  });

  describe('undo', () => {
    it('goes back one gesture at a time', () => {
      const capture = captureOf({}, choose('dispute'), choose('other'), chooseAll('price'), undo);
      expect(capture.answers).not.toHaveProperty('topics');
      expect(valueOf(capture, 'outcome')).toEqual({ kind: 'choice', code: 'other' });
      expect(valueOf(apply(capture, undo), 'outcome')).toEqual({ kind: 'choice', code: 'dispute' });
    });

    it('takes writing in one field as one gesture', () => {
      const capture = captureOf({}, write('a'), write('ab'), write('abc'));
      expect(capture.past).toHaveLength(1);
      expect(apply(capture, undo).answers).toEqual({});
    });

    it('starts a new step when the agent writes elsewhere, chooses or clears in between', () => {
      const elsewhere = captureOf({}, write('a'), write('1', 'items'), write('ab'));
      expect(elsewhere.past).toHaveLength(3);
      const cleared = captureOf({}, write('a'), { type: 'clear', field: 'note' }, write('b'));
      expect(cleared.past).toHaveLength(3);
      expect(valueOf(apply(apply(cleared, undo), undo), 'note')).toEqual({
        kind: 'text',
        text: 'a',
      });
    });

    it('keeps writing over a prefilled text apart from the prefill', () => {
      const task = { conversations: { content: 'from IVR' } };
      const capture = captureOf(task, write('x'), write('xy'), undo);
      expect(valueOf(capture, 'note')).toEqual({ kind: 'text', text: 'from IVR' });
    });

    it('remembers 50 steps', () => {
      const flips = Array.from({ length: 60 }, (_, n) => choose(n % 2 ? 'other' : 'dispute'));
      expect(captureOf({}, ...flips).past).toHaveLength(50);
    });

    it('leaves the task alone again where no save has put anything', () => {
      const task = { conversations: { outcome: 'Other' } };
      expect(captureOf(task, choose('dispute'), undo).answers).toEqual(captureOf(task).answers);
      expect(captureOf({}, choose('dispute'), undo).answers).toEqual({});
    });

    it("makes what comes back the agent's own once a save has put the undone on the task", () => {
      const task = { conversations: { outcome: 'Other' } };
      const flushed = saved(captureOf(task, choose('dispute')));
      expect(apply(flushed, undo).answers['outcome']).toEqual({
        value: { kind: 'choice', code: 'other' },
        origin: 'agent',
      });
    });

    it('withdraws an answer that a save has put on the task', () => {
      const flushed = saved(captureOf({}, choose('dispute')));
      expect(apply(flushed, undo).answers['outcome']).toEqual({ value: null, origin: 'agent' });
    });

    it('does not undo what another writer has put on the task meanwhile', () => {
      const now = readPrefill(richCatalog, richForm, { customers: { market_segment: 'SMB' } });
      const capture = refreshPrefill(captureOf({}, write('x')), now);
      expect(apply(capture, undo).answers['market']).toEqual({
        value: { kind: 'text', text: 'SMB' },
        origin: 'prefill',
      });
    });

    it('leaves prefilled fields alone that the undone gesture did not touch', () => {
      const task = { conversations: { outcome: 'Other' } };
      expect(captureOf(task, write('x'), undo).answers['outcome']?.origin).toBe('prefill');
    });
  });
});
