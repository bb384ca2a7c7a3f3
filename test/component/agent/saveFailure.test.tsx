/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import type { SaveStatus } from '../../../src/app/session';
import { noteField, renderPanel } from '../../support/renderPanel';

const NOW = new Date(2026, 0, 5, 10, 42).getTime();
const failed = (retryAt: number | null): SaveStatus => ({
  status: 'failed',
  failure: { kind: 'network' },
  wayOut: false,
  since: NOW - 60_000,
  retryAt,
});
const more = () => screen.getByText(/^Not saved since/).textContent;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
});
afterEach(() => jest.useRealTimers());

test('says since when, and counts down to the next try', () => {
  const { update } = renderPanel({ fields: [noteField], save: failed(NOW + 20_000) });
  expect(more()).toBe('Not saved since 10:41 AM. Saving again in about 20 seconds.');
  act(() => jest.advanceTimersByTime(5_000));
  expect(more()).toContain('in about 15 seconds.');
  update({ save: failed(Date.now()) });
  expect(more()).toBe('Not saved since 10:41 AM. Saving again now.');
});

test('promises no try where only the agent can make one', () => {
  renderPanel({ fields: [noteField], save: failed(null) });
  expect(more()).toBe('Not saved since 10:41 AM.');
  expect(jest.getTimerCount()).toBe(0);
});
