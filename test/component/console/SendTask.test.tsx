/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Scenario } from '../../../sandbox/control/api';
import { SendTask } from '../../../sandbox/console/SendTask';
import { fail } from '../../../src/core/result';
import { fakeControlClient, QUIET_STATE } from '../../support/fakeControlClient';
import { renderInConsole } from '../../support/renderInConsole';

const CALL: Scenario = {
  id: 'call',
  name: 'A call',
  description: 'For agent 2.',
  task: {
    channel: 'voice',
    direction: 'outbound',
    queue: 'Sales',
    worker: 'agent2',
    attributes: { a: 1 },
  },
};

const renderSendTask = (client = fakeControlClient()) => ({
  client,
  user: userEvent.setup(),
  ...renderInConsole(<SendTask scenarios={[CALL]} queues={QUIET_STATE.queues} />, client),
});

const attributes = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Attributes (JSON)' });
const sendButton = () => screen.getByRole('button', { name: 'Send in own task' });

describe('SendTask', () => {
  it('sends a scenario in as it is', async () => {
    const { user, client, announce } = renderSendTask();
    await user.click(screen.getByRole('button', { name: 'Send in: A call' }));
    expect(client.createTask.mock.calls).toEqual([[CALL.task]]);
    await waitFor(() => expect(announce).toHaveBeenCalledWith('Sent in: A call.'));
  });

  it('says at the scenario why it was refused', async () => {
    const createTask = async () => fail({ code: '20001', message: 'agent2 is Offline' });
    const { user } = renderSendTask(fakeControlClient({ createTask }));
    await user.click(screen.getByRole('button', { name: 'Send in: A call' }));
    const list = screen.getByRole('list', { name: 'Scenarios' });
    expect(await within(list).findByText('agent2 is Offline')).toBeInTheDocument();
  });

  it('fills the form in with a scenario to be edited first', async () => {
    const { user, client } = renderSendTask();
    await user.click(screen.getByRole('button', { name: 'Edit first: A call' }));
    expect(attributes()).toHaveFocus();
    expect(attributes()).toHaveValue('{\n  "a": 1\n}');
    expect(screen.getByRole('combobox', { name: 'Channel' })).toHaveValue('voice');
    expect(screen.getByRole('combobox', { name: 'Direction' })).toHaveValue('outbound');
    expect(screen.getByRole('combobox', { name: 'Queue' })).toHaveValue('Sales');
    expect(screen.getByRole('combobox', { name: 'Agent' })).toHaveValue('agent2');
    await user.click(sendButton());
    expect(client.createTask.mock.calls).toEqual([
      [{ ...CALL.task, attributes: '{\n  "a": 1\n}' }],
    ]);
    await waitFor(() => expect(sendButton()).toBeEnabled());
  });

  it('sends no attributes when none were typed', async () => {
    const { user, client } = renderSendTask();
    await user.click(sendButton());
    expect(client.createTask.mock.calls).toEqual([
      [{ channel: 'voice', direction: 'inbound', worker: 'agent1' }],
    ]);
    await waitFor(() => expect(sendButton()).toBeEnabled());
  });

  it('stops at broken JSON, goes to the place, and keeps what was typed', async () => {
    const { user, client } = renderSendTask();
    await user.click(attributes());
    await user.paste('{\n  "a": yes\n}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(client.createTask).not.toHaveBeenCalled();
    expect(
      screen.getByText('Line 2, column 8: This is not a JSON value. Texts need double quotes.'),
    ).toBeInTheDocument();
    expect(attributes()).toHaveAccessibleDescription(/Line 2, column 8/);
    expect(attributes()).toHaveAttribute('aria-invalid', 'true');
    expect(attributes()).toHaveFocus();
    expect(attributes().selectionStart).toBe(9);
    expect(attributes()).toHaveValue('{\n  "a": yes\n}');
  });

  it('shows no error before the first try, and follows the typing after it', async () => {
    const { user } = renderSendTask();
    await user.click(attributes());
    await user.paste('{"a"');
    expect(screen.queryByText(/^Line/)).not.toBeInTheDocument();
    await user.tab();
    expect(screen.queryByText(/^Line/)).not.toBeInTheDocument();
    await user.click(sendButton());
    expect(attributes()).toHaveFocus();
    expect(screen.getByText(/^Line 1, column 5/)).toBeInTheDocument();
    await user.paste(': 1');
    expect(screen.getByText(/^Line 1, column 8: A closing brace/)).toBeInTheDocument();
    await user.paste('}');
    expect(screen.queryByText(/^Line/)).not.toBeInTheDocument();
  });

  it("shows the sandbox's own error at the field, until the text is changed", async () => {
    const message = 'Attributes have 5000 characters; TaskRouter holds at most 4096';
    const { user } = renderSendTask(
      fakeControlClient({ createTask: async () => fail({ code: '20001', message }) }),
    );
    await user.click(attributes());
    await user.paste('{"a":1}');
    await user.click(sendButton());
    await waitFor(() => expect(attributes()).toHaveAccessibleDescription(new RegExp(message)));
    expect(attributes()).toHaveValue('{"a":1}');
    await user.type(attributes(), ' ');
    expect(screen.queryByText(message)).not.toBeInTheDocument();
  });

  it('shows another refusal beside the button', async () => {
    const createTask = async () => fail({ code: '20001', message: 'agent1 is Offline' });
    const { user } = renderSendTask(fakeControlClient({ createTask }));
    await user.click(sendButton());
    const form = screen.getByRole('form', { name: 'Own task' });
    expect(await within(form).findByText('agent1 is Offline')).toBeInTheDocument();
    expect(attributes()).toHaveAttribute('aria-invalid', 'false');
  });

  it('indents and compacts what is JSON', async () => {
    const { user } = renderSendTask();
    await user.click(attributes());
    await user.paste('{"a":[1]}');
    await user.click(screen.getByRole('button', { name: 'Indent' }));
    expect(attributes()).toHaveValue('{\n  "a": [\n    1\n  ]\n}');
    await user.click(screen.getByRole('button', { name: 'Compact' }));
    expect(attributes()).toHaveValue('{"a":[1]}');
    await user.type(attributes(), 'x');
    expect(screen.getByRole('button', { name: 'Indent' })).toBeDisabled();
  });
});
