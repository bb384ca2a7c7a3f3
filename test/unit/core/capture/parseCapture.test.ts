import { parseCapture } from '../../../../src/core/capture/parseCapture';
import { captureOf } from '../../../support/richCapture';
import { richCatalog, richForm } from '../../../support/richCatalog';

const of = { reservationSid: 'WR1', catalog: richCatalog, form: richForm };
const capture = captureOf(
  { conversations: { productive: 'Yes' } },
  { type: 'choose', field: 'outcome', code: 'dispute' },
  { type: 'choose-all', field: 'topics', codes: ['price'] },
  { type: 'write', field: 'note', text: ' as typed' },
  { type: 'write', field: 'items', text: '1,' },
  { type: 'clear', field: 'market' },
);
const stored = () => JSON.parse(JSON.stringify(capture)) as Record<string, unknown>;

describe('parseCapture', () => {
  it('gives a stored capture back', () => {
    expect(parseCapture(stored(), of)).toEqual(capture);
  });

  it('refuses that of another reservation and of another form', () => {
    expect(parseCapture({ ...stored(), reservationSid: 'WR2' }, of)).toBeNull();
    expect(parseCapture({ ...stored(), formId: 'other' }, of)).toBeNull();
  });

  it.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [{}],
    [{ ...stored(), answers: null }],
    [{ ...stored(), past: 'x' }],
    [{ ...stored(), answers: { note: { value: { kind: 'text' }, origin: 'agent' } } }],
    [{ ...stored(), answers: { note: { value: null, origin: 'nobody' } } }],
  ])('refuses %j', (input) => {
    expect(parseCapture(input, of)).toBeNull();
  });

  it('drops answers that the form has no field for, or another kind of field', () => {
    const answers = {
      note: { value: { kind: 'yesno', yes: true }, origin: 'agent' },
      constructor: { value: null, origin: 'agent' },
      removed: { value: { kind: 'text', text: 'x' }, origin: 'agent' },
      market: { value: null, origin: 'agent' },
    };
    expect(parseCapture({ ...stored(), answers, past: [answers] }, of)).toMatchObject({
      answers: { market: { value: null, origin: 'agent' } },
      past: [{ market: { value: null, origin: 'agent' } }],
    });
    expect(Object.keys(parseCapture({ ...stored(), answers }, of)?.answers ?? {})).toEqual([
      'market',
    ]);
  });

  it('keeps an option that is gone, so that validation can say so', () => {
    const answers = { outcome: { value: { kind: 'choice', code: 'removed' }, origin: 'agent' } };
    expect(parseCapture({ ...stored(), answers }, of)?.answers).toEqual(answers);
  });

  it('belongs to the catalog of today', () => {
    expect(parseCapture({ ...stored(), catalogVersion: 1 }, of)?.catalogVersion).toBe(3);
  });

  it('keeps no more past than a capture may have', () => {
    const past = Array.from({ length: 80 }, () => ({}));
    expect(parseCapture({ ...stored(), past }, of)?.past).toHaveLength(50);
  });
});
