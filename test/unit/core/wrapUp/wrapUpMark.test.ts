import { mergeAnswers, type SavePurpose } from '../../../../src/core/capture/mergeAnswers';
import type { Form } from '../../../../src/core/catalog/types';
import type { WrapUpMark } from '../../../../src/core/wrapUp/wrapUpMark';
import { noFacts } from '../../../support/facts';
import { smallCatalog } from '../../../support/smallCatalog';

const WR = `WR${'0'.repeat(31)}1`;
const sale = { outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' } } as const;

const merged = (
  before: object,
  wrapUp: WrapUpMark | undefined,
  { purpose = 'complete' as SavePurpose, answers = {}, limited = true } = {},
) => {
  const form: Form = {
    ...smallCatalog.forms[0]!,
    ...(limited ? { wrapUp: { seconds: 60, onTimeout: 'hold' } } : {}),
  };
  const result = mergeAnswers(
    {
      catalog: { ...smallCatalog, forms: [form] },
      form,
      given: { answers, saved: [] },
      facts: noFacts,
      purpose,
      reservationSid: WR,
      transferred: false,
      marksCompletion: false,
      wrapUp,
    },
    before,
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

it('says what happened, and which required answers are lacking', () => {
  const mark: WrapUpMark = { timeout: 'partial', extensions: ['', 'a hard case'] };
  expect(merged({ theirs: 1 }, mark).attributes).toEqual({
    theirs: 1,
    debrief_wrap_up: {
      timeout: 'partial',
      lacking: ['outcome'],
      extensions: 2,
      reasons: ['a hard case'],
    },
  });
  expect(merged({}, { timeout: 'hold' }, { answers: sale }).attributes).toEqual({
    conversations: { outcome: 'Sale' },
    debrief_wrap_up: { timeout: 'hold' },
  });
});

it('is written once, and only at a completion', () => {
  const mark: WrapUpMark = { timeout: 'hold' };
  const { attributes } = merged({}, mark, { answers: sale });
  expect(merged(attributes, mark, { answers: sale }).changed).toBe(false);
  expect(merged({}, mark, { answers: sale, purpose: 'flush' }).attributes).toEqual({
    conversations: { outcome: 'Sale' },
  });
});

it('takes off what an earlier leg’s completion said, whatever form comes after it', () => {
  const before = { call_sid: 'CA1', debrief_wrap_up: { timeout: 'default' } };
  expect(merged(before, undefined).attributes).toEqual({ call_sid: 'CA1' });
  expect(merged(before, undefined, { limited: false }).attributes).toEqual({ call_sid: 'CA1' });
  expect(merged(before, undefined, { purpose: 'flush' }).changed).toBe(false);
});

it('is no reason to lose an answer', () => {
  const before = { theirs: 'x'.repeat(4_030) };
  const mark: WrapUpMark = { extensions: ['y'.repeat(90)] };
  expect(merged(before, mark, { answers: sale }).attributes).toEqual({
    ...before,
    conversations: { outcome: 'Sale' },
  });
});
