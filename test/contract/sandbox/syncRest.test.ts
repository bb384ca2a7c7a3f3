import { API_KEY, AUTH_TOKEN } from '../../../sandbox/rest/restRoutes';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { SYNC_SERVICE_SID } from '../../../sandbox/sync/SyncService';
import { ACCOUNT_SID } from '../../../sandbox/taskrouter/seed';
import type { SyncState } from '../../../sandbox/control/api';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';
import { syncServiceAt, twilioAt } from '../../support/twilioAt';

/** The Sync Service of the sandbox over REST, asked by the package that the Functions have. */
let sandbox: Sandbox;
let client: SandboxClient;
let service: ReturnType<typeof syncServiceAt>;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = sandboxClient(sandbox.addresses);
  service = syncServiceAt(sandbox.addresses);
});
afterAll(() => sandbox.stop());
beforeEach(() => client.api('reset', {}));

const refused = (status: number, code: number) => expect.objectContaining({ status, code });

const plain = (
  path: string,
  init: RequestInit = {},
  user: string = ACCOUNT_SID,
  password = AUTH_TOKEN,
) =>
  fetch(
    `${sandbox.addresses.rest}/emulator/sync.twilio.com/v1/Services/${SYNC_SERVICE_SID}${path}`,
    {
      ...init,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        ...init.headers,
      },
    },
  );

const state = async () => (await client.api('sync')).body as unknown as SyncState;
const objectState = async (name: string) =>
  (await state()).objects.find(({ uniqueName }) => uniqueName === name);

describe('the Service', () => {
  it('tells whether permissions are asked for', async () => {
    expect(await service.fetch()).toMatchObject({ sid: SYNC_SERVICE_SID, aclEnabled: true });

    await client.api('settings', { syncAcl: false });

    expect(await service.fetch()).toMatchObject({ aclEnabled: false });
  });

  it('lets in who has the account’s token or an API key, and nobody else', async () => {
    expect((await plain('')).status).toBe(200);
    expect((await plain('', {}, API_KEY.sid, API_KEY.secret)).status).toBe(200);
    const byKey = twilioAt(sandbox.addresses, 'key').sync.v1.services(SYNC_SERVICE_SID);
    expect(await byKey.fetch()).toMatchObject({ sid: SYNC_SERVICE_SID });
    const stranger = await plain('', {}, ACCOUNT_SID, 'guessed');
    expect([stranger.status, await stranger.json()]).toMatchObject([401, { code: 20003 }]);
  });

  it('is the only one', async () => {
    const other = twilioAt(sandbox.addresses).sync.v1.services(`IS${'f'.repeat(32)}`);
    await expect(other.documents('a').fetch()).rejects.toEqual(refused(404, 54050));
  });
});

describe('documents', () => {
  it('are made, read by name and sid, changed and removed', async () => {
    const made = await service.documents.create({ uniqueName: 'debrief.pointer', data: { v: 1 } });
    expect(made).toMatchObject({
      sid: expect.stringMatching(/^ET[0-9a-f]{32}$/) as string,
      uniqueName: 'debrief.pointer',
      serviceSid: SYNC_SERVICE_SID,
      createdBy: 'system',
      data: { v: 1 },
      dateExpires: null,
    });
    expect((await service.documents(made.sid).fetch()).data).toEqual({ v: 1 });
    expect((await service.documents('debrief.pointer').fetch()).revision).toBe(made.revision);

    const changed = await service.documents('debrief.pointer').update({ data: { v: 2 } });
    expect(changed.data).toEqual({ v: 2 });
    expect(changed.revision).not.toBe(made.revision);

    expect(await service.documents(made.sid).remove()).toBe(true);
    await expect(service.documents(made.sid).fetch()).rejects.toEqual(refused(404, 54100));
  });

  it('change only from the revision that was named, be it the field or the ETag', async () => {
    const { revision } = await service.documents.create({ uniqueName: 'a', data: {} });
    const { headers } = await service.documents('a').fetchWithHttpInfo();
    const etag = (headers as Record<string, string>)['etag']!;

    const byField = await service.documents('a').update({ data: { by: 1 }, ifMatch: revision });
    await expect(service.documents('a').update({ data: { by: 2 }, ifMatch: etag })).rejects.toEqual(
      refused(412, 54103),
    );
    expect((await service.documents('a').fetch()).data).toEqual({ by: 1 });
    await service.documents('a').update({ data: { by: 3 }, ifMatch: `"${byField.revision}"` });

    await expect(service.documents('a').update({ data: {}, ifMatch: 'latest' })).rejects.toEqual(
      refused(400, 54003),
    );
  });

  it('keep their name to themselves', async () => {
    await service.documents.create({ uniqueName: 'a' });
    await expect(service.documents.create({ uniqueName: 'a' })).rejects.toEqual(
      refused(409, 54301),
    );
    await service.syncMaps.create({ uniqueName: 'a' });
    await service.documents.create({ uniqueName: 'x'.repeat(320) });
    await expect(service.documents.create({ uniqueName: 'x'.repeat(321) })).rejects.toEqual(
      refused(400, 54302),
    );
  });

  it('hold 16 KiB of JSON, counted in bytes', async () => {
    const data = { text: 'x'.repeat(16 * 1024 - '{"text":""}'.length) };
    await service.documents.create({ uniqueName: 'full', data });
    await expect(service.documents.create({ data: { text: `${data.text}x` } })).rejects.toEqual(
      refused(413, 54006),
    );
    await expect(
      service.documents('full').update({ data: { text: `ä${data.text.slice(1)}` } }),
    ).rejects.toEqual(refused(413, 54006));
    expect((await service.documents('full').fetch()).data).toEqual(data);
  });

  it('hold objects, sent as JSON text', async () => {
    for (const Data of ['[]', '"x"', 'null', '{"a":']) {
      const answer = await plain('/Documents', {
        method: 'POST',
        body: new URLSearchParams({ Data }),
      });
      expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([
        400, 54008,
      ]);
    }
  });

  it('need something to change', async () => {
    await service.documents.create({ uniqueName: 'a' });
    await expect(service.documents('a').update({})).rejects.toEqual(refused(400, 54010));
  });

  it('go when their time is over, and stay when it is taken back', async () => {
    await service.documents.create({ uniqueName: 'soon', ttl: 60 });
    await service.documents.create({ uniqueName: 'saved', ttl: 60 });
    await service.documents.create({ uniqueName: 'in a year', ttl: 31_536_000 });
    await service.documents('saved').update({ ttl: 0 });

    await client.api('clock', { forwardSeconds: 60 });

    await expect(service.documents('soon').fetch()).rejects.toEqual(refused(404, 54100));
    expect((await service.documents('saved').fetch()).dateExpires).toBeNull();
    await service.documents('in a year').fetch();
    await expect(service.documents.create({ ttl: 31_536_001 })).rejects.toEqual(
      refused(400, 54011),
    );
  });
});

describe('maps', () => {
  const map = () => service.syncMaps('shards');
  beforeEach(() => service.syncMaps.create({ uniqueName: 'shards' }));

  it('hold items by key', async () => {
    const made = await map().syncMapItems.create({ key: 'a-_Z9', data: { text: 'one' } });
    expect(made).toMatchObject({ key: 'a-_Z9', data: { text: 'one' }, createdBy: 'system' });
    await expect(map().syncMapItems.create({ key: 'a-_Z9', data: {} })).rejects.toEqual(
      refused(409, 54208),
    );
    const item = map().syncMapItems('a-_Z9');
    const changed = await item.update({ data: { text: 'two' }, ifMatch: made.revision });
    await expect(item.update({ data: {}, ifMatch: made.revision })).rejects.toEqual(
      refused(412, 54205),
    );
    await expect(item.remove({ ifMatch: made.revision })).rejects.toEqual(refused(412, 54205));
    expect((await item.fetch()).data).toEqual({ text: 'two' });
    expect(await item.remove({ ifMatch: changed.revision })).toBe(true);
    await expect(item.fetch()).rejects.toEqual(refused(404, 54201));
    await expect(item.update({ data: {} })).rejects.toEqual(refused(404, 54201));
  });

  it('refuse keys that are too long, and data that is too large', async () => {
    const { syncMapItems } = map();
    await syncMapItems.create({ key: 'k'.repeat(320), data: {} });
    await expect(syncMapItems.create({ key: 'k'.repeat(321), data: {} })).rejects.toEqual(
      refused(400, 54209),
    );
    await expect(
      syncMapItems.create({ key: 'large', data: { text: 'x'.repeat(16 * 1024) } }),
    ).rejects.toEqual(refused(413, 54006));
  });

  it('list their items by key, page by page, from a key on, in either order', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const key of [...keys].reverse()) await map().syncMapItems.create({ key, data: { key } });

    expect((await map().syncMapItems.list({ pageSize: 3 })).map(({ key }) => key)).toEqual(keys);
    const first = await map().syncMapItems.page({ pageSize: 3, from: 'b' });
    expect(first.instances.map(({ key }) => key)).toEqual(['b', 'c', 'd']);
    const second = await first.nextPage();
    expect(second?.instances.map(({ key }) => key)).toEqual(['e', 'f', 'g']);
    expect(second?.nextPageUrl).toBeUndefined();
    const back = await map().syncMapItems.page({ order: 'desc', from: 'c', bounds: 'exclusive' });
    expect(back.instances.map(({ key }) => key)).toEqual(['b', 'a']);
    expect((await plain('/Maps/shards/Items?PageSize=101')).status).toBe(400);
  });

  it('go with all their items', async () => {
    await map().syncMapItems.create({ key: 'a', data: {} });
    await map().remove();
    await expect(map().syncMapItems('a').fetch()).rejects.toEqual(refused(404, 54200));
  });
});

describe('lists', () => {
  const list = () => service.syncLists('debrief.audit');
  beforeEach(() => service.syncLists.create({ uniqueName: 'debrief.audit' }));

  it('are appended to, and number their items', async () => {
    for (const n of [0, 1, 2, 3, 4]) await list().syncListItems.create({ data: { n } });

    const all = await list().syncListItems.list({ pageSize: 2 });
    expect(all.map(({ index, data }) => [index, data])).toEqual(
      [0, 1, 2, 3, 4].map((n) => [n, { n }]),
    );
    const newest = await list().syncListItems.page({ order: 'desc', pageSize: 2 });
    expect(newest.instances.map(({ index }) => index)).toEqual([4, 3]);
    expect((await newest.nextPage())?.instances.map(({ index }) => index)).toEqual([2, 1]);

    await list().syncListItems(4).remove();
    expect((await list().syncListItems.create({ data: { n: 5 } })).index).toBe(5);
    await expect(list().syncListItems(4).fetch()).rejects.toEqual(refused(404, 54151));
  });
});

describe('permissions', () => {
  it('are nobody’s until they are given, for objects of each kind', async () => {
    await service.documents.create({ uniqueName: 'one' });
    await service.syncMaps.create({ uniqueName: 'one' });
    await service.syncLists.create({ uniqueName: 'one' });
    const { documentPermissions } = service.documents('one');
    const { syncMapPermissions } = service.syncMaps('one');
    const { syncListPermissions } = service.syncLists('one');
    for (const [all, list] of [
      [documentPermissions, () => documentPermissions.list()],
      [syncMapPermissions, () => syncMapPermissions.list()],
      [syncListPermissions, () => syncListPermissions.list()],
    ] as const) {
      const mine = all('flex agent+1');
      expect(await mine.fetch()).toMatchObject({ read: false, write: false, manage: false });
      await mine.update({ read: true, write: false, manage: false });
      expect(await mine.fetch()).toMatchObject({
        identity: 'flex agent+1',
        read: true,
        write: false,
        manage: false,
      });
      expect(await list()).toHaveLength(1);
      expect(await mine.remove()).toBe(true);
      expect(await mine.fetch()).toMatchObject({ read: false });
    }
  });
});

describe('limits', () => {
  const readAll = (count: number) =>
    Promise.allSettled(Array.from({ length: count }, () => plain('/Documents/a'))).then((all) =>
      all.map((one) => (one.status === 'fulfilled' ? one.value.status : 0)),
    );
  const countOf = (statuses: readonly number[], status: number) =>
    statuses.filter((one) => one === status).length;

  it('are 20 reads a second of an object, averaged over ten seconds', async () => {
    await service.documents.create({ uniqueName: 'a' });
    await service.documents.create({ uniqueName: 'b' });

    const statuses = await readAll(205);

    expect([countOf(statuses, 200), countOf(statuses, 429)]).toEqual([200, 5]);
    await expect(service.documents('a').fetch()).rejects.toEqual(refused(429, 54009));
    await service.documents('b').fetch();
    expect((await objectState('a'))?.reads).toMatchObject({ passed: 200, refused: 6 });
    await client.api('clock', { forwardSeconds: 10 });
    await service.documents('a').fetch();
    await service.documents('a').update({ data: {} });
  });

  it('are shared by a map’s items, and tighter for large ones', async () => {
    await service.syncMaps.create({ uniqueName: 'm' });
    const { syncMapItems } = service.syncMaps('m');
    const large = { text: 'x'.repeat(10 * 1024) };
    for (let n = 0; n < 20; n += 1) await syncMapItems.create({ key: `k${n}`, data: large });

    await expect(syncMapItems.create({ key: 'k20', data: large })).rejects.toEqual(
      refused(429, 54009),
    );
    await syncMapItems('k1').fetch();

    expect(await objectState('m')).toMatchObject({
      kind: 'map',
      items: 20,
      reads: { passed: 1, refused: 0, highestPerSecond: 1 },
      writes: { passed: 20, refused: 1 },
    });
  });
});

describe('faults', () => {
  const order = (fault: object) => client.api('faults', fault);

  it('are the same as those of every other call', async () => {
    await service.documents.create({ uniqueName: 'a', data: { n: 0 } });
    await order({ operation: 'api.sync.document.update', kind: { type: 'status', status: 412 } });
    await expect(service.documents('a').update({ data: { n: 1 } })).rejects.toMatchObject({
      status: 412,
    });
    await order({ operation: 'api.sync.document.update', kind: { type: 'lost-answer' } });
    await expect(service.documents('a').update({ data: { n: 2 } })).rejects.toThrow();
    expect((await service.documents('a').fetch()).data).toEqual({ n: 2 });
  });

  it('let a service die halfway, until that is over', async () => {
    await order({
      operation: 'api.sync.*',
      kind: { type: 'status', status: 500 },
      after: 2,
      times: 'until-off',
    });

    await service.documents.create({ uniqueName: 'a' });
    await service.syncMaps.create({ uniqueName: 'b' });
    await expect(service.syncLists.create({ uniqueName: 'c' })).rejects.toMatchObject({
      status: 500,
    });
    await expect(service.documents('a').fetch()).rejects.toMatchObject({ status: 500 });
    await client.api('faults/clear', {});

    await service.documents('a').fetch();
    expect((await state()).objects.map(({ uniqueName }) => uniqueName)).toEqual(['a', 'b']);
  });

  it('are refused for what is no call', async () => {
    const { body } = await order({ operation: 'voice.*', kind: { type: 'hang' } });
    expect(body['message']).toMatch(/^There is no operation "voice\.\*"/);
  });
});
