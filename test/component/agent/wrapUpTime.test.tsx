/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { SessionWrapUp } from '../../../src/app/session';
import { noteField, renderPanel, type PanelOptions } from '../../support/renderPanel';

const NOW = 1_790_000_000_000;

const wrapUp: SessionWrapUp = {
  until: NOW + 75_000,
  onTimeout: 'hold',
  extensionsLeft: 2,
  extension: 90_000,
  asksReason: false,
  state: 'running',
};

const render = (changes: Partial<SessionWrapUp> = {}, more: PanelOptions = {}) =>
  renderPanel({ fields: [noteField], wrapUp: { ...wrapUp, ...changes }, ...more });

const timer = () => screen.getByRole('timer', { name: 'Time for wrap-up' });

/** What a screen reader is told of the countdown. */
const said = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .filter((text) => /wrap-up/.test(text ?? ''));

describe('with time standing still', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick'] });
  });
  afterEach(() => jest.useRealTimers());
  const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

  test('counts down for the eyes, and is read out at few moments', async () => {
    render();
    expect(timer()).toHaveTextContent('1:15 left');
    expect(said()).toEqual([]);
    const heard = new Set<string | null>();
    for (let second = 0; second < 80; second += 1) {
      await pass(1_000);
      for (const text of said()) heard.add(text);
    }
    expect([...heard]).toEqual([
      '60 seconds left for wrap-up.',
      '30 seconds left for wrap-up.',
      '10 seconds left for wrap-up.',
      'The time for wrap-up is over.',
    ]);
    expect(timer()).toHaveTextContent('The time for wrap-up is over.');
  });

  test('shows what the clock says after a sleep, and an hour as one', async () => {
    const { update } = render({ until: NOW + 3_725_000 });
    expect(timer()).toHaveTextContent('1:02:05 left');
    jest.setSystemTime(NOW + 3_700_000);
    await pass(500);
    expect(timer()).toHaveTextContent('0:25 left');
    update({ wrapUp: { ...wrapUp, until: NOW + 3_790_000 } });
    expect(timer()).toHaveTextContent('1:30 left');
  });
});

describe('more time', () => {
  // Nothing is drawn again behind the test's back; people take the time they need.
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: [
        'Date',
        'setTimeout',
        'clearTimeout',
        'setImmediate',
        'queueMicrotask',
        'nextTick',
      ],
    });
  });
  afterEach(() => jest.useRealTimers());

  test('more time is one press, where no reason is asked for', async () => {
    const { user, takeMoreTime, container } = render({ until: Date.now() + 75_000 });
    await user.click(screen.getByRole('button', { name: 'More time: 1:30 more, 2 times left' }));
    expect(takeMoreTime.mock.calls).toEqual([['']]);
    expect((await axe(container)).violations).toEqual([]);
  });

  test('a reason is asked for, may be left out, and the keyboard stays near', async () => {
    const { user, takeMoreTime, container } = render({
      until: Date.now() + 75_000,
      asksReason: true,
    });
    const more = () => screen.getByRole('button', { name: /^More time/ });
    await user.click(more());
    const box = screen.getByRole('textbox', { name: 'Why do you need more time? (optional)' });
    expect(box).toHaveFocus();
    expect((await axe(container)).violations).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(timer()).toHaveFocus();
    expect(takeMoreTime).not.toHaveBeenCalled();
    await user.click(more());
    await user.keyboard('the printer{Escape}');
    expect(timer()).toHaveFocus();
    expect(takeMoreTime).not.toHaveBeenCalled();
    await user.click(more());
    // What was typed is still there.
    await user.keyboard('{Enter}');
    await user.click(more());
    await user.click(screen.getByRole('button', { name: 'Take 1:30 more' }));
    expect(takeMoreTime.mock.calls).toEqual([['the printer'], ['']]);
  });
});

test('nothing can be taken where nothing is left, in a tab that follows, or when it is over', () => {
  const { update } = render({ extensionsLeft: 0 });
  const isOffered = () => screen.queryByRole('button', { name: /^More time/ }) !== null;
  expect(isOffered()).toBe(false);
  update({ wrapUp, follows: true });
  expect(isOffered()).toBe(false);
  update({ wrapUp: { ...wrapUp, state: 'held' }, follows: false });
  expect(isOffered()).toBe(false);
  expect(timer()).toHaveTextContent(
    'The time for wrap-up is over. The task waits for you to complete it.',
  );
  update({ wrapUp });
  expect(isOffered()).toBe(true);
});

test('a form without a limit, and somebody else’s task, have no countdown', () => {
  const { update } = render({}, { wrapUp: null });
  expect(screen.queryByRole('timer')).toBeNull();
  update({ wrapUp, readOnly: true });
  expect(screen.queryByRole('timer')).toBeNull();
});
