/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FaultsPanel } from '../../../sandbox/console/FaultsPanel';
import type { SandboxState } from '../../../sandbox/control/api';
import { fail } from '../../../src/core/result';
import { fakeControlClient } from '../../support/fakeControlClient';
import { renderInConsole } from '../../support/renderInConsole';

const renderFaults = (
  part: Partial<Pick<SandboxState, 'faults' | 'aheadSeconds'>> = {},
  client = fakeControlClient(),
) => ({
  client,
  user: userEvent.setup(),
  ...renderInConsole(<FaultsPanel faults={[]} aheadSeconds={0} {...part} />, client),
});

const button = (name: string) => screen.getByRole('button', { name });

describe('FaultsPanel', () => {
  it('orders a failed write, once, unless told otherwise', async () => {
    const { user, client, announce } = renderFaults();
    await user.click(button('Order this fault'));
    expect(client.orderFault.mock.calls).toEqual([
      [{ operation: 'task.update', kind: { type: 'status', status: 500 }, times: 1 }],
    ]);
    await waitFor(() => expect(announce).toHaveBeenCalledWith('Ordered: Write fails: 500.'));
  });

  it.each([
    ['Write is never answered', 'task.update', { type: 'hang' }],
    ['Write is done, its answer lost', 'task.update', { type: 'lost-answer' }],
    [
      'Another writer comes first',
      'task.update',
      { type: 'other-writer', set: { 'crm.status': 'set by another program' } },
    ],
    ['Read fails: 500', 'task.fetch', { type: 'status', status: 500 }],
  ])('orders "%s" as often as said', async (name, operation, kind) => {
    const { user, client } = renderFaults();
    await user.selectOptions(screen.getByRole('combobox', { name: 'What goes wrong' }), name);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'How often' }),
      'Ten times: no retry helps',
    );
    await user.click(button('Order this fault'));
    expect(client.orderFault.mock.calls).toEqual([[{ operation, kind, times: 10 }]]);
    await waitFor(() => expect(button('Order this fault')).toBeEnabled());
  });

  it('lists what still waits to happen, and clears it', async () => {
    const { user, client } = renderFaults({
      faults: [
        {
          id: 'fault-1',
          operation: 'task.update',
          kind: { type: 'status', status: 500 },
          times: 2,
          happened: 0,
        },
        { id: 'fault-2', operation: 'worker.fetch', kind: { type: 'hang' }, times: 1, happened: 0 },
      ],
    });
    const waiting = within(screen.getByRole('list', { name: 'Waiting faults' }))
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(waiting).toEqual(['Write fails: 500, 2 times', 'worker.fetch: hang, once']);
    await user.click(button('Clear waiting faults'));
    expect(client.clearFaults).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(button('Clear waiting faults')).toBeEnabled());
  });

  it('has nothing to clear when nothing waits', () => {
    renderFaults();
    expect(screen.queryByRole('list', { name: 'Waiting faults' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Clear waiting faults' })).not.toBeInTheDocument();
  });

  it('moves the clock, and says how far it is ahead', async () => {
    const { user, client } = renderFaults({ aheadSeconds: 240 });
    expect(screen.getByText('The clock is 4 min ahead.')).toBeInTheDocument();
    await user.click(button('2 minutes forward'));
    expect(client.forwardClock.mock.calls).toEqual([[120]]);
    await waitFor(() => expect(button('2 minutes forward')).toBeEnabled());
  });

  it('says why something was refused', async () => {
    const orderFault = async () => fail({ code: '20001', message: 'There is no operation' });
    const { user } = renderFaults({}, fakeControlClient({ orderFault }));
    await user.click(button('Order this fault'));
    expect(await screen.findByText('There is no operation')).toBeInTheDocument();
  });
});
