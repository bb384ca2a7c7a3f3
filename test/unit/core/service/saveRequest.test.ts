import { noFacts } from '../../../support/facts';
import { parseSaveRequest } from '../../../../src/core/service/saveRequest';

const WT = `WT${'0'.repeat(31)}1`;
const WR = `WR${'0'.repeat(31)}2`;

const request = {
  taskSid: WT,
  reservationSid: WR,
  purpose: 'complete',
  catalogVersion: 7,
  formId: 'service',
  answers: {
    outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' },
    topics: { value: { kind: 'choices', codes: ['billing', 'delivery'] }, origin: 'agent' },
    amount: { value: { kind: 'number', text: '1,5' }, origin: 'agent' },
    note: { value: { kind: 'text', text: ' as typed ' }, origin: 'agent' },
    asked: { value: { kind: 'yesno', yes: true }, origin: 'agent' },
    campaign: { value: null, origin: 'agent' },
  },
  saved: ['outcome'],
  facts: noFacts,
  transferred: false,
};
const problemsOf = (input: unknown) => {
  const parsed = parseSaveRequest(input);
  return parsed.ok ? [] : parsed.error;
};
const withAnswer = (id: string, answer: unknown) =>
  JSON.parse(`{"answers":{${JSON.stringify(id)}:${JSON.stringify(answer)}}}`) as typeof request;
const answering = (answer: unknown) => ({ ...request, ...withAnswer('note', answer) });
const text = (length: number) => ({
  value: { kind: 'text', text: 'x'.repeat(length) },
  origin: 'agent',
});

describe('parseSaveRequest', () => {
  it('takes a request as the plugin sends it', () => {
    expect(parseSaveRequest(JSON.parse(JSON.stringify(request)))).toEqual({
      ok: true,
      value: request,
    });
  });

  it('takes what was suggested, of a kind of answer and with a short name', () => {
    const suggesting = (value: unknown, source = 'CRM') => ({
      ...request,
      suggested: { outcome: { value, source } },
    });
    const sale = { kind: 'choice', code: 'sale' };
    expect(parseSaveRequest(suggesting(sale)).ok).toBe(true);
    expect(problemsOf(suggesting(sale, 'x'.repeat(41)))).toEqual([
      expect.objectContaining({ path: '/suggested/outcome/source' }),
    ]);
    expect(problemsOf(suggesting(null))).toHaveLength(1);
    expect(problemsOf(suggesting('sale'))).toHaveLength(1);
  });

  it.each([
    [undefined, 'wrong-shape', ''],
    [null, 'wrong-shape', ''],
    ['text', 'wrong-shape', ''],
    [[], 'wrong-shape', ''],
    [[request], 'wrong-shape', ''],
    [{ ...request, taskSid: WR }, 'wrong-shape', '/taskSid'],
    [{ ...request, taskSid: `${WT}0` }, 'wrong-shape', '/taskSid'],
    [{ ...request, taskSid: `${WT}/../../Workers` }, 'wrong-shape', '/taskSid'],
    [{ ...request, taskSid: 'WT'.repeat(100_000) }, 'wrong-shape', '/taskSid'],
    [{ ...request, reservationSid: WT }, 'wrong-shape', '/reservationSid'],
    [{ ...request, reservationSid: undefined }, 'missing-key', '/reservationSid'],
    [{ ...request, purpose: 'delete' }, 'wrong-shape', '/purpose'],
    [{ ...request, catalogVersion: '7' }, 'wrong-shape', '/catalogVersion'],
    [{ ...request, catalogVersion: 0 }, 'wrong-shape', '/catalogVersion'],
    [{ ...request, catalogVersion: 1.5 }, 'wrong-shape', '/catalogVersion'],
    [{ ...request, formId: '' }, 'wrong-shape', '/formId'],
    [{ ...request, formId: 'x'.repeat(4097) }, 'too-long', '/formId'],
    [{ ...request, transferred: 'no' }, 'wrong-shape', '/transferred'],
    [{ ...request, attributes: { conference: null } }, 'unknown-key', '/attributes'],
    [{ ...request, answers: [] }, 'wrong-shape', '/answers'],
    [answering(null), 'wrong-shape', '/answers/note'],
    [answering('x'), 'wrong-shape', '/answers/note'],
    [answering({ origin: 'agent' }), 'missing-key', '/answers/note/value'],
    [answering({ ...text(1), origin: 'prefill' }), 'wrong-shape', '/answers/note/origin'],
    [answering({ ...text(1), path: 'call_sid' }), 'unknown-key', '/answers/note/path'],
    [
      answering({ value: { kind: 'file' }, origin: 'agent' }),
      'wrong-shape',
      '/answers/note/value/kind',
    ],
    [answering(text(4097)), 'too-long', '/answers/note/value/text'],
    [
      answering({ value: { kind: 'choices', codes: Array(201).fill('a') }, origin: 'agent' }),
      'too-long',
      '/answers/note/value/codes',
    ],
  ])('refuses what is wrong, with its place (%#)', (input, code, path) => {
    expect(problemsOf(input)).toEqual([{ code, path }]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'refuses a field called %s',
    (id) => {
      expect(problemsOf({ ...request, ...withAnswer(id, text(1)) })).toEqual([
        { code: 'unknown-field', path: `/answers/${id}` },
      ]);
    },
  );

  it('refuses more answers than there are attributes', () => {
    const answers = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, text(1)]));
    expect(problemsOf({ ...request, answers })).toEqual([{ code: 'too-long', path: '/answers' }]);
  });

  it('names everything that is wrong', () => {
    expect(problemsOf({ ...request, taskSid: 1, formId: 2 }).map(({ path }) => path)).toEqual([
      '/taskSid',
      '/formId',
    ]);
  });
});
