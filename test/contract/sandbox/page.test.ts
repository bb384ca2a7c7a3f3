import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';

let folder: string;
let pluginFile: string;
let sandbox: Sandbox;
let client: SandboxClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'debrief-'));
  pluginFile = join(folder, 'plugin.js');
  sandbox = await startSandbox({ port: 0, pluginFile });
  client = sandboxClient(sandbox.addresses);
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => client.api('reset', {}));

const plugins = async (): Promise<{ src: string }[]> => {
  const response = await fetch(
    `${sandbox.addresses.people.agent1}/emulator/flex.twilio.com/plugins?roles=agent`,
  );
  return (await response.json()) as { src: string }[];
};

describe('the plugin service', () => {
  it('lists the plugin once it is built, at its own origin, and serves what is on disk now', async () => {
    expect(await plugins()).toEqual([]);

    writeFileSync(pluginFile, 'first');
    const [plugin] = await plugins();
    expect(plugin?.src).toBe(`${sandbox.addresses.people.agent1}/plugins/plugin-debrief.js`);
    expect(await (await fetch(plugin!.src)).text()).toBe('first');

    writeFileSync(pluginFile, 'second');
    expect(await (await fetch(plugin!.src)).text()).toBe('second');
  });

  it('lists none when the setting says so', async () => {
    writeFileSync(pluginFile, 'first');
    await client.api('settings', { plugin: false });

    expect(await plugins()).toEqual([]);
  });
});

it('puts ui_attributes.debrief into the Flex configuration as it is', async () => {
  await client.api('settings', { debrief: { mode: 'observe', catalog: null } });

  const response = await fetch(
    `${sandbox.addresses.people.agent1}/emulator/flex-api.twilio.com/v1/Configuration`,
  );

  expect(((await response.json()) as { ui_attributes: object }).ui_attributes).toEqual({
    version_compatibility: 'yes',
    version_message: '',
    sdkOptions: { worker: { enableVersionCheck: true } },
    debrief: { mode: 'observe', catalog: null },
  });
});

it('refuses a socket to a host it does not know, and remembers it', async () => {
  const silenced = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const address = sandbox.addresses.people.agent2.replace('http', 'ws');

  await new Promise((resolve) => {
    new WebSocket(`${address}/emulator/unknown.twilio.com/socket`).once('error', resolve);
  });

  silenced.mockRestore();
  expect((await client.api('state')).body['unknownCalls']).toMatchObject([
    { person: 'agent2', method: 'WS', path: 'unknown.twilio.com/socket', unknown: true },
  ]);
});
