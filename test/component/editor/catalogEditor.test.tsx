/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { renderEditor } from '../../support/renderEditor';

test('it opens on the picklists and says which version agents work with', async () => {
  renderEditor();
  expect(screen.getByRole('status')).toHaveTextContent('Loading the catalog');
  expect(await screen.findByRole('tab', { name: 'Picklists', selected: true })).toBeVisible();
  expect(screen.getAllByRole('tab')).toHaveLength(6);
  expect(screen.getByText(/Version 1 is in force, published by Alex Admin on/)).toBeVisible();
});
