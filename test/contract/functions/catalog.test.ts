import { isDeepStrictEqual } from 'node:util';
import type { SyncState } from '../../../sandbox/control/api';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import type { CatalogContent } from '../../../src/core/catalog/types';
import { carriedShards } from '../../../src/core/publishing/carried';
import { contentHash, shardMap } from '../../../src/core/publishing/contentHash';
import { shardContent } from '../../../src/core/publishing/shardContent';
import { catalogClient, got, type CatalogClient } from '../../support/catalogClient';
import { contentWith } from '../../support/contents';
import { syncServiceAt } from '../../support/twilioAt';

/**
 * The catalog service over HTTP, under Twilio's own local runtime, on the sandbox's Sync Service: what it does, what it
 * refuses, and that a publication is all or nothing whatever Sync answers.
 */
let sandbox: Sandbox;
let client: CatalogClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = catalogClient(sandbox.addresses);
  await client.post('current', 'agent1');
});
afterAll(() => sandbox.stop());
beforeEach(() => client.reset());

const named = (name: string): CatalogContent => {
  const content = contentWith();
  return {
    ...content,
    picklists: content.picklists.map((list, at) =>
      at === 0 ? { ...list, name: { en: name } } : list,
    ),
  };
};
const ONE = named('One');
const TWO = named('Two');
const NOTE = 'Why it changed';
const HASH = contentHash('x');

const refusal = (status: number, code: string) => ({
  status,
  body: { ok: false, error: { code, message: expect.any(String) as string } },
});

const publish = async (content: CatalogContent, expects: number) => {
  const admin = client.serviceOf('admin');
  const draft = got(await admin.saveDraft({ content, basedOn: expects, revision: null }));
  return got(await admin.publish({ revision: draft.revision, expects, note: NOTE }));
};

/** What an agent's page that knows nothing would work with now. */
const inForce = async () => {
  const agent = client.serviceOf('agent1');
  const header = got(await agent.current());
  return header && { version: header.version, content: got(await agent.load(header.manifest)) };
};

describe('the way of a catalog', () => {
  it('goes from a draft to all agents, and back', async () => {
    const supervisor = client.serviceOf('supervisor');
    expect(await inForce()).toBeNull();
    const draft = got(await supervisor.saveDraft({ content: ONE, basedOn: 0, revision: null }));
    expect(draft).toMatchObject({ revision: 1, by: 'Sue Supervisor' });
    expect(got(await client.serviceOf('supervisor2').draft())).toMatchObject({ content: ONE });

    const admin = client.serviceOf('admin');
    const first = got(await admin.publish({ revision: 1, expects: 0, note: NOTE }));
    expect(first).toMatchObject({ version: 2, by: 'Ann Admin', note: NOTE });
    expect(await inForce()).toEqual({ version: 2, content: ONE });
    await publish(TWO, 2);
    expect(await inForce()).toEqual({ version: 3, content: TWO });
    expect(got(await admin.rollBack(2, 3, 'Too early'))).toMatchObject({ rolledBackTo: 2 });
    expect(await inForce()).toEqual({ version: 4, content: ONE });

    expect(got(await supervisor.versions()).items.map(({ version }) => version)).toEqual([4, 3, 2]);
    expect(got(await supervisor.audit()).items.map(({ action }) => action)).toEqual([
      'rolled-back',
      'published',
      'draft-begun',
      'published',
      'draft-begun',
    ]);
  });

  it('is short for a small change: it comes with the news, and nobody asks for it', async () => {
    await publish(ONE, 0);
    const { manifest } = await publish(TWO, 2);
    const sync = syncServiceAt(sandbox.addresses);
    const { data } = await sync.documents('debrief.pointer').fetch();
    const carried = carriedShards(data);
    expect([...carried.keys()]).toEqual([manifest]);
    const asked: string[] = [];
    const agent = client.serviceOf('agent1');
    const beforeAsking = async (hashes: readonly string[]) => void asked.push(...hashes);
    expect(got(await agent.load(manifest, { carried, beforeAsking }))).toEqual(TWO);
    expect(asked).toHaveLength(shardContent(TWO).shards.size - 1);
    expect(asked).not.toContain(manifest);
    // Forged on its way, it is asked for instead.
    const forged = new Map([[manifest, '{"picklists":[],"forms":[],"assignments":[]}']]);
    expect(got(await agent.load(manifest, { carried: forged }))).toEqual(TWO);
  });

  it('is that of saves too: each goes by the version that its answers were given by', async () => {
    await client.sandbox.api('settings', {
      debrief: { catalog: { ...contentWith(), version: 7 } },
    });
    const leg = await client.newLeg();
    expect(await leg.save()).toMatchObject({ status: 200 });
    const first = await publish(ONE, 0);
    expect(first.version).toBe(8);
    const other = await client.newLeg();
    expect(await other.save({ catalogVersion: 8 })).toMatchObject({ status: 200 });
    await publish(TWO, 8);
    for (const catalogVersion of [7, 8, 9]) {
      const one = await client.newLeg();
      expect(await one.save({ catalogVersion })).toMatchObject({ status: 200 });
    }
    const unknown = await client.newLeg();
    expect(await unknown.save({ catalogVersion: 10 })).toMatchObject({
      ...refusal(409, 'catalog-unknown'),
      body: { error: { details: { asked: 10, current: 9 } } },
    });
  });

  it('is none where the account has no Sync Service; saves go on', async () => {
    await client.sandbox.api('settings', {
      syncService: false,
      debrief: { catalog: { ...contentWith(), version: 7 } },
    });
    for (const operation of ['token', 'current', 'draft', 'versions']) {
      expect(await client.post(operation, 'admin')).toMatchObject(refusal(501, 'not-set-up'));
    }
    const leg = await client.newLeg();
    expect(await leg.save()).toMatchObject({ status: 200 });
  });
});

describe('who calls', () => {
  const OPERATIONS: readonly (readonly [string, object])[] = [
    ['upload', { shards: [{ hash: HASH, text: 'x' }] }],
    ['saveDraft', { manifest: HASH, basedOn: 0, revision: null }],
    ['discardDraft', { revision: 1 }],
    ['publish', { revision: 1, expects: 0, note: NOTE }],
    ['rollBack', { to: 1, expects: 2, note: NOTE }],
    ['draft', {}],
    ['missing', { hashes: [HASH] }],
    ['versions', {}],
    ['audit', {}],
  ];

  it.each(OPERATIONS)('%s is not for agents, strangers, or nobody', async (operation, input) => {
    expect(await client.withoutToken(operation)).toMatchObject(refusal(401, 'no-token'));
    expect(await client.post(operation, 'eve', input)).toMatchObject(refusal(403, 'bad-token'));
    expect(await client.post(operation, 'agent1', input)).toMatchObject(
      refusal(403, 'role-refused'),
    );
    expect(((await client.sandbox.api('sync')).body as unknown as SyncState).objects).toEqual([]);
  });

  it('publishing is for admins, or for whom the account says', async () => {
    got(
      await client.serviceOf('supervisor').saveDraft({ content: ONE, basedOn: 0, revision: null }),
    );
    const request = { revision: 1, expects: 0, note: NOTE };
    expect(await client.post('publish', 'supervisor', request)).toMatchObject(
      refusal(403, 'role-refused'),
    );
    await client.sandbox.api('settings', { publishRoles: ['supervisor'] });
    expect(await client.post('publish', 'supervisor', request)).toMatchObject({ status: 200 });
  });
});

describe('what is sent', () => {
  it('is refused where it is too large, and nothing of it is kept', async () => {
    const large = 'x'.repeat(16_000);
    const shard = { hash: contentHash(large), text: large };
    expect(await client.post('upload', 'admin', { shards: [shard] })).toMatchObject(
      refusal(400, 'bad-input'),
    );
    const shards = Array.from({ length: 20 }, (_, n) => {
      const text = String(n).padStart(15_000, 'x');
      return { hash: contentHash(text), text };
    });
    expect(await client.post('upload', 'admin', { shards })).toMatchObject(
      refusal(413, 'request-too-large'),
    );
    expect(
      await client.post('publish', 'admin', { revision: 1, expects: 0, note: 'x'.repeat(70_000) }),
    ).toMatchObject(refusal(413, 'request-too-large'));
    expect(await client.postText('upload', 'admin', 'x'.repeat(1_100_000))).toMatchObject({
      status: 413,
      body: undefined,
    });
    expect(((await client.sandbox.api('sync')).body as unknown as SyncState).objects).toEqual([]);
  });

  it('may hold hostile keys: they are texts like any other, or refused', async () => {
    const hostile = JSON.parse(
      '{"__proto__":"p","constructor":"c","\\u0000\\u001f":"control","en":"E"}',
    ) as Record<string, string>;
    const content: CatalogContent = {
      ...ONE,
      picklists: [
        ...ONE.picklists,
        {
          id: '__proto__',
          name: hostile,
          options: ['__proto__', 'constructor', '\u0000', 'x'.repeat(20_000)].map((code) => ({
            code,
            reported: code,
            name: hostile,
          })),
        },
      ],
    };
    const admin = client.serviceOf('admin');
    got(await admin.saveDraft({ content, basedOn: 0, revision: null }));
    const draft = got(await client.serviceOf('supervisor').draft());
    expect(JSON.stringify(draft?.content)).toBe(
      JSON.stringify(got(await admin.load(draft!.manifest))),
    );
    expect(draft?.content).toEqual(content);
    expect(({} as Record<string, unknown>)['p']).toBeUndefined();
    expect(
      await client.post('publish', 'admin', { revision: 1, expects: 0, note: NOTE }),
    ).toMatchObject(refusal(422, 'catalog-broken'));

    for (const key of [
      '__proto__',
      '../debrief.pointer',
      'constructor',
      'A'.repeat(5_000),
      '\u0000',
    ]) {
      expect(
        await client.post('upload', 'admin', { shards: [{ hash: key, text: 'x' }] }),
      ).toMatchObject(refusal(400, 'bad-input'));
      expect(await client.post('read', 'agent1', { hashes: [key] })).toMatchObject(
        refusal(400, 'bad-input'),
      );
      expect(await client.post(key.slice(0, 30), 'admin')).toMatchObject(
        refusal(400, 'unknown-operation'),
      );
    }
    expect(
      await client.postText('publish', 'admin', '{"revision":1,"expects":0,"note":"n","by":"me"}'),
    ).toMatchObject(refusal(400, 'bad-input'));
    expect(await inForce()).toBeNull();
  });

  it('keeps other people’s names, notes and texts out of what it refuses', async () => {
    await publish(ONE, 0);
    const answer = await client.post('draft', 'agent1');
    expect(answer.text).not.toMatch(/Ann|Why/);
  });
});

describe('two at once', () => {
  it('of two publications one wins, and the other hears who it was and why', async () => {
    await publish(ONE, 0);
    await client.sandbox.api('settings', { publishRoles: ['admin', 'supervisor'] });
    got(
      await client.serviceOf('supervisor').saveDraft({ content: TWO, basedOn: 2, revision: null }),
    );
    const answers = await Promise.all(
      ['admin', 'supervisor', 'supervisor2'].map((who) =>
        client.post('publish', who, { revision: 2, expects: 2, note: `By ${who}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const current = got(await client.serviceOf('agent1').current());
    expect(current).toMatchObject({ version: 3, note: expect.stringMatching(/^By /) as string });
    for (const { status, body } of answers) {
      if (status !== 409) continue;
      expect(body).toMatchObject({ error: { code: 'version-moved', details: { current } } });
    }
    expect(await inForce()).toEqual({ version: 3, content: TWO });
    const audit = got(await client.serviceOf('admin').audit()).items;
    expect(audit.filter(({ version }) => version === 3)).toHaveLength(1);
  });

  it('of two drafts one is kept, and the other is told of it', async () => {
    const [sue, sid] = [client.serviceOf('supervisor'), client.serviceOf('supervisor2')];
    got(await sue.saveDraft({ content: ONE, basedOn: 0, revision: null }));
    const saved = await Promise.all([
      sue.saveDraft({ content: TWO, basedOn: 0, revision: 1 }),
      sid.saveDraft({ content: named('Three'), basedOn: 0, revision: 1 }),
    ]);
    const kept = saved.flatMap((one) => (one.ok ? [one.value] : []));
    expect(kept).toHaveLength(1);
    expect(saved.find((one) => !one.ok)).toMatchObject({
      error: { code: 'draft-moved', details: { current: kept[0] } },
    });
  });
});

describe('a Sync that fails', () => {
  const NONE = 'the old version';
  const prepare = async () => {
    await publish(ONE, 0);
    got(await client.serviceOf('admin').saveDraft({ content: TWO, basedOn: 2, revision: null }));
    // An instance that has to read everything.
    await client.sandbox.api('settings', { publishRoles: ['admin'] });
  };
  const tryIt = () => client.post('publish', 'admin', { revision: 2, expects: 2, note: NOTE });
  const isWhole = async (): Promise<string> => {
    const now = await inForce();
    if (now?.version === 2) expect(now.content).toEqual(ONE);
    else expect(now).toEqual({ version: 3, content: TWO });
    return now?.version === 2 ? NONE : 'the new version';
  };

  it.each([
    ['answers 500 once', { type: 'status', status: 500 }, 1],
    ['answers 429 once', { type: 'status', status: 429 }, 1],
    ['drops a call', { type: 'dropped' }, 1],
    ['loses an answer', { type: 'lost-answer' }, 1],
    ['is slow', { type: 'delay', ms: 100, of: 'call' }, 'until-off'],
  ] as const)('%s: the publication goes through', async (_, kind, times) => {
    await prepare();
    await client.fault('api.sync.*', kind, times);
    expect(await tryIt()).toMatchObject({ status: 200, body: { value: { version: 3 } } });
    await client.sandbox.api('faults/clear', {});
    expect(await inForce()).toEqual({ version: 3, content: TWO });
  });

  it.each([
    ['answers 500', { type: 'status', status: 500 }, 503],
    ['answers 429', { type: 'status', status: 429 }, 429],
    ['drops calls', { type: 'dropped' }, 503],
    ['does not answer in time', { type: 'delay', ms: 9_000, of: 'call' }, 503],
    ['refuses', { type: 'status', status: 403 }, 502],
  ] as const)('%s all the time: the old version stays whole', async (_, kind, status) => {
    await prepare();
    await client.fault('api.sync.*', kind, 'until-off');
    expect(await tryIt()).toMatchObject({ status });
    await client.sandbox.api('faults/clear', {});
    expect(await isWhole()).toBe(NONE);
    expect(await tryIt()).toMatchObject({ status: 200, body: { value: { version: 3 } } });
    expect(await isWhole()).toBe('the new version');
  });

  it('answers 412: somebody else has published meanwhile', async () => {
    await prepare();
    await client.fault('api.sync.document.update', { type: 'status', status: 412 }, 1);
    expect(await tryIt()).toMatchObject(refusal(409, 'version-moved'));
    expect(await isWhole()).toBe(NONE);
    expect(await tryIt()).toMatchObject({ status: 200, body: { value: { version: 3 } } });
  });

  it('dies at any call: whole before or whole after, and it can be made again', async () => {
    const ends = new Set<string>();
    for (let after = 0; after < 40; after += 1) {
      await client.reset();
      await prepare();
      await client.sandbox.api('faults', {
        operation: 'api.sync.*',
        kind: { type: 'status', status: 403 },
        after,
        times: 'until-off',
      });
      const { status } = await tryIt();
      await client.sandbox.api('faults/clear', {});
      const end = await isWhole();
      ends.add(end);
      if (status === 200) expect(end).toBe('the new version');
      expect(await tryIt()).toMatchObject({ status: 200, body: { value: { version: 3 } } });
      expect(await isWhole()).toBe('the new version');
      if (status === 200) break;
    }
    expect(ends).toEqual(new Set([NONE, 'the new version']));
  }, 300_000);
});

describe('shards that nothing needs any longer', () => {
  const THREE = named('Three');
  const [own] = [...shardContent(TWO).shards.keys()].filter(
    (hash) => ![ONE, THREE].some((other) => shardContent(other).shards.has(hash)),
  );
  const item = () => syncServiceAt(sandbox.addresses).syncMaps(shardMap(own!)).syncMapItems(own!);
  const stored = async (): Promise<unknown> => (await item().fetch()).data;
  const WEEK = 7 * 24 * 60 * 60 * 1000;

  it('are marked, unmarked when somebody asks for them, and dropped a week after the mark', async () => {
    const admin = client.serviceOf('admin');
    const text = shardContent(TWO).shards.get(own!);
    // A draft that was saved and became nothing.
    got(await admin.saveDraft({ content: TWO, basedOn: 0, revision: null }));
    got(await admin.saveDraft({ content: ONE, basedOn: 0, revision: 1 }));
    got(await admin.publish({ revision: 2, expects: 0, note: NOTE }));
    expect(await stored()).toEqual({ text, unneededSince: expect.any(Number) as number });

    await client.sandbox.api('settings', { publishRoles: ['admin'] });
    expect(await client.post('missing', 'supervisor', { hashes: [own] })).toMatchObject({
      body: { value: { missing: [] } },
    });
    expect(await stored()).toEqual({ text });

    await item().update({ data: { text, unneededSince: Date.now() - WEEK + 60_000 } });
    await publish(THREE, 2);
    expect(await stored()).toMatchObject({ text });
    await item().update({ data: { text, unneededSince: Date.now() - WEEK } });
    await publish(ONE, 3);
    await expect(stored()).rejects.toMatchObject({ status: 404 });
    expect(await client.post('missing', 'supervisor', { hashes: [own] })).toMatchObject({
      body: { value: { missing: [own] } },
    });
    expect(await inForce()).toEqual({ version: 4, content: ONE });
  });
});

describe('a large catalog', () => {
  it('of a hundred thousand options is drafted, published and loaded', async () => {
    // Short texts: Sync takes two large items a second of each map, and the emulator makes us wait for it.
    const options = Array.from({ length: 100_000 }, (_, n) => {
      const code = n.toString(36);
      return { code, reported: code, name: { en: code } };
    });
    const [list] = contentWith().picklists;
    const content = contentWith({
      picklists: [...contentWith().picklists, { ...list!, id: 'large', options }],
    });
    const admin = client.serviceOf('admin');
    let sent = 0;
    const draft = got(
      await admin.saveDraft({ content, basedOn: 0, revision: null }, ({ done }) => (sent = done)),
    );
    const published = got(
      await admin.publish({ revision: draft.revision, expects: 0, note: NOTE }),
    );
    const loaded = got(await client.serviceOf('agent1').load(published.manifest));
    // Jest's own comparison takes seconds for this.
    expect(isDeepStrictEqual(loaded, content)).toBe(true);
    const { objects } = (await client.sandbox.api('sync')).body as unknown as SyncState;
    for (const { writes } of objects) expect(writes.highestPerSecond).toBeLessThanOrEqual(200);
    const maps = objects.filter(({ uniqueName }) => uniqueName?.startsWith('debrief.shards.'));
    expect(maps).toHaveLength(16);
    // Each shard was sent once, and written once.
    expect(maps.reduce((sum, { writes }) => sum + writes.passed, 0)).toBe(sent);
  }, 400_000);

  it('is found as it is in the Sync Service', async () => {
    await publish(ONE, 0);
    const sync = syncServiceAt(sandbox.addresses);
    const pointer = await sync.documents('debrief.pointer').fetch();
    expect(pointer.data).toMatchObject({ version: 2, manifest: shardContent(ONE).manifest });
  });
});
