import { applyIntent } from '../../src/core/capture/applyIntent';
import type { FieldIntent } from '../../src/core/capture/types';
import { captureOf } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';

/** What several gestures at once left as it was counted as changed, so that typing after them became two steps back. */
describe('typing cut by an answer given again', () => {
  const write = (text: string, field: string): FieldIntent => ({ type: 'write', field, text });

  it('stays one step of undo with what the gestures had put into its field', () => {
    const typed = captureOf({}, write('mine', 'note'), {
      type: 'together',
      intents: [write('theirs', 'note'), write('1', 'items'), write('mine', 'note')],
    });
    const more = applyIntent(richCatalog, richForm, typed, write('12', 'items'));
    const back = applyIntent(richCatalog, richForm, more, { type: 'undo' });
    expect(back.answers).toEqual({
      note: { value: { kind: 'text', text: 'mine' }, origin: 'agent' },
    });
  });
});
