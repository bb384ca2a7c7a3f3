/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { noteField, renderPanel } from '../../support/renderPanel';

// encodeURIComponent, for one, throws at half a surrogate pair: the panel could not be drawn.
test.each(['\ud800', 'a b"c', '%', '<b>'])('a field may have the id %j', async (id) => {
  const { user, valueOf } = renderPanel({ fields: [{ ...noteField, id }] });
  const box = screen.getByRole('textbox', { name: 'Note' });
  await user.type(box, 'x');
  expect(valueOf(id)).toEqual({ kind: 'text', text: 'x' });
  expect(box.id).toMatch(/^[\w-]+$/);
});
