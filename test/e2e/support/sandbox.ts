import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type {
  Addresses,
  EmulatedCall,
  Fault,
  LedgerEntry,
  NewTask,
  SandboxSettings,
  SandboxState,
  TaskState,
} from '../../../sandbox/control/api';

/** The sandbox as a person starts it, steered over its control interface. */
export interface Sandbox {
  readonly addresses: Addresses;
  readonly state: () => Promise<SandboxState>;
  readonly ledger: () => Promise<readonly LedgerEntry[]>;
  readonly calls: () => Promise<readonly EmulatedCall[]>;
  readonly send: (task: NewTask) => Promise<{ taskSid: string; reservationSid: string }>;
  readonly task: (taskSid: string) => Promise<TaskState>;
  readonly post: (path: string, body?: unknown) => Promise<unknown>;
  readonly fault: (fault: Fault) => Promise<unknown>;
  readonly settings: (settings: Partial<SandboxSettings>) => Promise<unknown>;
  readonly reset: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the sandbox ended with code ${code}`)));
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });

export const startSandbox = async (): Promise<Sandbox> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'sandbox/main.ts', '--port', '0', '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const addresses = JSON.parse(await firstLine(child)) as Addresses;
  child.stdout?.resume();

  const request = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await fetch(new URL(`/api/${path}`, addresses.console), init);
    const body = (await answer.json()) as unknown;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body;
  };
  const post = (path: string, body: unknown = {}): Promise<unknown> =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const state = () => request('state') as Promise<SandboxState>;

  return {
    addresses,
    state,
    ledger: () => request('ledger') as Promise<readonly LedgerEntry[]>,
    calls: () => request('calls') as Promise<readonly EmulatedCall[]>,
    send: (task) => post('tasks', task) as Promise<{ taskSid: string; reservationSid: string }>,
    task: async (taskSid) => {
      const found = (await state()).tasks.find(({ sid }) => sid === taskSid);
      if (!found) throw new Error(`the sandbox has no task ${taskSid}`);
      return found;
    },
    post,
    fault: (fault) => post('faults', fault),
    settings: (settings) => post('settings', settings),
    reset: () => post('reset'),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};
