import { applyIntent } from '../../src/core/capture/applyIntent';
import type { FieldIntent } from '../../src/core/capture/types';
import { captureOf } from '../support/richCapture';
import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';
import { richCatalog, richForm } from '../support/richCatalog';
import { throughCore } from '../support/throughCore';

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

  // Undo made an empty list of links of what had been nothing, which then counted as changed.
  it('and so does typing after links that were left empty and undone', () => {
    const { catalog, form } = formOf([
      textField('note', 'conversations.case'),
      {
        kind: 'media',
        id: 'links',
        name: { en: 'Links' },
        target: { path: 'conversations.media' },
        types: ['Referenced'],
      },
    ]);
    const desk = throughCore(catalog, form, noFacts, '{}');
    const happen = (gesture: FieldIntent) => desk.happen({ do: 'gesture', gesture });
    happen({ type: 'clear', field: 'links' });
    happen(write('one', 'note'));
    happen({ type: 'link', field: 'links', links: [] });
    desk.happen({ do: 'undo' });
    happen(write('two', 'note'));
    desk.happen({ do: 'undo' });
    desk.happen({ do: 'complete' });
    expect(desk.task()).toBe('{}');
  });
});
