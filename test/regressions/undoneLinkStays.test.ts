import type { Field } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { formOf } from '../support/formOf';
import { throughCore } from '../support/throughCore';

// An undo did not take a saved link off the task; and each letter of a typed URL was remembered as a link to take off,
// until our own service refused the save for its length.
const MEDIA: Field = {
  kind: 'media',
  id: 'links',
  name: { en: 'Links' },
  target: { path: 'conversations.media' },
  types: ['Referenced'],
};
const { catalog, form } = formOf([MEDIA]);
const link = (...urls: string[]) =>
  ({
    do: 'gesture',
    gesture: {
      type: 'link',
      field: 'links',
      links: urls.map((url) => ({ type: 'Referenced', url, title: '' }) as const),
    },
  }) as const;
const THEIRS = '{"conversations":{"media":[{"type":"Raw","url":"https://theirs.example"}]}}';

it('a saved link that is undone leaves the task', () => {
  const desk = throughCore(catalog, form, noFacts, THEIRS);
  desk.happen(link('https://a.example'));
  desk.happen({ do: 'complete' });
  expect(desk.task()).toContain('https://a.example');
  desk.happen({ do: 'undo' });
  desk.happen({ do: 'complete' });
  expect(desk.task()).toBe(THEIRS);
});

it('of two links the undone one leaves the task', () => {
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen(link('https://a.example'));
  desk.happen({ do: 'gesture', gesture: { type: 'clear', field: 'links' } });
  desk.happen(link('https://b.example', 'https://c.example'));
  desk.happen({ do: 'complete' });
  desk.happen({ do: 'undo' });
  desk.happen({ do: 'undo' });
  desk.happen({ do: 'complete' });
  expect(desk.task()).toBe(
    '{"conversations":{"media":[{"type":"Referenced","url":"https://a.example"}]}}',
  );
});

it('what was typed on the way to a link is not remembered', () => {
  const desk = throughCore(catalog, form, noFacts, '{}');
  const url = `https://a.example/${'x'.repeat(300)}`;
  for (let end = 1; end <= url.length; end += 1) desk.happen(link(url.slice(0, end)));
  expect(desk.states()['links']?.answer?.value).toMatchObject({ put: [] });
});
