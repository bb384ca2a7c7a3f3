/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { WayOutByReason } from '../../../src/core/catalog/types';
import { noteField, outcomeField, renderPanel, type PanelOptions } from '../../support/renderPanel';

const POLICY: WayOutByReason = {
  afterRefusals: 2,
  reasons: [
    { code: 'crm-down', name: { en: 'CRM is down', es: 'El CRM no funciona' } },
    { code: 'hung-up', name: { en: 'The caller hung up' } },
  ],
};

const render = (options: PanelOptions = {}, policy: WayOutByReason = POLICY) =>
  renderPanel({
    fields: [{ ...outcomeField, required: true }, noteField],
    catalog: { policies: { enforcement: 'required', wayOut: false, wayOutByReason: policy } },
    refusals: { times: 2, since: 0 },
    ...options,
  });

test('says what completing anyway means, asks for a reason, and hands it on', async () => {
  const { user, takeWayOut, container } = render();
  expect(await screen.findByRole('heading', { level: 3, name: 'Complete anyway' })).toBeVisible();
  expect(screen.getByText(/Missing: Outcome\.$/)).toBeVisible();
  const button = screen.getByRole('button', { name: 'Complete with this reason' });
  expect(button).toBeDisabled();
  await user.click(screen.getByRole('radio', { name: 'The caller hung up' }));
  await user.click(button);
  expect(takeWayOut.mock.calls).toEqual([['hung-up']]);
  expect((await axe(container)).violations).toEqual([]);
}, 30_000);

test('names the default that would be filled in, and not where there is an answer', async () => {
  const { update } = render({}, { ...POLICY, default: { field: 'outcome', option: 'refund' } });
  expect(await screen.findByText(/Outcome is set to “Service ▸ Refund”\.$/)).toBeVisible();
  expect(screen.queryByText(/Missing/)).toBeNull();
  update({
    capture: {
      reservationSid: 'WR1',
      catalogVersion: 4,
      formId: 'form',
      answers: { outcome: { origin: 'agent', value: { kind: 'choice', code: 'new' } } },
      saved: [],
      past: [],
    },
  });
  expect(screen.queryByText(/is set to/)).toBeNull();
});

test('is not there before the limit, and comes with time alone', async () => {
  jest.useFakeTimers({ now: 1_000_000, doNotFake: ['queueMicrotask', 'nextTick'] });
  try {
    const policy = { ...POLICY, afterRefusals: 9, afterMinutes: 1 };
    render({ refusals: { times: 1, since: 1_000_000 } }, policy);
    await act(() => jest.advanceTimersByTimeAsync(59_000));
    expect(screen.queryByText('Complete anyway')).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(6_000));
    expect(screen.getByRole('heading', { name: 'Complete anyway' })).toBeVisible();
  } finally {
    jest.useRealTimers();
  }
});

test('is no matter of a tab that follows', () => {
  render({ follows: true });
  expect(screen.queryByText('Complete anyway')).toBeNull();
});

test('who looks on sees that it was taken, why, and what is missing', async () => {
  const mark = { reason: 'crm-down', at: '2026-01-05T10:42:00.000Z', missing: ['outcome'] };
  render({ readOnly: true, attributes: { debrief_way_out: { WR9: mark } } });
  expect(
    await screen.findByText(/^Completed anyway \(CRM is down, .*\)\. Missing: Outcome\.$/),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Complete with this reason' })).toBeNull();
});

test('speaks the agent’s language', async () => {
  render({ language: 'es' });
  expect(await screen.findByRole('heading', { name: 'Completar de todos modos' })).toBeVisible();
  expect(screen.getByRole('radio', { name: 'El CRM no funciona' })).toBeVisible();
});
