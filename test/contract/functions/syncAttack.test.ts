import type { SyncClient } from 'twilio-sync';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { SYNC_SERVICE_SID } from '../../../sandbox/sync/SyncService';
import { functionsClient, type FunctionsClient } from '../../support/functionsClient';
import { syncClientAt } from '../../support/syncClient';
import { syncServiceAt } from '../../support/twilioAt';

/**
 * The tokens that the Functions give out, in the hands of somebody who talks to Sync directly with Twilio's own client:
 * they read the pointer, supervisors' the draft too, and that is all.
 */
let sandbox: Sandbox;
let client: FunctionsClient;
let service: ReturnType<typeof syncServiceAt>;
const opened: SyncClient[] = [];

const MAPS = ['debrief.versions', ...[...'0123456789abcdef'].map((n) => `debrief.shards.${n}`)];

beforeAll(async () => {
  // The client keeps timers of a minute, which would keep this process.
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = ((...all: Parameters<typeof real>) =>
    real(...all).unref()) as typeof setTimeout;
  sandbox = await startSandbox({ port: 0 });
  client = functionsClient(sandbox.addresses);
  service = syncServiceAt(sandbox.addresses);
  await client.ping();
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  for (const one of opened.splice(0)) await one.shutdown();
});

const tokenOf = async (person: string): Promise<string> => {
  const fields = { operation: 'token', Token: `sandbox-token-${person}`, input: '{}' };
  const { status, text, body } = await client.send(
    { method: 'POST', body: new URLSearchParams(fields) },
    `${sandbox.addresses.functions}/catalog`,
  );
  if (status !== 200) throw new Error(text);
  return (body as { value: { token: string } }).value.token;
};
const clientOf = async (person: string): Promise<SyncClient> => {
  const one = syncClientAt(sandbox.addresses.people.agent1, await tokenOf(person));
  opened.push(one);
  return one;
};

/** Everything that the service keeps, with something of its own in it. */
beforeEach(async () => {
  await client.reset();
  await tokenOf('supervisor');
  await service.documents('debrief.pointer').update({ data: { by: 'service' } });
  await service.documents('debrief.draft').update({ data: { by: 'service' } });
  for (const name of MAPS) {
    await service.syncMaps(name).syncMapItems.create({ key: '1', data: { by: 'service' } });
  }
  await service.syncLists('debrief.audit').syncListItems.create({ data: { by: 'service' } });
});

const contents = async () => ({
  documents: await Promise.all(
    ['debrief.pointer', 'debrief.draft'].map(
      async (name) => (await service.documents(name).fetch()).data as unknown,
    ),
  ),
  maps: await Promise.all(
    MAPS.map(async (name) =>
      (await service.syncMaps(name).syncMapItems.list()).map(({ key, data }) => [key, data]),
    ),
  ),
  audit: (await service.syncLists('debrief.audit').syncListItems.list()).map(({ data }) => data),
  objects: ((await client.sandbox.api('sync')).body['objects'] as { uniqueName: string }[]).map(
    ({ uniqueName }) => uniqueName,
  ),
});

const FORGED = { by: 'attacker' };

const openDocument = (one: SyncClient, id: string) => one.document({ id, mode: 'open_existing' });

/** Each by its own way in; what is refused at the door is refused. */
const attacks = (one: SyncClient): readonly [string, () => Promise<unknown>][] => [
  ...['debrief.pointer', 'debrief.draft'].flatMap<[string, () => Promise<unknown>]>((id) => [
    [`${id}: set`, async () => (await openDocument(one, id)).set(FORGED)],
    [`${id}: mutate`, async () => (await openDocument(one, id)).mutate(() => FORGED)],
    [`${id}: time to live`, async () => (await openDocument(one, id)).setTtl(1)],
    [`${id}: remove`, async () => (await openDocument(one, id)).removeDocument()],
  ]),
  ...MAPS.flatMap<[string, () => Promise<unknown>]>((id) => {
    const map = () => one.map({ id, mode: 'open_existing' });
    return [
      [`${id}: set`, async () => (await map()).set('1', FORGED)],
      [`${id}: add`, async () => (await map()).set('2', FORGED)],
      [`${id}: remove`, async () => (await map()).remove('1')],
      [`${id}: remove all`, async () => (await map()).removeMap()],
    ];
  }),
  ...(['push', 'set', 'remove', 'removeList'] as const).map<[string, () => Promise<unknown>]>(
    (how) => [
      `debrief.audit: ${how}`,
      async () => {
        const list = await one.list({ id: 'debrief.audit', mode: 'open_existing' });
        if (how === 'push') return list.push(FORGED);
        if (how === 'set') return list.set(0, FORGED);
        return how === 'remove' ? list.remove(0) : list.removeList();
      },
    ],
  ),
  ['a document of their own', () => one.document({ id: 'debrief.own', mode: 'create_new' })],
  ['a map of their own', () => one.map({ id: 'debrief.own', mode: 'create_new' })],
  ['a list of their own', () => one.list({ id: 'debrief.own', mode: 'create_new' })],
];

const outcomeOf = (attack: () => Promise<unknown>): Promise<unknown> =>
  attack().then(
    () => 'went through',
    (error: { code?: number }) => error.code,
  );

it.each(['agent1', 'supervisor', 'admin'])('the token of %s writes nothing at all', async (who) => {
  const before = await contents();
  const one = await clientOf(who);

  for (const [name, attack] of attacks(one)) {
    expect([name, await outcomeOf(attack)]).toEqual([name, 54007]);
  }

  expect(await contents()).toEqual(before);
});

it('a token makes nothing that the service will keep things in, even where tokens make objects', async () => {
  // The first token of all: nobody has published, drafted or uploaded anything.
  await client.reset();
  await client.sandbox.api('settings', { syncClientsCreate: true });
  const one = await clientOf('agent1');
  const making: readonly [string, () => Promise<unknown>][] = [
    ...['debrief.pointer', 'debrief.draft'].map<[string, () => Promise<unknown>]>((id) => [
      id,
      () => one.document({ id, mode: 'create_new', data: FORGED }),
    ]),
    ...MAPS.map<[string, () => Promise<unknown>]>((id) => [
      id,
      () => one.map({ id, mode: 'create_new' }),
    ]),
    ['debrief.audit', () => one.list({ id: 'debrief.audit', mode: 'create_new' })],
  ];
  for (const [name, make] of making) {
    // 54301: the name is taken.
    expect([name, await outcomeOf(make)]).toEqual([name, 54301]);
  }
  for (const [name, attack] of attacks(one)) {
    if (name.endsWith('of their own')) continue;
    expect([name, await outcomeOf(attack)]).toEqual([name, 54007]);
  }
  expect((await contents()).objects.sort()).toEqual(making.map(([name]) => name).sort());
  const made = await Promise.all([
    ...['debrief.pointer', 'debrief.draft'].map((id) => service.documents(id).fetch()),
    ...MAPS.map((id) => service.syncMaps(id).fetch()),
    service.syncLists('debrief.audit').fetch(),
  ]);
  expect(new Set(made.map(({ createdBy }) => createdBy))).toEqual(new Set(['system']));
});

it('an agent’s token reads the pointer only', async () => {
  const one = await clientOf('agent1');
  expect((await openDocument(one, 'debrief.pointer')).data).toEqual({ by: 'service' });
  await expect(openDocument(one, 'debrief.draft')).rejects.toMatchObject({ code: 54007 });
});

it('a supervisor’s token reads the draft too', async () => {
  const one = await clientOf('supervisor');
  expect((await openDocument(one, 'debrief.draft')).data).toEqual({ by: 'service' });
});

it('a token opens no door of REST', async () => {
  const token = await tokenOf('admin');
  const url = `${sandbox.addresses.rest}/emulator/sync.twilio.com/v1/Services/${SYNC_SERVICE_SID}/Documents/debrief.pointer`;
  for (const authorization of [`Bearer ${token}`, `Basic ${btoa(`token:${token}`)}`]) {
    expect((await fetch(url, { headers: { authorization } })).status).toBe(401);
  }
});

it('the same attacks go through where the Service asks for no permissions', async () => {
  await client.sandbox.api('settings', { syncAcl: false });
  const one = await clientOf('agent1');

  expect(
    await outcomeOf(async () => (await openDocument(one, 'debrief.pointer')).set(FORGED)),
  ).toBe('went through');
  expect((await contents()).documents[0]).toEqual(FORGED);
});
