/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ConversationState, TaskState } from '../../../sandbox/control/api';
import { TaskCard } from '../../../sandbox/console/TaskCard';
import { fail } from '../../../src/core/result';
import { fakeControlClient } from '../../support/fakeControlClient';
import { renderInConsole } from '../../support/renderInConsole';

const task = (part: Partial<TaskState> = {}): TaskState => ({
  sid: 'WT1',
  channel: 'voice',
  direction: 'inbound',
  queue: 'Support',
  status: 'assigned',
  version: 3,
  attributes: '{"a": 1}',
  conversation: null,
  reservations: [{ sid: 'WR1', taskSid: 'WT1', worker: 'agent1', status: 'accepted', version: 2 }],
  transfers: [],
  ...part,
});

const conversation: ConversationState = {
  type: 'web',
  status: 'active',
  customerIsThere: true,
  messages: [
    { from: 'customer', author: 'grace', text: 'Hello' },
    { from: 'agent', author: 'agent1', text: 'Good morning' },
  ],
};

const names = (root: HTMLElement) =>
  within(root)
    .queryAllByRole('button')
    .map((button) => button.textContent);

describe('TaskCard', () => {
  it.each([
    ['pending', ['Customer hangs up', 'Cancel']],
    ['reserved', ['Customer hangs up', 'Cancel']],
    ['assigned', ['Customer hangs up', 'Wrap up', 'Complete']],
    ['wrapping', ['Complete']],
    ['completed', []],
    ['canceled', []],
  ])('offers on a task that is %s only what fits: %s', (status, expected) => {
    renderInConsole(<TaskCard task={task({ status, reservations: [] })} />);
    expect(names(screen.getByRole('article', { name: 'Task WT1' }))).toEqual([
      ...expected,
      'Other writer: their key',
      'Other writer: our key',
      'Edit attributes',
      'Show raw text',
    ]);
  });

  it.each([
    ['pending', ['Time out', 'Rescind', 'Reject']],
    ['accepted', []],
    ['wrapping', []],
    ['completed', []],
    ['rejected', []],
  ])('offers on a reservation that is %s: %s', (status, expected) => {
    const reservation = { sid: 'WR1', taskSid: 'WT1', worker: 'agent1', status, version: 2 };
    renderInConsole(<TaskCard task={task({ reservations: [reservation] })} />);
    expect(names(screen.getByRole('listitem', { name: 'Reservation WR1' }))).toEqual(expected);
  });

  it.each([
    ['Other writer: their key', { 'crm.status': 'set by another program' }],
    ['Other writer: our key', { 'conversations.outcome': 'Set by another program' }],
  ])('lets another program write at once: %s', async (name, set) => {
    const client = fakeControlClient();
    const { announce } = renderInConsole(<TaskCard task={task()} />, client);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(client.writeAsOther.mock.calls).toEqual([['WT1', set]]);
    await waitFor(() => expect(announce).toHaveBeenCalledWith(`WT1: ${name.toLowerCase()}.`));
    await waitFor(() => expect(screen.getByRole('button', { name })).toBeEnabled());
  });

  it('calls it leaving where nobody can hang up', () => {
    renderInConsole(<TaskCard task={task({ channel: 'custom1' })} />);
    expect(screen.getByRole('button', { name: 'Customer leaves' })).toBeInTheDocument();
  });

  it('says who handed the task on to whom, and how far that is', () => {
    const transfer = { sid: 'TT1', from: 'agent1', to: 'agent2' } as const;
    renderInConsole(
      <TaskCard task={task({ transfers: [{ ...transfer, mode: 'COLD', status: 'initiated' }] })} />,
    );
    expect(screen.getByRole('listitem', { name: 'Transfer TT1' })).toHaveTextContent(
      'Cold transfer, agent1 to agent2initiatedTT1',
    );
  });

  it('asks the sandbox for what was pressed', async () => {
    const client = fakeControlClient();
    const reservation = {
      sid: 'WR1',
      taskSid: 'WT1',
      worker: 'agent1',
      status: 'pending',
      version: 1,
    };
    const { announce } = renderInConsole(
      <TaskCard task={task({ reservations: [reservation] })} />,
      client,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Customer hangs up' }));
    await waitFor(() => expect(announce).toHaveBeenCalledWith('WT1: customer hangs up.'));
    await userEvent.click(screen.getByRole('button', { name: 'Rescind' }));
    await waitFor(() => expect(announce).toHaveBeenCalledWith('Reservation WR1: rescind.'));
    expect(client.actOnTask.mock.calls).toEqual([['WT1', 'hang-up']]);
    expect(client.actOnReservation.mock.calls).toEqual([['WR1', 'rescind']]);
  });

  it('shows a conversation, and writes in it as the customer while they are there', async () => {
    const client = fakeControlClient();
    const { announce, rerender } = renderInConsole(
      <TaskCard task={task({ conversation })} />,
      client,
    );
    expect(screen.getByRole('heading')).toHaveTextContent('web, inbound, Support');
    const messages = within(screen.getByRole('list', { name: 'Messages' })).getAllByRole(
      'listitem',
    );
    expect(messages.map(({ textContent }) => textContent)).toEqual([
      'grace: Hello',
      'agent1: Good morning',
    ]);
    const field = screen.getByRole('textbox', { name: 'Write as the customer' });
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(client.sayAsCustomer).not.toHaveBeenCalled();
    await userEvent.type(field, 'Where is it?{Enter}');
    await waitFor(() => expect(announce).toHaveBeenCalledWith('WT1: the customer has written.'));
    expect(client.sayAsCustomer.mock.calls).toEqual([['WT1', 'Where is it?']]);
    expect(field).toHaveValue('');

    rerender(
      <TaskCard task={task({ conversation: { ...conversation, customerIsThere: false } })} />,
    );
    expect(screen.getByText('The customer has left.')).toBeInTheDocument();
    expect(field).not.toBeInTheDocument();
  });

  it('says why something was refused', async () => {
    const actOnTask = async () => fail({ code: '20001', message: 'Task WT1 is wrapping' });
    renderInConsole(<TaskCard task={task()} />, fakeControlClient({ actOnTask }));
    await userEvent.click(screen.getByRole('button', { name: 'Wrap up' }));
    expect(await screen.findByText('Task WT1 is wrapping')).toBeInTheDocument();
  });

  it('shows attributes indented or byte for byte, with their length', async () => {
    renderInConsole(<TaskCard task={task({ attributes: '{"a":  1}' })} />);
    const shown = screen.getByRole('region', { name: 'Attributes of WT1' });
    expect(shown.textContent).toBe('{\n  "a": 1\n}');
    expect(screen.getByText('9 of 4096 characters')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show raw text' }));
    expect(shown.textContent).toBe('{"a":  1}');
  });

  it('writes attributes as another writer, exactly as typed', async () => {
    const client = fakeControlClient();
    renderInConsole(<TaskCard task={task()} />, client);
    await userEvent.click(screen.getByRole('button', { name: 'Edit attributes' }));
    const field = screen.getByRole('textbox', { name: 'Attributes (JSON), replaced whole' });
    expect(field).toHaveFocus();
    expect(field).toHaveValue('{"a": 1}');
    await userEvent.clear(field);
    await userEvent.paste('{ "a":2 }');
    await userEvent.click(screen.getByRole('button', { name: 'Replace attributes' }));
    expect(client.writeAttributes.mock.calls).toEqual([['WT1', '{ "a":2 }']]);
    await waitFor(() => expect(field).not.toBeInTheDocument());
  });

  it('sends neither broken nor missing attributes, and keeps the text when they are refused', async () => {
    const message = 'Attributes have 4100 characters; TaskRouter holds at most 4096';
    const client = fakeControlClient();
    client.writeAttributes.mockResolvedValue(fail({ code: '20001', message }));
    renderInConsole(<TaskCard task={task()} />, client);
    await userEvent.click(screen.getByRole('button', { name: 'Edit attributes' }));
    const field = screen.getByRole('textbox', { name: 'Attributes (JSON), replaced whole' });
    const replace = screen.getByRole('button', { name: 'Replace attributes' });

    await userEvent.clear(field);
    await userEvent.click(replace);
    expect(field).toHaveAccessibleDescription(/Attributes are missing\. Write \{\} for none\./);
    await userEvent.click(field);
    await userEvent.paste('[');
    await userEvent.click(replace);
    expect(field).toHaveAccessibleDescription(/Line 1, column 2: A closing bracket \] is missing/);
    expect(client.writeAttributes).not.toHaveBeenCalled();

    await userEvent.paste(']');
    await userEvent.click(replace);
    await waitFor(() => expect(field).toHaveAccessibleDescription(new RegExp(message)));
    expect(field).toHaveValue('[]');
  });

  it('warns when the task has changed since its attributes were opened', async () => {
    const { rerender } = renderInConsole(<TaskCard task={task()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Edit attributes' }));
    expect(screen.queryByText(/since you opened this/)).not.toBeInTheDocument();
    rerender(<TaskCard task={task({ version: 4, attributes: '{"b":1}' })} />);
    expect(screen.getByText(/from version 3 to 4 since you opened this/)).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('{"a": 1}');
  });
});
