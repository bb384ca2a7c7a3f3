import type { Capture } from '../../../../src/core/capture/types';
import type { Catalog, Field, Form } from '../../../../src/core/catalog/types';
import { timeOut } from '../../../../src/core/wrapUp/timeOut';
import { noFacts } from '../../../support/facts';

const option = (code: string) => ({ code, reported: code.toUpperCase(), name: { en: code } });
const outcome: Field = {
  kind: 'choice',
  id: 'outcome',
  name: { en: 'Outcome' },
  picklist: 'outcomes',
  levels: 'any',
  required: true,
  target: { path: 'conversations.outcome' },
  atTimeout: 'unknown',
};
const why: Field = {
  kind: 'text',
  id: 'why',
  name: { en: 'Why' },
  required: true,
  target: { path: 'conversations.content' },
  rules: { show: { '==': [{ var: 'answers.outcome' }, 'unknown'] } },
  atTimeout: 'not said',
};
const mail: Field = {
  kind: 'email',
  id: 'mail',
  name: { en: 'Mail' },
  target: { path: 'conversations.case' },
};

const worldOf = (fields: readonly Field[], answers: Capture['answers'] = {}) => {
  const form: Form = {
    id: 'form',
    name: { en: 'Form' },
    sections: [{ id: 'all', name: { en: 'All' }, fields }],
  };
  const catalog: Catalog = {
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'required', wayOut: false },
    picklists: [
      { id: 'outcomes', name: { en: 'Outcomes' }, options: [option('sale'), option('unknown')] },
    ],
    forms: [form],
    assignments: [],
  };
  const capture: Capture = {
    reservationSid: 'WR1',
    catalogVersion: 1,
    formId: 'form',
    answers,
    saved: [],
    past: [],
  };
  return { catalog, form, capture, facts: noFacts, attributes: {} };
};

describe('the end of the time for wrap-up', () => {
  it('gives fields without an answer theirs, and those that it brings into view', () => {
    const { capture, lacking, unfit } = timeOut(worldOf([outcome, why]), true);
    expect(capture.answers).toEqual({
      outcome: { value: { kind: 'choice', code: 'unknown' }, origin: 'timeout' },
      why: { value: { kind: 'text', text: 'not said' }, origin: 'timeout' },
    });
    expect({ lacking, unfit }).toEqual({ lacking: [], unfit: [] });
  });

  it('never over what the agent has answered, nor into what is not shown', () => {
    const sale = { value: { kind: 'choice', code: 'sale' }, origin: 'agent' } as const;
    const world = worldOf([outcome, why], { outcome: sale });
    const { capture } = timeOut(world, true);
    expect(capture).toBe(world.capture);
  });

  it('sets nothing where the form keeps what there is, and says what is lacking', () => {
    const world = worldOf([outcome, why]);
    expect(timeOut(world, false)).toEqual({
      capture: world.capture,
      unfit: [],
      lacking: ['outcome'],
    });
  });

  it('takes out what cannot be stored, so that the rest can, in one step of undo', () => {
    const typed = { value: { kind: 'text', text: 'ada@' }, origin: 'agent' } as const;
    const world = worldOf([outcome, mail], { mail: typed });
    const { capture, unfit } = timeOut(world, true);
    expect(unfit).toEqual(['mail']);
    expect(capture.answers).toEqual({
      outcome: { value: { kind: 'choice', code: 'unknown' }, origin: 'timeout' },
    });
    expect(capture.past).toEqual([{ mail: typed }]);
  });

  it('does not set what cannot be stored either', () => {
    const { capture, lacking } = timeOut(worldOf([{ ...outcome, atTimeout: 'gone' }]), true);
    expect(capture.answers).toEqual({});
    expect(lacking).toEqual(['outcome']);
    // Nobody has answered it, so nothing is put aside for anybody.
    const { unfit, capture: other } = timeOut(worldOf([{ ...mail, atTimeout: 'nobody' }]), true);
    expect(unfit).toEqual([]);
    expect(other.answers).toEqual({});
  });
});
