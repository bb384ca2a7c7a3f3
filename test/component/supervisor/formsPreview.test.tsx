/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import {
  amount,
  contentWith,
  formWith,
  note,
  outcome,
  renderForms,
} from '../../support/renderForms';

const preview = () => within(screen.getByRole('region', { name: 'As agents see it' }));
const panel = () => within(preview().getByRole('form', { name: 'Wrap-up form' }));

const content = contentWith(
  formWith(outcome, note, {
    ...amount,
    rules: { show: { '===': [{ var: 'task.vip' }, true] } },
    prefill: { var: 'task.items' },
  }),
);

const choose = async (user: ReturnType<typeof renderForms>['user'], box: string, text: string) =>
  user.selectOptions(preview().getByRole('combobox', { name: box }), text);

describe('the preview', () => {
  it('is the agents’ panel, alive, with the record that Insights would make', async () => {
    const { user } = renderForms(content);
    await user.click(panel().getByRole('combobox', { name: 'Outcome' }));
    await user.click(screen.getByRole('option', { name: /New contract/ }));
    expect(panel().getByRole('combobox', { name: 'Outcome' })).toHaveValue('New contract');
    await user.click(panel().getByRole('button', { name: 'What Insights will record' }));
    expect(panel().getByText('New contract')).toBeInTheDocument();
    await user.click(panel().getByRole('button', { name: 'Undo' }));
    expect(panel().getByRole('combobox', { name: 'Outcome' })).toHaveValue('');
  });

  it('follows the draft and keeps what was answered', async () => {
    const { user, update } = renderForms(content);
    await user.type(panel().getByRole('textbox', { name: 'Note' }), 'hello');
    const renamed = contentWith(formWith(outcome, { ...note, name: { en: 'Remark' } }));
    update({ content: renamed });
    expect(await panel().findByDisplayValue('hello')).toBe(
      panel().getByRole('textbox', { name: 'Remark' }),
    );
  });

  it('has sample tasks, which rules look at, and which can be changed', async () => {
    const { user } = renderForms(content);
    expect(panel().getByRole('textbox', { name: 'Amount' })).toBeInTheDocument();
    await choose(user, 'Sample task', 'Outbound call');
    expect(panel().queryByRole('textbox', { name: 'Amount' })).not.toBeInTheDocument();
    const box = preview().getByRole('textbox', { name: 'The sample task as JSON' });
    await user.clear(box);
    await user.click(box);
    await user.paste('{"task": {"vip": true, "items": 7}}');
    await user.tab();
    expect(panel().getByRole('textbox', { name: 'Amount' })).toHaveValue('7');
    await user.clear(box);
    await user.click(box);
    await user.paste('{"direction": "sideways"}');
    await user.tab();
    expect(box).toHaveAccessibleDescription(/This is no sample task/);
    expect(panel().getByRole('textbox', { name: 'Amount' })).toHaveValue('7');
  });

  it('is narrow or wide', async () => {
    const { user, container } = renderForms(content);
    const frame = () => container.querySelector('[data-width]');
    expect(frame()).toHaveAttribute('data-width', 'narrow');
    await choose(user, 'Width', 'Wide');
    expect(frame()).toHaveAttribute('data-width', 'wide');
  });

  it('shows the last sound form while something is wrong, and says so', () => {
    const { update } = renderForms(content);
    expect(preview().queryByText(/put right/)).not.toBeInTheDocument();
    update({
      content: contentWith(formWith({ ...amount, name: { en: 'Broken' }, min: 5, max: 1 })),
    });
    expect(preview().getByText(/You see it as it was before/)).toBeInTheDocument();
    expect(panel().getByRole('textbox', { name: 'Note' })).toBeInTheDocument();
    expect(panel().queryByRole('textbox', { name: 'Broken' })).not.toBeInTheDocument();
    update({ content });
    expect(preview().queryByText(/put right/)).not.toBeInTheDocument();
  });

  it('says so when there has been no sound form yet', () => {
    renderForms(contentWith(formWith({ ...amount, min: 5, max: 1 })));
    expect(preview().getByText(/before it can be shown/)).toBeInTheDocument();
    expect(preview().queryByRole('form')).not.toBeInTheDocument();
  });

  it('is not stopped by what is wrong elsewhere in the catalog', () => {
    const other = { ...formWith({ ...amount, min: 5, max: 1 }), id: 'other' };
    renderForms(contentWith(formWith(note), other));
    expect(panel().getByRole('textbox', { name: 'Note' })).toBeInTheDocument();
  });

  it('writes nothing, neither to the draft nor to the browser nor anywhere else', async () => {
    const fetched = jest.fn();
    const opened = jest.fn();
    Object.assign(window, { fetch: fetched, indexedDB: { open: opened } });
    const stored = jest.spyOn(Storage.prototype, 'setItem');
    const { user, steps, content: now } = renderForms(content);
    await user.type(panel().getByRole('textbox', { name: 'Note' }), 'hello');
    await user.click(panel().getByRole('button', { name: 'Undo' }));
    expect(now()).toBe(content);
    expect(steps).toEqual([]);
    for (const way of [fetched, opened, stored]) expect(way).not.toHaveBeenCalled();
  });
});
