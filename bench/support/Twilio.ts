import type { Browser, Locator, Page } from '@playwright/test';
import type {
  Addresses,
  NewTask,
  PersonId,
  SandboxSettings,
  SandboxState,
  TaskState,
} from '../../sandbox/control/api';
import { startSandbox } from '../../sandbox/startSandbox';

/** Twilio in a box with a plugin file of the benchmark's choice, steered over its control interface. */
export class Twilio {
  private constructor(
    private readonly addresses: Addresses,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(pluginFile: string): Promise<Twilio> {
    const { addresses, preparePages, stop } = await startSandbox({ port: 0, pluginFile });
    await preparePages();
    return new Twilio(addresses, stop);
  }

  /** An agent's Flex desktop in a profile of its own; `prepare` runs before it loads. */
  async openFlex(
    chromium: Browser,
    {
      agent = 'agent1',
      prepare = () => Promise.resolve(),
    }: {
      readonly agent?: 'agent1' | 'agent2';
      readonly prepare?: (page: Page) => Promise<void>;
    } = {},
  ): Promise<Page> {
    const context = await chromium.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(error));
    // What runs these measures wraps every named function in this one, also those that are evaluated in the page.
    await page.addInitScript('globalThis.__name = (named) => named');
    await prepare(page);
    await page.goto(this.addresses.people[agent]);
    await page.getByText('Available').first().waitFor({ timeout: 90_000 });
    return page;
  }

  /** The catalog editor in a supervisor's Flex, with what is in force loaded. */
  async openEditor(chromium: Browser, person: PersonId): Promise<Locator> {
    const context = await chromium.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`${this.addresses.people[person]}/debrief`);
    const editor = page.getByRole('region', { name: 'Debrief', exact: true });
    await editor.getByRole('tab', { name: 'Picklists', exact: true }).waitFor({ timeout: 90_000 });
    return editor;
  }

  post(path: string, body: unknown = {}): Promise<unknown> {
    return this.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  settings(settings: Partial<SandboxSettings>): Promise<unknown> {
    return this.post('settings', settings);
  }

  state(): Promise<SandboxState> {
    return this.request('state') as Promise<SandboxState>;
  }

  async send(task: NewTask): Promise<string> {
    const { taskSid } = (await this.post('tasks', task)) as { taskSid: string };
    return taskSid;
  }

  /** Likewise; answers the reservation. */
  async offer(channel: NewTask['channel']): Promise<string> {
    const { reservationSid } = (await this.post('tasks', { channel, direction: 'inbound' })) as {
      reservationSid: string;
    };
    return reservationSid;
  }

  /** Resolves when the task is as wanted. */
  async taskIs(taskSid: string, wanted: (task: TaskState) => boolean): Promise<void> {
    const deadline = Date.now() + 30_000;
    let task: TaskState | undefined;
    while (Date.now() < deadline) {
      task = (await this.state()).tasks.find(({ sid }) => sid === taskSid);
      if (task && wanted(task)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Waited for ${wanted.toString()}, but there is ${JSON.stringify(task)}`);
  }

  private async request(path: string, init?: RequestInit): Promise<unknown> {
    const answer = await fetch(new URL(`/api/${path}`, this.addresses.console), init);
    const body = (await answer.json()) as unknown;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body;
  }
}
