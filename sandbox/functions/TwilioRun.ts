import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FunctionsLogLine } from '../control/api';
import { ROOT, SANDBOX } from '../paths';
import type { FunctionsLog } from './FunctionsLog';

const SERVERLESS = join(ROOT, 'serverless');
const REDIRECT = join(SANDBOX, 'functions', 'redirect.cjs');
const POLL_MS = 50;

export interface TwilioRunParts {
  /** Where calls to Twilio go. */
  emulator(): string;
  /** The Function's environment, as it is set in an account. */
  environment(): Readonly<Record<string, string>>;
  readonly log: FunctionsLog;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, 'localhost');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(child.exitCode);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/**
 * The real local runtime of Twilio Functions, with the Functions built afresh, as a child process. Started at its
 * first use, since it takes seconds and most sandboxes need none.
 */
export class TwilioRun {
  private starting: Promise<string> | null = null;
  private child: ChildProcess | null = null;
  private folder: string | null = null;
  private stopped = false;

  constructor(private readonly parts: TwilioRunParts) {}

  /** Answers the address, at the first call once it runs. */
  address(): Promise<string> {
    this.starting ??= this.start();
    return this.starting;
  }

  /** Starts it ahead of the first call. What goes wrong shows at that call. */
  warmUp(): void {
    void this.address().catch(() => null);
  }

  /**
   * The next call meets an instance that remembers nothing, as after a while without calls, and has the environment of
   * now, as after a deployment.
   */
  goCold(): void {
    if (this.child?.connected) this.child.send(this.parts.environment());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.starting?.catch(() => null);
    const { child, folder } = this;
    if (child) {
      child.kill('SIGTERM');
      await ended(child);
    }
    if (folder) await rm(folder, { recursive: true, force: true });
  }

  private async start(): Promise<string> {
    const build = spawn(process.execPath, [join(SERVERLESS, 'build.mjs')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [port, built] = await Promise.all([freePort(), ended(build), this.writeEnvironment()]);
    if (built !== 0) throw new Error('the Functions do not build');
    if (this.stopped) throw new Error('the sandbox has ended');
    const child = this.spawn(port);
    this.child = child;
    child.on('message', (line) => this.parts.log.take(line as FunctionsLogLine));
    while (!(await accepts(port))) {
      if (child.exitCode !== null) throw new Error(`twilio-run ended with ${child.exitCode}`);
      await wait(POLL_MS);
    }
    return `http://localhost:${port}`;
  }

  private async writeEnvironment(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'debrief-functions-'));
    const lines = Object.entries(this.parts.environment()).map(
      ([name, value]) => `${name}=${value}`,
    );
    await writeFile(join(this.folder, '.env'), lines.join('\n'));
  }

  /** One process for all calls, which keeps what the Functions keep in memory, as Twilio's does while it is warm. */
  private spawn(port: number): ChildProcess {
    const twilioRun = createRequire(join(ROOT, 'package.json')).resolve(
      'twilio-run/bin/twilio-run.js',
    );
    return spawn(
      process.execPath,
      [
        ...['--require', REDIRECT, twilioRun, 'start'],
        ...['--cwd', SERVERLESS, '--env', join(this.folder ?? '', '.env')],
        ...['--port', String(port), '--log-level', 'error'],
        ...['--no-live', '--no-fork-process', '--no-logs'],
      ],
      {
        // The Functions' log comes over the channel, which also tells it when the sandbox is gone.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env: { ...process.env, NODE_OPTIONS: '', TWILIO_EMULATOR: this.parts.emulator() },
      },
    );
  }
}
