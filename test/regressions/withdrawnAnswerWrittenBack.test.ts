import { parseCapture } from '../../src/core/capture/parseCapture';
import { captureOf, saved } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';

// Elsewhere: an option unticked after a failed save was written all the same, a cleared note stayed on the task, and
// a reload merged old values back in.
describe('a withdrawn answer', () => {
  const gestures = [
    { type: 'choose-all', field: 'topics', codes: ['delivery', 'returns'] },
    { type: 'write', field: 'note', text: 'secret card 4111' },
    { type: 'choose-all', field: 'topics', codes: ['delivery'] },
    { type: 'write', field: 'note', text: '' },
  ] as const;
  const withdrawn = captureOf({}, ...gestures);
  const ON_TASK =
    '{"conversations":{"conversation_attribute_1":"delivery","conversation_label_1":"Delivery"}}';

  it('is not written', () => {
    expect(saved(withdrawn, {})).toBe(ON_TASK);
  });

  it('is removed when an earlier save has brought it there', () => {
    const flushed = saved(captureOf({}, gestures[0], gestures[1]), {});
    expect(flushed).toContain('secret card 4111');
    expect(saved(withdrawn, JSON.parse(flushed))).toBe(ON_TASK);
  });

  it('is still withdrawn after a reload', () => {
    const draft = parseCapture(JSON.parse(JSON.stringify(withdrawn)), {
      reservationSid: 'WR1',
      catalog: richCatalog,
      form: richForm,
    });
    if (!draft) throw new Error('no draft');
    const flushed = saved(captureOf({}, gestures[0], gestures[1]), {});
    expect(saved(draft, JSON.parse(flushed))).toBe(ON_TASK);
  });
});
