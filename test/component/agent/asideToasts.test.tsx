/** @jest-environment jsdom */
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { Aside } from '../../../src/app/ports';
import { createTranslator } from '../../../src/strings/translate';
import { AsideToasts } from '../../../src/ui/agent/AsideToasts';
import { smallCatalog } from '../../support/smallCatalog';

const LOST: Aside = {
  reservationSid: 'WR1',
  reason: 'ended',
  at: Date.UTC(2026, 10, 24, 14, 5),
  formId: 'service',
  catalogVersion: 7,
  values: {
    outcome: { kind: 'choice', code: 'sale' },
    note: { kind: 'text', text: '<b>{{N-1}}</b>' },
    amount: null,
    gone: { kind: 'text', text: 'by its id' },
  },
};

const show = (asides: readonly Aside[], catalog: typeof smallCatalog | null = smallCatalog) => {
  const onSeen = jest.fn();
  const onShown = jest.fn();
  const user = userEvent.setup();
  const view = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <AsideToasts
        asides={asides}
        findCatalog={() => Promise.resolve(catalog)}
        onSeen={onSeen}
        onShown={onShown}
        language="en"
        t={createTranslator('en')}
      />
    </CustomizationProvider>,
  );
  return { ...view, user, onSeen, onShown };
};

const lines = () =>
  screen
    .getAllByRole('term')
    .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);

it('lists each answer by the name of its field, as text, until the agent puts it away', async () => {
  const { user, onSeen, container } = show([LOST]);
  expect(await screen.findByText('Outcome')).toBeVisible();
  expect(screen.getByText(/^Not in the record of the task that ended/)).toBeVisible();
  expect(lines()).toEqual([
    'Outcome: Sale',
    'Reference: <b>{{N-1}}</b>',
    'Amount: cleared',
    'gone: by its id',
  ]);
  expect((await axe(container)).violations).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Put away' }));
  expect(onSeen).toHaveBeenCalledWith(LOST);
});

it('copies them as text', async () => {
  const { user } = show([LOST]);
  await screen.findByText('Outcome');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe(
    'Outcome: Sale\nReference: <b>{{N-1}}</b>\nAmount: cleared\ngone: by its id',
  );
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
});

it('shows ids and codes where the catalog is not to be had, and whatever an older version stored', async () => {
  show(
    [
      {
        ...LOST,
        reason: 'older',
        values: { outcome: { kind: 'choice', code: 'sale' }, x: { a: 1 } },
      },
    ],
    null,
  );
  expect(await screen.findByText('outcome')).toBeVisible();
  expect(lines()).toEqual(['outcome: sale', 'x: {"a":1}']);
});

it('is nothing where nothing was put aside', () => {
  const { container } = show([]);
  expect(container.textContent).toBe('');
});

it('says that it stands there: a notice of the same would be in its way', async () => {
  const { onShown } = show([LOST]);
  await screen.findByText('<b>{{N-1}}</b>');
  expect(onShown).toHaveBeenCalledTimes(1);
});
