/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { contentWith, formWith, outcome, renderForms } from '../../support/renderForms';

const service = contentWith(formWith(outcome));
const limited = contentWith({
  ...formWith({ ...outcome, required: true }),
  wrapUp: { seconds: 120, onTimeout: 'default' },
});

const limit = () => screen.getByRole('checkbox', { name: /Limit the time for wrap-up/ });
const box = (name: RegExp | string) => screen.getByRole('textbox', { name });

test('a limit is set, changed and taken away, each as one step', async () => {
  const { user, form, steps, container } = renderForms(service);
  expect(screen.queryByRole('textbox', { name: 'Seconds' })).toBeNull();
  await user.click(limit());
  expect(form().wrapUp).toEqual({ seconds: 120, onTimeout: 'hold' });
  await user.clear(box('Seconds'));
  await user.type(box('Seconds'), '45{Enter}');
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'When the time is over' }),
    'Complete with what there is',
  );
  await user.type(box(/^More time, how often/), '2{Enter}');
  await user.click(screen.getByRole('checkbox', { name: /^Ask why/ }));
  expect(form().wrapUp).toEqual({
    seconds: 45,
    onTimeout: 'partial',
    extensions: { count: 2, seconds: 60, askReason: true },
  });
  expect((await axe(container)).violations).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: /^Ask why/ }));
  await user.clear(box(/^More time, how often/));
  await user.tab();
  expect(form().wrapUp).toEqual({ seconds: 45, onTimeout: 'partial' });
  await user.click(limit());
  expect(form()).not.toHaveProperty('wrapUp');
  expect(steps[0]).toBe('Change “Time for wrap-up” of “Service”');
});

test('a time that no agent could use is not taken over', async () => {
  const { user, form } = renderForms(limited);
  await user.clear(box('Seconds'));
  await user.type(box('Seconds'), '5{Enter}');
  expect(form().wrapUp?.seconds).toBe(120);
  expect(box('Seconds')).toHaveAccessibleDescription(/Enter a number from 10 to 86,400\./);
});

test('a channel has its own time, or none', async () => {
  const { user, form } = renderForms(limited);
  await user.click(screen.getByRole('button', { name: 'Another time on a channel' }));
  expect(box(/^Channel 1/)).toHaveFocus();
  await user.clear(box('Seconds on voice'));
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Another time on a channel' }));
  expect(form().wrapUp?.channels).toEqual([{ channel: 'voice' }, { channel: 'chat', seconds: 60 }]);
  await user.click(screen.getByRole('button', { name: 'No other time on voice' }));
  await user.click(screen.getByRole('button', { name: 'No other time on chat' }));
  expect(form().wrapUp).toEqual({ seconds: 120, onTimeout: 'default' });
});

test('the author is told where the task would be held, and gives the field an answer', async () => {
  const { user, field } = renderForms(limited);
  await user.click(screen.getByRole('button', { name: /Outcome/ }));
  expect(screen.getByText(/this field has no answer to take/)).toBeInTheDocument();
  await user.click(screen.getByRole('combobox', { name: /When the time for wrap-up is over/ }));
  await user.click(screen.getByRole('option', { name: /Refund/ }));
  expect(field('outcome', 'choice').atTimeout).toBe('refund');
  expect(screen.queryByText(/this field has no answer to take/)).toBeNull();
});
