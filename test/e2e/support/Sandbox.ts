import { expect } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type {
  Addresses,
  EmulatedCall,
  Fault,
  FunctionsLogLine,
  LedgerEntry,
  NewTask,
  PersonId,
  SandboxSettings,
  SandboxState,
  TaskState,
} from '../../../sandbox/control/api';

export interface Sent {
  readonly taskSid: string;
  readonly reservationSid: string;
}

/** The sandbox as a person starts it, steered over its control interface. */
export class Sandbox {
  private constructor(
    private readonly child: ChildProcess,
    readonly addresses: Addresses,
  ) {}

  static async start(): Promise<Sandbox> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'sandbox/main.ts', '--port', '0', '--json'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const addresses = JSON.parse(await firstLine(child)) as Addresses;
    child.stdout?.resume();
    return new Sandbox(child, addresses);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.child.removeAllListeners('exit');
      this.child.once('exit', () => resolve());
      this.child.kill('SIGTERM');
    });
  }

  private async request(path: string, init?: RequestInit): Promise<unknown> {
    const answer = await fetch(new URL(`/api/${path}`, this.addresses.console), init);
    const body = (await answer.json()) as unknown;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body;
  }

  post(path: string, body: unknown = {}): Promise<unknown> {
    return this.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  reset = (): Promise<unknown> => this.post('reset');
  settings = (settings: Partial<SandboxSettings>): Promise<unknown> =>
    this.post('settings', settings);
  /** Answers the id to switch the fault off by. */
  fault = async (
    operation: string,
    kind: Fault['kind'],
    times: number | 'until-off' = 1,
  ): Promise<string> =>
    ((await this.post('faults', { operation, kind, times } satisfies Fault)) as { id: string }).id;
  switchOff = (faultId: string): Promise<unknown> => this.post(`faults/${faultId}/off`);
  state = (): Promise<SandboxState> => this.request('state') as Promise<SandboxState>;
  calls = (): Promise<readonly EmulatedCall[]> =>
    this.request('calls') as Promise<readonly EmulatedCall[]>;
  ledger = (): Promise<readonly LedgerEntry[]> =>
    this.request('ledger') as Promise<readonly LedgerEntry[]>;

  /** What stands as a warning or an error in the Functions' log. */
  warnings = async (): Promise<readonly unknown[]> =>
    ((await this.request('functions/log')) as readonly FunctionsLogLine[])
      .filter(({ level }) => level !== 'info')
      .map(({ text }) => JSON.parse(text) as unknown);

  send(task: Partial<NewTask> = {}): Promise<Sent> {
    return this.post('tasks', { channel: 'voice', direction: 'inbound', ...task }) as Promise<Sent>;
  }

  /** A task on a channel without wrap-up: Complete ends it right from accepted. */
  sendCustom(attributes?: unknown): Promise<Sent> {
    return this.send({ channel: 'custom1', attributes });
  }

  /** The customer writes in a task's conversation. */
  customerSays = ({ taskSid }: Sent, text: string): Promise<unknown> =>
    this.post(`tasks/${taskSid}/say`, { text });

  customerHangsUp = ({ taskSid }: Sent): Promise<unknown> => this.post(`tasks/${taskSid}/hang-up`);
  completeFromOutside = ({ taskSid }: Sent): Promise<unknown> =>
    this.post(`tasks/${taskSid}/complete`);

  async task({ taskSid }: Sent): Promise<TaskState> {
    const found = (await this.state()).tasks.find(({ sid }) => sid === taskSid);
    if (!found) throw new Error(`the sandbox has no task ${taskSid}`);
    return found;
  }

  /** The raw attributes of a task as they are now. */
  attributes = async (sent: Sent): Promise<string> => (await this.task(sent)).attributes;

  /** How often an operation was called since the last reset. */
  count = async (operation: string): Promise<number> =>
    (await this.state()).callCounts[operation] ?? 0;

  /** The ledger's entry of a reservation's completion. Waits for it; there must be no other. */
  async completed({ reservationSid }: Sent, timeout = 15_000): Promise<LedgerEntry> {
    const completions = async () =>
      (await this.ledger()).filter(
        (entry) =>
          entry.reservationSid === reservationSid && entry.event === 'reservation.completed',
      );
    await expect.poll(async () => (await completions()).length, { timeout }).toBe(1);
    return (await completions())[0]!;
  }

  /** The newest reservation of this agent on the task, to be asked about like the one that was sent. */
  async leg({ taskSid, reservationSid }: Sent, worker: PersonId): Promise<Sent> {
    const { reservations } = await this.task({ taskSid, reservationSid });
    const sid = reservations.filter((reservation) => reservation.worker === worker).at(-1)?.sid;
    if (sid === undefined) throw new Error(`${worker} has no reservation on ${taskSid}`);
    return { taskSid, reservationSid: sid };
  }

  /** The task that a conversation has become by its newest transfer, with its one reservation. */
  async handedOn({ taskSid }: Sent): Promise<Sent> {
    const next = (await this.state()).tasks.find(({ attributes }) =>
      attributes.includes(`"previous_task_sid":"${taskSid}"`),
    );
    if (!next) throw new Error(`${taskSid} was not handed on as another task`);
    return { taskSid: next.sid, reservationSid: next.reservations[0]!.sid };
  }

  /** Every reservation of the task, in the order of the offers: `agent1 wrapping`, `agent2 accepted`. */
  async expectLegs(sent: Sent, ...legs: readonly string[]): Promise<void> {
    const now = async () =>
      (await this.task(sent)).reservations.map(({ worker, status }) => `${worker} ${status}`);
    await expect.poll(now).toEqual(legs);
  }

  /** Every transfer of the task, oldest first: `COLD agent1 to agent2: complete`. */
  async expectTransfers(sent: Sent, ...transfers: readonly string[]): Promise<void> {
    const now = async () =>
      (await this.task(sent)).transfers.map(
        ({ mode, from, to, status }) => `${mode} ${from} to ${to}: ${status}`,
      );
    await expect.poll(now).toEqual(transfers);
  }

  async expectStatus(sent: Sent, status: string): Promise<void> {
    await expect.poll(async () => (await this.task(sent)).status).toBe(status);
  }
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the sandbox ended with code ${code}`)));
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
