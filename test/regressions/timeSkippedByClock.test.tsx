/** @jest-environment ./test/support/zonedEnvironment.ts */
import { screen, within } from '@testing-library/react';
import { storedDate } from '../../src/core/capture/storedDate';
import { toPatch } from '../../src/core/capture/toPatch';
import { validateCapture } from '../../src/core/capture/validateCapture';
import type { DateField } from '../../src/core/catalog/types';
import { formOf } from '../support/formOf';
import { agentSaid, renderPanel } from '../support/renderPanel';
import { setTimeZone } from '../support/setTimeZone';
import { noFacts } from '../support/facts';

const field: DateField = {
  kind: 'date',
  id: 'callback',
  name: { en: 'Callback' },
  precision: 'minute',
  target: { path: 'conversations.case' },
};

beforeEach(() => setTimeZone('Europe/Berlin'));

const enter = async (day: string, time: string) => {
  const panel = renderPanel({ fields: [field] });
  const group = within(screen.getByRole('group', { name: 'Callback' }));
  await panel.user.type(group.getByLabelText('Date'), day);
  await panel.user.type(group.getByLabelText('Time'), time);
  return { ...panel, group };
};

// Stored as 02:30+01:00, which is half past three.
test('a time that the clocks skip is refused, and not written', async () => {
  const { valueOf, update, group } = await enter('2026-03-29', '02:30');
  const value = valueOf('callback');
  expect(value).toEqual({ kind: 'date', text: '2026-03-29T02:30', offset: null });
  expect(value?.kind === 'date' && storedDate(field, value)).toEqual({
    ok: false,
    error: 'no-such-time',
  });

  const { catalog, form } = formOf([field]);
  const given = { answers: { callback: agentSaid(value ?? null) }, saved: [] };
  const problems = validateCapture(catalog, form, given, {}, noFacts);
  expect(problems).toMatchObject([{ field: 'callback', code: 'no-such-time' }]);
  expect(toPatch(catalog, form, given, {}, { facts: noFacts })).toEqual([]);

  update({ problems, focus: { field: 'callback', request: 1 } });
  expect(screen.getByText(/the clocks skip this time/)).toBeVisible();
  expect(group.getByLabelText('Time')).toHaveValue('02:30');
});

// The first of the two was taken without a word.
test('a time that the clocks show twice says which one is recorded, and the other can be chosen', async () => {
  const { user, valueOf } = await enter('2026-10-25', '02:30');
  expect(valueOf('callback')).toMatchObject({ text: '2026-10-25T02:30', offset: 120 });
  expect(screen.getByText(/twice on that day. Recorded: the one at UTC\+02:00/)).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Record the one at UTC+01:00' }));
  expect(valueOf('callback')).toMatchObject({ text: '2026-10-25T02:30', offset: 60 });
  expect(screen.getByText(/Recorded: the one at UTC\+01:00/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Record the one at UTC+02:00' })).toBeVisible();
});

test('to somebody who looks on it is told, and offers nothing', () => {
  renderPanel({
    fields: [field],
    readOnly: true,
    answers: { callback: agentSaid({ kind: 'date', text: '2026-10-25T00:30', offset: 0 }) },
  });
  expect(screen.getByText(/Recorded: the one at UTC\+02:00/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Record the one/ })).toBeNull();
});
