import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { catalogClient, got, type CatalogClient } from '../../support/catalogClient';
import { contentWith } from '../../support/contents';
import { syncServiceAt, twilioAt } from '../../support/twilioAt';

/** The steps of docs/deploy.md that the sandbox can run, in the order in which an account goes through them. */
const ROOT = join(__dirname, '..', '..', '..');
const NOTE = 'After the installation';

let sandbox: Sandbox;
let client: CatalogClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = catalogClient(sandbox.addresses);
  await client.post('current', 'agent1');
});
afterAll(() => sandbox.stop());

const settings = (change: object) => client.sandbox.api('settings', change);
const configured = async (): Promise<Record<string, unknown>> => {
  const { uiAttributes } = await twilioAt(sandbox.addresses).flexApi.v1.configuration().fetch();
  return (uiAttributes as { debrief?: Record<string, unknown> }).debrief ?? {};
};
const versions = async () =>
  got(await client.serviceOf('admin').versions()).items.map(({ version }) => version);

describe('from the installation to the end', () => {
  it('environment: without it the service says what is missing, with it it works', async () => {
    await client.reset();
    await settings({ syncService: false });
    const { status, body } = await client.post('current', 'agent1');
    expect([status, body]).toMatchObject([
      501,
      { error: { code: 'not-set-up', message: expect.stringContaining('SYNC_SERVICE_SID') } },
    ]);
    await settings({ syncService: true });
    expect(await client.post('current', 'agent1')).toMatchObject({ status: 200 });
  });

  it('Sync Service: it asks for permissions', async () => {
    expect(await syncServiceAt(sandbox.addresses).fetch()).toMatchObject({ aclEnabled: true });
  });

  it('Functions and settings: they answer where the Flex Configuration says', async () => {
    await settings({ functions: true });
    const { functionsUrl } = await configured();
    const reply = await fetch(`${String(functionsUrl)}/attributes`, {
      method: 'POST',
      body: new URLSearchParams({ operation: 'ping', Token: 'sandbox-token-agent1' }),
    });
    expect(await reply.json()).toMatchObject({ ok: true, value: { service: 'debrief' } });
  });

  it('look: an admin publishes, and agents have it', async () => {
    const admin = client.serviceOf('admin');
    const content = contentWith();
    got(await admin.saveDraft({ content, basedOn: 0, revision: null }));
    const published = got(await admin.publish({ revision: 1, expects: 0, note: NOTE }));
    const agent = client.serviceOf('agent1');
    expect(got(await agent.current())).toEqual(published);
    expect(got(await agent.load(published.manifest))).toEqual(content);
    got(await admin.saveDraft({ content, basedOn: 2, revision: null }));
    got(await admin.publish({ revision: 2, expects: 2, note: 'The next' }));
    got(await admin.saveDraft({ content, basedOn: 3, revision: null }));
  });

  it('upgrade: new Functions go on with what the ones before left', async () => {
    // As after a deploy: an instance that remembers nothing.
    await settings({ publishRoles: ['admin'] });
    expect(await versions()).toEqual([3, 2]);
    const admin = client.serviceOf('admin');
    expect(got(await admin.draft())).toMatchObject({ revision: 3 });
    expect(got(await admin.audit()).items).toHaveLength(5);
  });

  it('roll back of a catalog', async () => {
    got(await client.serviceOf('admin').rollBack(2, 3, 'Too early'));
    expect(got(await client.serviceOf('agent1').current())).toMatchObject({
      version: 4,
      rolledBackTo: 2,
    });
  });

  it('settings taken out: nothing names the service any more', async () => {
    await settings({ functions: false });
    expect(await configured()).not.toHaveProperty('functionsUrl');
  });
});

it('keep files: before the first deploy there is nothing to keep, and the service is asked for it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'debrief-deploy-'));
  try {
    await mkdir(join(folder, 'build', '9.9.9'), { recursive: true });
    await writeFile(join(folder, 'build', '9.9.9', 'editor.js'), 'editor');
    const code = await new Promise((resolve) => {
      spawn(process.execPath, [
        join(ROOT, 'scripts', 'keepChunks.mjs'),
        // With a folder that no deploy has: the assets here are what the last build of this checkout made.
        `${sandbox.addresses.functions}/nothing-deployed`,
        ...['--build', join(folder, 'build'), '--assets', join(folder, 'assets')],
      ]).on('close', resolve);
    });
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'assets', '9.9.9', 'editor.js'), 'utf8')).toBe('editor');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe('the page', () => {
  const page = readFileSync(join(ROOT, 'docs', 'deploy.md'), 'utf8');
  const steps = [...page.matchAll(/^(?:\d+\.|-) \*\*(.+?)\*\*/gm)].map(([, name]) => name!);
  const table = page.slice(page.indexOf('## What is run'));

  it('says of each step whether it is run', () => {
    expect(steps.length).toBeGreaterThan(12);
    for (const name of ['Sync Service', 'API key', 'Environment', 'Build', 'Functions', 'Plugin']) {
      expect(steps).toContain(name);
      expect(table).toContain(`| ${name} `);
    }
    for (const name of ['Release', 'Settings', 'Look', 'Keep files']) {
      expect(steps).toContain(name);
      expect(table).toContain(`| ${name} `);
    }
  });

  it('names files and variables that there are', () => {
    const context = readFileSync(join(ROOT, 'serverless/src/twilio/Context.ts'), 'utf8');
    for (const [, name] of page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)) {
      if (name !== 'DEBRIEF_BUILD') expect(context).toContain(`${name}?`);
    }
    for (const [, script] of page.matchAll(/node (scripts\/[\w.]+)/g)) {
      expect(existsSync(join(ROOT, script!))).toBe(true);
    }
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, script] of page.matchAll(/npm run (\w+)/g))
      expect(scripts).toHaveProperty(script!);
  });
});
