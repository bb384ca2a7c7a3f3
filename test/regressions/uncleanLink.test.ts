import type { Field } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { formOf } from '../support/formOf';
import { throughCore } from '../support/throughCore';

// Titles and addresses of links were written as they were pasted: with what nobody sees, and of any length.
const MEDIA: Field = {
  kind: 'media',
  id: 'links',
  name: { en: 'Links' },
  target: { path: 'conversations.media' },
  types: ['Referenced'],
};
const { catalog, form } = formOf([MEDIA]);
const completeWith = (url: string, title = '') => {
  const desk = throughCore(catalog, form, noFacts, '{}');
  const links = [{ type: 'Referenced', url, title }] as const;
  desk.happen({ do: 'gesture', gesture: { type: 'link', field: 'links', links } });
  return desk.happen({ do: 'complete' });
};
const stored = (link: object) => ({
  end: 'stored',
  attributes: JSON.stringify({ conversations: { media: [link] } }),
});

it.each([
  'https://a.example/\u202etxt.exe',
  'https://a.example/\u200bhidden',
  'https://a.example/"onclick=',
  'https://a.example/<b>',
  'https://a.example/\ud800',
  'https://?',
  'https://',
  'javascript:alert(1)',
  `https://a.example/${'x'.repeat(1024)}`,
])('%j is no address of a link', (url) => {
  expect(completeWith(url)).toEqual({ end: 'refused', problems: ['links media-incomplete'] });
});

it('a title is cleaned as other texts are', () => {
  expect(completeWith(' https://a.example/1 ', ' \u202eTick\u0000et\u200b ')).toMatchObject(
    stored({ type: 'Referenced', url: 'https://a.example/1', title: 'Ticket' }),
  );
  expect(completeWith('https://a.example/1', '\u200b')).toMatchObject(
    stored({ type: 'Referenced', url: 'https://a.example/1' }),
  );
});

it('a title ends at 128 characters', () => {
  expect(completeWith('https://a.example/1', 'x'.repeat(128))).toMatchObject({ end: 'stored' });
  expect(completeWith('https://a.example/1', 'x'.repeat(129))).toEqual({
    end: 'refused',
    problems: ['links media-title'],
  });
});
