import type { SyncClient, SyncDocument } from 'twilio-sync';
import WebSocket from 'ws';
import type { SyncState } from '../../../sandbox/control/api';
import { decodeFrame, encodeFrame } from '../../../sandbox/edges/twilsock/frame';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';
import { once, syncClientAt } from '../../support/syncClient';
import { syncServiceAt, syncToken } from '../../support/twilioAt';

/** The Sync Service of the sandbox as Twilio's own client sees it. */
let sandbox: Sandbox;
let client: SandboxClient;
let service: ReturnType<typeof syncServiceAt>;
const opened: SyncClient[] = [];

beforeAll(async () => {
  // The client keeps timers of a minute, which would keep this process.
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = ((...all: Parameters<typeof real>) =>
    real(...all).unref()) as typeof setTimeout;
  sandbox = await startSandbox({ port: 0 });
  client = sandboxClient(sandbox.addresses);
  service = syncServiceAt(sandbox.addresses);
});
afterAll(() => sandbox.stop());
beforeEach(() => client.api('reset', {}));
afterEach(async () => {
  for (const one of opened.splice(0)) await one.shutdown();
});

const connect = (token: string, origin = sandbox.addresses.people.agent1): SyncClient => {
  const one = syncClientAt(origin, token);
  opened.push(one);
  return one;
};
const clientOf = (
  identity: string,
  spec: Parameters<typeof syncToken>[1] = {},
  origin?: string,
): SyncClient => connect(syncToken(identity, spec), origin);
const state = async () => (await client.api('sync')).body as unknown as SyncState;
const subscribers = (count: number) =>
  client.until(async () => (await state()).objects.some(({ subscribers: now }) => now === count));
const openPointer = (one: SyncClient) =>
  one.document({ id: 'debrief.pointer', mode: 'open_existing' });
const pointer = () => service.documents('debrief.pointer');

const RIGHTS = { read: false, write: false, manage: false };
const allow = (identity: string, rights: Partial<typeof RIGHTS>) =>
  pointer()
    .documentPermissions(identity)
    .update({ ...RIGHTS, ...rights });

const refused = (status: number, code: number) => expect.objectContaining({ status, code });

beforeEach(async () => {
  await service.documents.create({ uniqueName: 'debrief.pointer', data: { version: 1 } });
  await allow('agent1', { read: true });
  await allow('agent2', { read: true });
});

describe('reading', () => {
  it('opens a document, and hears of its changes over REST, on every page', async () => {
    const first = await openPointer(clientOf('agent1'));
    const second = await openPointer(clientOf('agent2', {}, sandbox.addresses.people.agent2));
    expect(first.data).toEqual({ version: 1 });
    await subscribers(2);

    const heard = [first, second].map((document) => once(document, 'updated'));
    await pointer().update({ data: { version: 2 } });

    expect(await Promise.all(heard)).toMatchObject([
      { data: { version: 2 }, isLocal: false, previousData: { version: 1 } },
      { data: { version: 2 } },
    ]);
    const { revision } = await pointer().fetch();
    expect([first.revision, second.revision]).toEqual([revision, revision]);
  });

  it('is refused where there is nothing, and where the identity may not', async () => {
    const stranger = clientOf('stranger');
    await expect(openPointer(stranger)).rejects.toEqual(refused(403, 54007));
    await expect(
      stranger.document({ id: 'debrief.nothing', mode: 'open_existing' }),
    ).rejects.toEqual(refused(404, 54100));
    await expect(stranger.map({ id: 'none', mode: 'open_existing' })).rejects.toEqual(
      refused(404, 54200),
    );
    await expect(stranger.list({ id: 'none', mode: 'open_existing' })).rejects.toEqual(
      refused(404, 54150),
    );
  });

  it('ends when the permission does: nothing more is heard', async () => {
    const mine = await openPointer(clientOf('agent1'));
    const other = await openPointer(clientOf('agent2'));
    await subscribers(2);
    await pointer().documentPermissions('agent1').remove();

    const heard = once(other, 'updated');
    await pointer().update({ data: { version: 2 } });
    await heard;

    expect(mine.data).toEqual({ version: 1 });
    await expect(openPointer(clientOf('agent1'))).rejects.toEqual(refused(403, 54007));
  });

  it('hears nothing that it did not ask for', async () => {
    await service.documents.create({ uniqueName: 'debrief.draft', data: {} });
    await service
      .documents('debrief.draft')
      .documentPermissions('agent1')
      .update({
        ...RIGHTS,
        read: true,
      });
    const frames: string[] = [];
    const socket = new WebSocket(
      `${sandbox.addresses.people.agent1.replace('http', 'ws')}/emulator/tsock.us1.twilio.com/v3/wsconnect`,
    );
    socket.on('message', (data: Buffer) => frames.push(String(decodeFrame(data).header['method'])));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(encodeFrame({ method: 'init', id: 'TM1', token: syncToken('agent1') }));
    await client.until(() => frames.length === 1);
    // A Flex page that opens a task hears of it on each of its own sockets.
    await client.newTask({ channel: 'voice' });

    const other = await openPointer(clientOf('agent2'));
    await subscribers(1);
    const heard = once(other, 'updated');
    await pointer().update({ data: { version: 2 } });
    await service.documents('debrief.draft').update({ data: { n: 1 } });
    await heard;

    expect(frames).toEqual(['reply']);
    socket.terminate();
  });

  it('goes through maps and lists page by page', async () => {
    const map = await service.syncMaps.create({ uniqueName: 'debrief.versions' });
    const list = await service.syncLists.create({ uniqueName: 'debrief.audit' });
    for (let n = 0; n < 25; n += 1) {
      await map.syncMapItems().create({ key: `k${String(n).padStart(2, '0')}`, data: { n } });
      await list.syncListItems().create({ data: { n } });
    }
    await map
      .syncMapPermissions()('admin')
      .update({ ...RIGHTS, read: true });
    await list
      .syncListPermissions()('admin')
      .update({ ...RIGHTS, read: true });
    const admin = clientOf('admin');
    const versions = await admin.map({ id: 'debrief.versions', mode: 'open_existing' });
    const audit = await admin.list({ id: 'debrief.audit', mode: 'open_existing' });

    const numbers: unknown[] = [];
    let page = await versions.getItems({ pageSize: 10 });
    numbers.push(...page.items.map(({ data }) => (data as { n: number }).n));
    while (page.hasNextPage) {
      page = await page.nextPage();
      numbers.push(...page.items.map(({ data }) => (data as { n: number }).n));
    }
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, n) => n));
    expect((await versions.get('k07')).data).toEqual({ n: 7 });
    await expect(versions.get('k 7')).rejects.toEqual(refused(404, 54201));
    const newest = await audit.getItems({ pageSize: 3, order: 'desc' });
    expect(newest.items.map(({ index }) => index)).toEqual([24, 23, 22]);

    const added = once<{ item: { key: string } }>(versions, 'itemAdded');
    await client.until(async () =>
      (await state()).objects.some((one) => one.kind === 'map' && one.subscribers === 1),
    );
    await map.syncMapItems().create({ key: 'k99', data: { n: 99 } });
    expect((await added).item.key).toBe('k99');
  });
});

describe('writing', () => {
  /** Everything that a client can do to what is there; each is one way to attack it. */
  const writes = async (one: SyncClient): Promise<readonly [string, () => Promise<unknown>][]> => {
    const document = await openPointer(one);
    const map = await one.map({ id: 'm', mode: 'open_existing' });
    const list = await one.list({ id: 'l', mode: 'open_existing' });
    return [
      ['document.set', () => document.set({ version: 9 })],
      ['document.mutate', () => document.mutate(() => ({ version: 9 }))],
      ['document.update', () => document.update({ version: 9 })],
      ['document.setTtl', () => document.setTtl(1)],
      ['map.set, new', () => map.set('new', { by: 'client' })],
      ['map.set', () => map.set('a', { by: 'client' })],
      ['map.mutate', () => map.mutate('a', () => ({ by: 'client' }))],
      ['map.setItemTtl', () => map.setItemTtl('a', 60)],
      ['map.remove', () => map.remove('a')],
      ['list.push', () => list.push({ by: 'client' })],
      ['list.set', () => list.set(0, { by: 'client' })],
      ['list.remove', () => list.remove(0)],
      ['list.setTtl', () => list.setTtl(60)],
      ['map.setTtl', () => map.setTtl(60)],
      ['map.removeMap', () => map.removeMap()],
      ['list.removeList', () => list.removeList()],
      ['document.removeDocument', () => document.removeDocument()],
    ];
  };
  const createAll = (one: SyncClient): readonly (() => Promise<unknown>)[] => [
    () => one.document({ id: 'debrief.new', mode: 'create_new', data: { by: 'client' } }),
    () => one.map({ id: 'debrief.shards.0', mode: 'create_new' }),
    () => one.list({ id: 'debrief.list', mode: 'create_new' }),
    () => one.document('debrief.opened'),
  ];

  beforeEach(async () => {
    const map = await service.syncMaps.create({ uniqueName: 'm' });
    await map.syncMapItems().create({ key: 'a', data: { by: 'server' } });
    const list = await service.syncLists.create({ uniqueName: 'l' });
    await list.syncListItems().create({ data: { by: 'server' } });
  });
  const allowAll = async (rights: typeof RIGHTS) => {
    await allow('agent1', rights);
    await service.syncMaps('m').syncMapPermissions('agent1').update(rights);
    await service.syncLists('l').syncListPermissions('agent1').update(rights);
  };
  const contents = async () => [
    (await pointer().fetch()).data,
    (await service.syncMaps('m').syncMapItems.list()).map(({ key, data }) => [key, data]),
    (await service.syncLists('l').syncListItems.list()).map(({ index, data }) => [index, data]),
    (await state()).objects.map(({ uniqueName }) => uniqueName),
  ];

  it('is refused to who may only read, in all ways, and changes nothing', async () => {
    await allowAll({ ...RIGHTS, read: true });
    const before = await contents();
    const one = clientOf('agent1');

    for (const [name, write] of await writes(one)) {
      await expect(write().catch((error: unknown) => [name, error])).resolves.toEqual([
        name,
        refused(403, 54007),
      ]);
    }
    for (const create of createAll(one)) {
      await expect(create()).rejects.toEqual(refused(403, 54007));
    }

    expect(await contents()).toEqual(before);
  });

  it('goes through with the permission, in all ways', async () => {
    await allowAll({ read: true, write: true, manage: true });
    for (const [name, write] of await writes(clientOf('agent1'))) {
      await expect(write().then(() => name)).resolves.toBe(name);
    }
    expect((await state()).objects).toEqual([]);
  });

  it('goes through when nobody asks for permissions', async () => {
    await client.api('settings', { syncAcl: false });
    const document = await openPointer(clientOf('stranger'));
    await document.set({ version: 9 });
    expect((await pointer().fetch()).data).toEqual({ version: 9 });
  });

  it('makes objects where that is so set, and they are the maker’s', async () => {
    await client.api('settings', { syncClientsCreate: true });
    const one = clientOf('agent1');
    for (const create of createAll(one)) await create();

    expect(await service.documents('debrief.new').fetch()).toMatchObject({
      createdBy: 'agent1',
      data: { by: 'client' },
    });
    const map = await one.map({ id: 'debrief.shards.0', mode: 'open_existing' });
    await map.set('k', { text: 'mine' });
    await expect(
      clientOf('agent2').map({ id: 'debrief.shards.0', mode: 'open_existing' }),
    ).rejects.toEqual(refused(403, 54007));
  });

  it('is repeated after somebody else’s change, and loses nothing', async () => {
    await allow('agent1', { read: true, write: true });
    const document = await openPointer(clientOf('agent1'));
    await client.api('faults', {
      operation: 'ownSync.document.update',
      kind: { type: 'delay', ms: 300, of: 'call' },
    });

    const mutated = document.mutate((data) => ({ ...data, mine: true }));
    await client.until(async () => ((await client.api('state')).body['faults'] as []).length === 0);
    await pointer().update({ data: { version: 1, theirs: true } });
    await mutated;

    expect((await pointer().fetch()).data).toEqual({ version: 1, theirs: true, mine: true });
  });
});

describe('tokens', () => {
  const rejected = async (spec: Parameters<typeof syncToken>[1]) => {
    const one = clientOf('agent1', spec);
    const error = await once<{ terminal: boolean; errorCode: number }>(one, 'connectionError');
    return [error.terminal, error.errorCode];
  };

  it('are checked: signature, Service and time', async () => {
    expect(await rejected({ secret: 'x'.repeat(32) })).toEqual([true, 20101]);
    expect(await rejected({ serviceSid: `IS${'f'.repeat(32)}` })).toEqual([true, 20106]);
    expect((await state()).clients).toBe(0);
  });

  it('are given notice of, and a newer one goes on', async () => {
    const one = clientOf('agent1', { ttl: 600 });
    const document = await openPointer(one);
    await subscribers(1);

    const notice = once(one, 'tokenAboutToExpire');
    await client.api('clock', { forwardSeconds: 421 });
    await notice;
    await one.updateToken(syncToken('agent1', { ttl: 3600 }));
    await client.api('clock', { forwardSeconds: 300 });
    const heard = once(document, 'updated');
    await pointer().update({ data: { version: 2 } });

    await heard;
    expect(one.connectionState).toBe('connected');
  });

  it('that are over let nobody in', async () => {
    const token = syncToken('agent1', { ttl: 600 });
    await openPointer(connect(token));
    await client.api('clock', { forwardSeconds: 600 });

    const late = connect(token);
    const over = once(late, 'tokenExpired');
    const error = await once<{ terminal: boolean; errorCode: number }>(late, 'connectionError');

    expect([error.terminal, error.errorCode]).toEqual([true, 20104]);
    await over;
  });

  it('that are bad do not replace a good one', async () => {
    const one = clientOf('agent1');
    await openPointer(one);
    await expect(
      one.updateToken(syncToken('agent1', { secret: 'x'.repeat(32) })),
    ).rejects.toMatchObject({ code: 51130 });
  });

  it('end, and nothing is heard until there is a new one; what was missed comes then', async () => {
    const one = clientOf('agent1', { ttl: 600 });
    const document = await openPointer(one);
    await subscribers(1);

    const over = once(one, 'tokenExpired');
    await client.api('clock', { forwardSeconds: 600 });
    await over;
    await client.until(async () => (await state()).clients === 0);
    await pointer().update({ data: { version: 2 } });
    expect(document.data).toEqual({ version: 1 });

    const heard = once(document, 'updated');
    // The client takes a new token only once it has given up its socket, three seconds later (twilsock 1.0.2).
    await client.until(() => one.connectionState === 'disconnected');
    await one.updateToken(syncToken('agent1', { ttl: 3600 }));

    expect(await heard).toMatchObject({ data: { version: 2 } });
  });
});

describe('trouble', () => {
  const follow = async (): Promise<SyncDocument> => {
    const document = await openPointer(clientOf('agent1'));
    await subscribers(1);
    return document;
  };

  it('breaks the connection; the client comes back and hears what it missed', async () => {
    const document = await follow();
    const heard: unknown[] = [];
    document.on('updated', ({ data }) => heard.push(data));
    await client.api('faults', {
      operation: 'ownSync.connect',
      kind: { type: 'dropped' },
      times: 'until-off',
    });
    await client.api('sync/drop', {});
    await client.until(async () => (await state()).clients === 0);

    await pointer().update({ data: { version: 2 } });
    await pointer().update({ data: { version: 3 } });
    expect(heard).toEqual([]);
    await client.api('faults/clear', {});

    await client.until(() => heard.length === 2);
    expect(heard).toEqual([{ version: 2 }, { version: 3 }]);
  });

  it('tells who comes back that the document is gone', async () => {
    const document = await follow();
    const gone = once(document, 'removed');
    await client.api('faults', {
      operation: 'ownSync.connect',
      kind: { type: 'status', status: 503 },
    });
    await client.api('sync/drop', {});
    await client.until(async () => (await state()).clients === 0);
    await pointer().remove();

    expect(await gone).toMatchObject({ isLocal: false });
  });

  it.each([500, 429])('is answered %d, as ordered', async (status) => {
    await client.api('faults', {
      operation: 'ownSync.document.update',
      kind: { type: 'status', status },
    });
    await allow('agent1', { read: true, write: true });
    const document = await openPointer(clientOf('agent1'));
    await expect(document.set({ version: 2 })).rejects.toMatchObject({ status });
    await document.set({ version: 3 });
  });

  it('is the limit of reads, which clients share', async () => {
    for (let n = 0; n < 200; n += 1) await pointer().fetch();
    const { reads } = (await state()).objects[0]!;
    expect(reads).toMatchObject({ passed: 200, refused: 0 });

    const opening = openPointer(clientOf('agent1'));
    await client.until(async () => (await state()).objects[0]!.reads.refused === 1);
    await client.api('clock', { forwardSeconds: 10 });

    // The client waits about four seconds before it asks again.
    expect((await opening).data).toEqual({ version: 1 });
  }, 15_000);
});
