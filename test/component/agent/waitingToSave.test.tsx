/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { SaveStatus } from '../../../src/app/session';
import { noteField, renderPanel, type PanelOptions } from '../../support/renderPanel';

const NOW = new Date(2026, 0, 5, 10, 42).getTime();

const waits = (more: Partial<Extract<SaveStatus, { status: 'waiting' }>> = {}): SaveStatus => ({
  status: 'waiting',
  reason: 'rate-limited',
  since: NOW,
  until: NOW + 14_200,
  completes: false,
  wayOut: false,
  ...more,
});
const renderWaiting = (save = waits(), options: PanelOptions = {}) =>
  renderPanel({ fields: [noteField], save, ...options });
const pass = (milliseconds: number) => act(() => jest.advanceTimersByTime(milliseconds));
/** What is seen; what is only read out stands in the panel's head. */
const shown = () => screen.getByText(/Your answers are kept here\.$/).textContent;
const readOut = () => screen.getByText('Waiting to save', { selector: '[role=status]' });

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('says why, how long, and that nothing is lost', () => {
  renderWaiting();
  expect(screen.getByRole('heading', { level: 3, name: 'Waiting to save' })).toBeVisible();
  expect(shown()).toBe(
    'Twilio is receiving too many requests at once. Saving again in about 15 seconds. Your answers are kept here.',
  );
  expect(screen.queryByRole('button', { name: 'Complete without saving' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('says so when it is no matter of too many requests, and since when', () => {
  renderWaiting(waits({ reason: 'server', since: NOW - 5 * 60_000 }));
  expect(shown()).toBe(
    'Twilio has a problem right now. Saving again in about 15 seconds. Your answers are kept here.',
  );
  expect(screen.getByText('Not saved since 10:37 AM.')).toBeVisible();
});

test('counts down to the end, and not below', () => {
  renderWaiting();
  pass(1_000);
  expect(shown()).toContain('in about 14 seconds.');
  pass(12_500);
  expect(shown()).toContain('in about 1 second.');
  pass(5_000);
  expect(shown()).toContain('Saving again now.');
});

test('is read out when it begins, and not at each second', () => {
  renderWaiting();
  const said =
    'Waiting to save. Twilio is receiving too many requests at once. Saving again in about 15 seconds.';
  expect(readOut()).toHaveTextContent(said);
  pass(3_000);
  expect(shown()).toContain('in about 12 seconds.');
  expect(readOut()).toHaveTextContent(said);
  for (const region of document.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
    expect(region).not.toHaveTextContent('12 seconds');
  }
});

test('a press on Complete meanwhile is told, read out, and brought into view', () => {
  const scroll = jest.spyOn(Element.prototype, 'scrollIntoView');
  const { update } = renderWaiting();
  expect(scroll).toHaveBeenCalledTimes(1);
  pass(4_000);
  update({ save: waits({ completes: true }) });
  expect(shown()).toContain('in about 11 seconds. The task then completes by itself.');
  expect(readOut()).toHaveTextContent(/in about 11 seconds\. The task then completes by itself\.$/);
  expect(scroll).toHaveBeenCalledTimes(2);
});

test('nobody who is answering is moved away from it', () => {
  const scroll = jest.spyOn(Element.prototype, 'scrollIntoView');
  const { update } = renderWaiting({ status: 'saving' });
  screen.getByRole('textbox', { name: 'Note' }).focus();
  update({ save: waits() });
  expect(screen.getByRole('heading', { name: 'Waiting to save' })).toBeVisible();
  expect(scroll).not.toHaveBeenCalled();
});

test('answers can be changed while it waits', async () => {
  const { user, valueOf } = renderWaiting();
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'x');
  expect(valueOf('note')).toEqual({ kind: 'text', text: 'x' });
});

test('the way out is there only where it is allowed', async () => {
  const { user, completeWithoutSaving } = renderWaiting(waits({ wayOut: true }));
  await user.tab();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Complete without saving' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(completeWithoutSaving).toHaveBeenCalledTimes(1);
});

test('stops counting when it is over, and when the panel goes', () => {
  const { update, unmount } = renderWaiting();
  expect(jest.getTimerCount()).toBe(1);
  update({ save: { status: 'saving' } });
  expect(jest.getTimerCount()).toBe(0);
  update({ save: waits() });
  expect(jest.getTimerCount()).toBe(1);
  unmount();
  expect(jest.getTimerCount()).toBe(0);
});

test('is no matter of somebody who only looks on', () => {
  renderWaiting(waits({ wayOut: true }), { readOnly: true });
  expect(screen.queryByRole('heading', { name: 'Waiting to save' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Complete without saving' })).toBeNull();
});

test('speaks the agent’s language', () => {
  renderWaiting(waits({ completes: true }), { language: 'es' });
  expect(screen.getByText(/conservan aquí/).textContent).toBe(
    'Twilio está recibiendo demasiadas peticiones a la vez. Se vuelve a guardar en unos 15 segundos. Después, la tarea se completa sola. Tus respuestas se conservan aquí.',
  );
});

test('no grave finding of axe', async () => {
  const { container } = renderWaiting(waits({ completes: true, wayOut: true }));
  const { violations } = await axe(container);
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );
}, 30_000);
