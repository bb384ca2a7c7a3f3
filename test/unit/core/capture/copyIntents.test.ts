import * as fc from 'fast-check';
import { applyIntent } from '../../../../src/core/capture/applyIntent';
import { copyAllIntent, copyIntent } from '../../../../src/core/capture/copyIntents';
import type { Answers, AnswerValue, Capture, Intent } from '../../../../src/core/capture/types';
import { fieldsOf } from '../../../../src/core/catalog/fieldsOf';
import type { Field } from '../../../../src/core/catalog/types';
import { captureOf } from '../../../support/richCapture';
import { richCatalog, richForm } from '../../../support/richCatalog';

const fieldOf = (id: string): Field => fieldsOf(richForm).find((field) => field.id === id)!;
const intentFor = (id: string, value: AnswerValue) => copyIntent(richCatalog, fieldOf(id), value);
const apply = (capture: Capture, intent: Intent) =>
  applyIntent(richCatalog, richForm, capture, intent);
const answer = (value: AnswerValue) => ({ value, origin: 'prefill' as const });

const copyable: fc.Arbitrary<readonly [string, AnswerValue]> = fc.oneof(
  fc
    .constantFrom('invoice', 'dispute', 'other')
    .map((code) => ['outcome', { kind: 'choice', code }] as const),
  fc
    .subarray(['delivery', 'returns', 'price', 'quality'], { minLength: 1 })
    .map((codes) => ['topics', { kind: 'choices', codes }] as const),
  fc
    .tuple(fc.constantFrom('note', 'market'), fc.string({ minLength: 1 }))
    .map(([id, text]) => [id, { kind: 'text', text }] as const),
  fc.integer().map((n) => ['items', { kind: 'number', text: String(n) }] as const),
  fc.boolean().map((yes) => ['productive', { kind: 'yesno', yes }] as const),
);

describe('copying an answer of another leg', () => {
  it('gives exactly that answer, as the agent’s own', () => {
    fc.assert(
      fc.property(copyable, ([id, value]) => {
        const intent = intentFor(id, value);
        expect(intent && apply(captureOf({}), intent).answers[id]).toEqual({
          value,
          origin: 'agent',
        });
      }),
    );
  });

  it.each<[string, string, AnswerValue]>([
    ['an archived option', 'outcome', { kind: 'choice', code: 'retired' }],
    ['an option below an archived one', 'outcome', { kind: 'choice', code: 'below-retired' }],
    ['a heading where a leaf is due', 'outcome', { kind: 'choice', code: 'billing' }],
    ['an option the catalog does not have', 'outcome', { kind: 'choice', code: 'nothing' }],
    ['an archived option among others', 'topics', { kind: 'choices', codes: ['price', 'gone'] }],
    ['one choice for several', 'topics', { kind: 'choice', code: 'price' }],
    ['several choices for one', 'outcome', { kind: 'choices', codes: ['other'] }],
    ['a text for a number', 'items', { kind: 'text', text: '3' }],
    ['a number for a text', 'note', { kind: 'number', text: '3' }],
    ['a yes for a text', 'note', { kind: 'yesno', yes: true }],
  ])('cannot be done with %s', (_, id, value) => {
    expect(intentFor(id, value)).toBeNull();
  });
});

describe('copying all answers of another leg', () => {
  const from: Answers = {
    outcome: answer({ kind: 'choice', code: 'dispute' }),
    note: answer({ kind: 'text', text: 'call back' }),
    topics: answer({ kind: 'choices', codes: ['gone'] }),
  };
  const copyAll = (onto: Answers, what: Answers = from) =>
    copyAllIntent(richCatalog, richForm, what, onto);

  it('is one step of undo, and leaves out what cannot be copied', () => {
    const start = captureOf({});
    const copied = apply(start, copyAll(start.answers)!);
    expect(copied.answers).toEqual({
      outcome: { value: { kind: 'choice', code: 'dispute' }, origin: 'agent' },
      note: { value: { kind: 'text', text: 'call back' }, origin: 'agent' },
    });
    expect(apply(copied, { type: 'undo' }).answers).toEqual(start.answers);
  });

  it('is not offered over an answer of the agent’s own', () => {
    const own = captureOf({}, { type: 'write', field: 'note', text: 'mine' });
    expect(copyAll(own.answers)).toBeNull();
    const elsewhere = captureOf({}, { type: 'write', field: 'market', text: 'SMB' });
    expect(copyAll(elsewhere.answers)).not.toBeNull();
    const withdrawn = captureOf(
      {},
      { type: 'write', field: 'note', text: 'mine' },
      { type: 'clear', field: 'note' },
    );
    expect(copyAll(withdrawn.answers)).not.toBeNull();
  });

  it('is not offered for one answer', () => {
    const { note, topics } = from;
    expect(copyAll({}, { note: note!, topics: topics! })).toBeNull();
    expect(copyAll({}, {})).toBeNull();
  });
});
