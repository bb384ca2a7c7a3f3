/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FaultsPanel } from '../../../sandbox/console/FaultsPanel';
import type { ActiveFault, Fault, SandboxState } from '../../../sandbox/control/api';
import { fail } from '../../../src/core/result';
import { fakeControlClient } from '../../support/fakeControlClient';
import { renderInConsole } from '../../support/renderInConsole';

const NO_LIMITS = { readsPerSecond: null, writesPerSecond: null };

const renderFaults = (
  part: Partial<Pick<SandboxState, 'faults' | 'aheadSeconds' | 'rateLimits'>> = {},
  client = fakeControlClient(),
) => ({
  client,
  user: userEvent.setup(),
  ...renderInConsole(
    <FaultsPanel faults={[]} aheadSeconds={0} rateLimits={NO_LIMITS} {...part} />,
    client,
  ),
});

const button = (name: string) => screen.getByRole('button', { name });
const select = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const active = (part: Partial<ActiveFault>): ActiveFault => ({
  id: 'fault-1',
  operation: 'task.update',
  kind: { type: 'status', status: 500 },
  after: 0,
  times: 1,
  happened: 0,
  ...part,
});

describe('ordering a fault', () => {
  it('is a failed write of a task, once, unless told otherwise', async () => {
    const { user, client, announce } = renderFaults();
    await user.click(button('Order this fault'));
    expect(client.orderFault.mock.calls).toEqual([
      [{ operation: 'task.update', kind: { type: 'status', status: 500 }, times: 1 }],
    ]);
    await waitFor(() =>
      expect(announce).toHaveBeenCalledWith('Ordered: Fails: 500. Write of a task.'),
    );
  });

  it.each<[string, string, Fault]>([
    ['Is never answered', 'Read of a task', { operation: 'task.fetch', kind: { type: 'hang' } }],
    [
      'Is done, its answer lost',
      'Change of a reservation',
      { operation: 'reservation.update', kind: { type: 'lost-answer' } },
    ],
    [
      'Too many requests: 429',
      'Write of a task',
      {
        operation: 'task.update',
        kind: { type: 'status', status: 429, retryAfterSeconds: 1 },
      },
    ],
    [
      'Gives up late: 504',
      'Write of a task',
      { operation: 'task.update', kind: { type: 'status', status: 504, afterMs: 10_000 } },
    ],
    [
      'Another writer comes first, on a key of ours',
      'Write of a task',
      {
        operation: 'task.update',
        kind: {
          type: 'other-writer',
          set: { 'conversations.outcome': 'Set by another program' },
        },
      },
    ],
    [
      'Fails: 500',
      'session.fetch',
      { operation: 'session.fetch', kind: { type: 'status', status: 500 } },
    ],
    [
      'Dies halfway: 500',
      'Every call of Sync over REST',
      { operation: 'api.sync.*', kind: { type: 'status', status: 500 }, after: 10 },
    ],
    ['Comes twice', 'Any event', { operation: 'events.push', kind: { type: 'duplicated' } }],
    [
      'Is lost with its socket',
      'reservation.completed',
      {
        operation: 'events.push',
        kind: { type: 'dropped', refuseSeconds: 5, event: 'reservation.completed' },
      },
    ],
  ])('"%s" at "%s" until switched off', async (what, where, fault) => {
    const { user, client } = renderFaults();
    await user.selectOptions(select('What goes wrong'), what);
    await user.selectOptions(select('Where'), where);
    await user.selectOptions(select('How often'), 'Until switched off');
    await user.click(button('Order this fault'));
    expect(client.orderFault.mock.calls).toEqual([[{ ...fault, times: 'until-off' }]]);
    await waitFor(() => expect(button('Order this fault')).toBeEnabled());
  });

  it('takes how late', async () => {
    const { user, client } = renderFaults();
    await user.selectOptions(select('What goes wrong'), 'Is done late');
    const amount = screen.getByRole('textbox', { name: 'Late by (seconds)' });
    expect(amount).toHaveValue('5');
    await user.clear(amount);
    await user.type(amount, '20{Enter}');
    expect(client.orderFault.mock.calls).toEqual([
      [{ operation: 'task.update', kind: { type: 'delay', ms: 20_000, of: 'call' }, times: 1 }],
    ]);
    await waitFor(() => expect(button('Order this fault')).toBeEnabled());
  });

  it('keeps the place when the next choice knows it, and else takes its first', async () => {
    const { user } = renderFaults();
    await user.selectOptions(select('Where'), 'Read of a task');
    await user.selectOptions(select('What goes wrong'), 'Is never answered');
    expect(select('Where')).toHaveDisplayValue('Read of a task');
    await user.selectOptions(select('What goes wrong'), 'Comes twice');
    expect(select('Where')).toHaveDisplayValue('Any event');
  });

  it('says why something was refused', async () => {
    const orderFault = async () => fail({ code: '20001', message: 'There is no operation' });
    const { user } = renderFaults({}, fakeControlClient({ orderFault }));
    await user.click(button('Order this fault'));
    expect(await screen.findByText('There is no operation')).toBeInTheDocument();
  });
});

describe('active faults', () => {
  const FAULTS = [
    active({ times: 2, happened: 1 }),
    active({ id: 'fault-2', operation: 'worker.fetch', kind: { type: 'hang' } }),
    active({
      id: 'fault-3',
      operation: 'events.push',
      kind: { type: 'delay', ms: 3_000, event: 'task.updated' },
      times: 'until-off',
    }),
    active({ id: 'fault-4', kind: { type: 'status', status: 418 } }),
  ];

  it('are listed with where, how often still, and how often they happened', () => {
    renderFaults({ faults: FAULTS });
    const items = within(screen.getByRole('list', { name: 'Active faults' })).getAllByRole(
      'listitem',
    );
    expect(items.map((item) => item.textContent)).toEqual([
      'Fails: 500Write of a task, 2 times, happened onceSwitch off',
      'Is never answeredworker.fetch, onceSwitch off',
      'Comes late, 3 stask.updated, until switched offSwitch off',
      'statusWrite of a task, onceSwitch off',
    ]);
  });

  it('are switched off one by one, or all', async () => {
    const { user, client, announce } = renderFaults({ faults: FAULTS });
    await user.click(button('Switch off: Is never answered, worker.fetch'));
    expect(client.switchOffFault.mock.calls).toEqual([['fault-2']]);
    await waitFor(() =>
      expect(announce).toHaveBeenCalledWith('Switched off: Is never answered. worker.fetch.'),
    );
    await user.click(button('Switch all faults off'));
    expect(client.clearFaults).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(button('Switch all faults off')).toBeEnabled());
  });

  it('are not shown when there are none', () => {
    renderFaults();
    expect(screen.queryByRole('list', { name: 'Active faults' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Switch/ })).not.toBeInTheDocument();
  });

  it('have no barriers', async () => {
    const { container } = renderFaults({ faults: FAULTS });
    expect((await axe(container)).violations).toEqual([]);
  });
});

it('drops the sockets of events at once', async () => {
  const { user, client } = renderFaults();
  await user.click(button('Drop event sockets now'));
  expect(client.dropEventSockets).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(button('Drop event sockets now')).toBeEnabled());
});

it('limits calls per second, and lifts the limit again', async () => {
  const { user, client } = renderFaults({ rateLimits: { ...NO_LIMITS, writesPerSecond: 20 } });
  expect(
    screen.getByText(/^TaskRouter takes 20 writes and any number of reads per second\./),
  ).toBeInTheDocument();
  const writes = screen.getByRole('textbox', { name: 'Writes per second' });
  const reads = screen.getByRole('textbox', { name: 'Reads per second' });
  expect(writes).toHaveValue('20');
  await user.clear(writes);
  await user.type(reads, '5{Enter}');
  expect(client.limitRate.mock.calls).toEqual([[{ writesPerSecond: null, readsPerSecond: 5 }]]);
  await waitFor(() => expect(button('Limit calls')).toBeEnabled());
});

it('moves the clock by what is typed, and says how far it is ahead', async () => {
  const { user, client } = renderFaults({ aheadSeconds: 270 });
  expect(screen.getByText(/^The clock is 4\.5 min ahead\./)).toBeInTheDocument();
  await user.click(button('Move the clock'));
  const minutes = screen.getByRole('textbox', { name: 'Minutes forward' });
  await user.clear(minutes);
  await user.type(minutes, '90{Enter}');
  expect(client.forwardClock.mock.calls).toEqual([[120], [5_400]]);
  await waitFor(() => expect(button('Move the clock')).toBeEnabled());
});
