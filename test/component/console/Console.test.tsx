/** @jest-environment jsdom */
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { SandboxState } from '../../../sandbox/control/api';
import { Console } from '../../../sandbox/console/Console';
import { SCENARIOS } from '../../../sandbox/console/scenarios';
import { fail, ok } from '../../../src/core/result';
import { fakeControlClient, QUIET_STATE } from '../../support/fakeControlClient';

/** jsdom has no EventSource. */
class FakeEventSource {
  static last: FakeEventSource;
  onopen: (() => void) | null = null;
  onmessage: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly close = jest.fn();
  constructor(readonly url: string) {
    FakeEventSource.last = this;
  }
}

beforeEach(() => Object.assign(globalThis, { EventSource: FakeEventSource }));

const ADDRESSES = {
  console: 'http://localhost:3000',
  people: {
    agent1: 'http://localhost:3001',
    agent2: 'http://localhost:3002',
    supervisor: 'http://localhost:3003',
    admin: 'http://localhost:3004',
    supervisor2: 'http://localhost:3005',
  },
  functions: 'http://localhost:3006',
  rest: 'http://localhost:3007',
};

const stateWith = (part: Partial<SandboxState>) => ok({ ...QUIET_STATE, ...part });

const renderConsole = async (client = fakeControlClient()) => {
  const view = render(<Console client={client} addresses={ADDRESSES} />);
  await screen.findByRole('region', { name: 'Tasks' });
  return { client, ...view };
};

describe('Console', () => {
  it("links to each person's Flex", async () => {
    await renderConsole();
    const links = within(screen.getByRole('navigation', { name: 'Flex desktops' })).getAllByRole(
      'link',
    );
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'http://localhost:3001',
      'http://localhost:3002',
      'http://localhost:3003',
      'http://localhost:3004',
      'http://localhost:3005',
    ]);
    expect(links[1]).toHaveAccessibleName('Agent 2 (opens Flex in a new tab)');
  });

  it('reads again whenever the sandbox says that something changed', async () => {
    const { client } = await renderConsole();
    expect(screen.getByText(/^No task yet\./)).toBeInTheDocument();
    expect(FakeEventSource.last.url).toBe('/api/changes');
    const task = {
      sid: 'WT9',
      channel: 'voice',
      direction: 'inbound',
      queue: 'Support',
      status: 'reserved',
      version: 1,
      attributes: '{}',
      conversation: null,
      reservations: [],
      transfers: [],
    };
    client.state.mockResolvedValue(stateWith({ tasks: [task] }));
    act(() => FakeEventSource.last.onmessage?.());
    expect(await screen.findByRole('article', { name: 'Task WT9' })).toBeInTheDocument();
  });

  it('reads once more for changes that come while it reads', async () => {
    const { client } = await renderConsole();
    let answer: (value: ReturnType<typeof stateWith>) => void = () => undefined;
    client.state.mockClear();
    client.state.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const change = () => act(() => FakeEventSource.last.onmessage?.());
    change();
    change();
    change();
    expect(client.state).toHaveBeenCalledTimes(1);
    answer(stateWith({}));
    await waitFor(() => expect(client.state).toHaveBeenCalledTimes(2));
  });

  it('says whether it is live, and reads again when the connection is back', async () => {
    const { client } = await renderConsole();
    act(() => FakeEventSource.last.onerror?.());
    expect(screen.getByText('Connection lost')).toBeInTheDocument();
    client.state.mockClear();
    act(() => FakeEventSource.last.onopen?.());
    expect(screen.getByText('Live')).toBeInTheDocument();
    await waitFor(() => expect(client.state).toHaveBeenCalledTimes(1));
  });

  it('keeps what it has when the sandbox does not answer any more', async () => {
    const { client } = await renderConsole();
    client.state.mockResolvedValue(fail({ code: 'unreachable', message: 'No answer.' }));
    act(() => FakeEventSource.last.onmessage?.());
    expect(await screen.findByText('No answer.')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Tasks' })).toBeInTheDocument();
  });

  it('shows unknown calls as an alert, equal ones once', async () => {
    const call = {
      at: '2024-05-02T10:00:00.000Z',
      person: 'agent1',
      operation: '',
      method: 'POST',
      path: '/emulator/video.twilio.com/v1/Rooms',
      status: 501,
      unknown: true,
    };
    const client = fakeControlClient({
      state: async () => stateWith({ unknownCalls: [call, { ...call, method: 'GET' }, call] }),
    });
    await renderConsole(client);
    const heading = screen.getByRole('heading', { name: '3 unknown calls to Twilio' });
    const alert = heading.closest<HTMLElement>('[role=alert]')!;
    const items = within(alert)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatch(/^POST \/emulator\/video.*answered 501, from agent1.*, 2 times$/);
    expect(items[1]).toMatch(/^GET \/emulator\/video/);
  });

  it('resets only after asking', async () => {
    const { client } = await renderConsole();
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Reset the sandbox?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep everything' }));
    expect(client.reset).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await userEvent.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Reset' }),
    );
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    expect(client.reset).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status')).toHaveTextContent(/The sandbox is reset\. Reload the pages/);
  });

  it('changes one setting at a time and keeps the others', async () => {
    const settings = {
      ...QUIET_STATE.settings,
      debrief: { enforcement: 'observe', catalog: { version: 7 } },
      languages: { agent2: 'fr' },
    };
    const client = fakeControlClient({ state: async () => stateWith({ settings }) });
    await renderConsole(client);
    const select = (name: string) => screen.getByRole('combobox', { name });
    expect(select('Enforcement')).toHaveValue('observe');
    const settled = () => waitFor(() => expect(select('Enforcement')).toBeEnabled());

    await userEvent.selectOptions(select('Enforcement'), 'Required');
    await settled();
    await userEvent.selectOptions(select('Enforcement'), 'By the catalog');
    await settled();
    await userEvent.selectOptions(select('Language of agent 1'), 'de');
    await settled();
    await userEvent.selectOptions(select('Language of agent 2'), 'None set');
    await settled();
    await userEvent.selectOptions(select('Who may publish'), 'Admins and supervisors');
    await settled();
    await userEvent.click(screen.getByRole('switch', { name: /Version check/ }));
    await settled();
    expect(client.changeSettings.mock.calls.map(([part]) => part)).toEqual([
      { debrief: { enforcement: 'required', catalog: { version: 7 } } },
      { debrief: { catalog: { version: 7 } } },
      { languages: { agent2: 'fr', agent1: 'de' } },
      { languages: {} },
      { publishRoles: ['admin', 'supervisor'] },
      { versionCheck: false },
    ]);
  });

  it('has nothing to complain of for axe', async () => {
    const client = fakeControlClient({ scenarios: async () => ok(SCENARIOS) });
    const { container } = await renderConsole(client);
    expect((await axe(container)).violations).toEqual([]);
  });
});
