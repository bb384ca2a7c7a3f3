import { parseArgs } from 'node:util';
import { buildPlugin } from './buildPlugin';
import type { Addresses } from './control/api';
import { startSandbox } from './startSandbox';
import { watchPlugin } from './watchPlugin';

const DEFAULT_PORT = '4600';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: DEFAULT_PORT },
    build: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const welcome = ({ console: operator, people, functions }: Addresses): string => `
The sandbox is running. Nothing in it leaves this machine.

  Operator console   ${operator}      send in a call from here
  Agent 1            ${people.agent1}      the real Flex UI
  Agent 2            ${people.agent2}
  Supervisor         ${people.supervisor}
  Supervisor 2       ${people.supervisor2}
  Admin              ${people.admin}
  Functions          ${functions}      the back end, when the setting is on

Ctrl+C ends it.
`;

const say = (line: string) => process.stderr.write(`${line}\n`);

const build = async (): Promise<void> => {
  say('Building the plugin …');
  const { ok, output } = await buildPlugin();
  if (!ok) throw new Error(`the plugin does not build.\n${output}`);
};

const main = async (): Promise<void> => {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_528) {
    throw new Error(`--port must be a port number, not ${values.port}`);
  }
  // First of all, because a taken port is no reason to wait for a build.
  const sandbox = await startSandbox({ port });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.stop().then(() => process.exit(0));
    });
  }
  await Promise.all([values.build ? build() : null, sandbox.preparePages()]);
  process.stdout.write(
    values.json ? `${JSON.stringify(sandbox.addresses)}\n` : welcome(sandbox.addresses),
  );
  if (values.watch) watchPlugin(say);
};

main().catch((error: unknown) => {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  const reason =
    code === 'EADDRINUSE'
      ? `port ${port} is taken, perhaps by another sandbox. End what uses it, or run npm start -- --port <another>`
      : message;
  process.stderr.write(`The sandbox did not start: ${reason}\n`);
  process.exit(1);
});
