import starterCatalog from '../../../public/starter-catalog.json';
import { createBudget } from '../../../serverless/src/budget';
import { carriedShards } from '../../../src/core/publishing/carried';
import { contentHash } from '../../../src/core/publishing/contentHash';
import { shardContent } from '../../../src/core/publishing/shardContent';
import type { Catalog, CatalogContent, Option } from '../../../src/core/catalog/types';
import { createFakeCatalogFunctions, type PersonName } from '../../support/fakeCatalogFunctions';
import { contentWith } from '../../support/contents';
import { RATE_LIMITED, SERVER_ERROR, TIMEOUT, type SyncFate } from '../../support/fakeSync';

type Service = ReturnType<typeof createFakeCatalogFunctions>;

const DAY = 24 * 60 * 60 * 1000;
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
const THREE = named('Three');
const NOTE = 'Why it changed';
const HASH = contentHash('x');

const refusal = (status: number, code: string, details: object = {}) => ({
  status,
  ok: false,
  error: { code, ...(Object.keys(details).length > 0 ? { details } : {}) },
});

/** What an instance that remembers nothing would give agents. */
const inForce = async (service: Service) => {
  service.heal();
  const version = (await service.get<{ version: number } | null>('agent', 'current'))?.version;
  if (version === undefined) return null;
  const clock = { now: () => 0, wait: async () => undefined, random: () => 0 };
  const found = await service.findPublished()(version, createBudget(clock));
  if (!found.ok) throw new Error(found.error.code);
  return { version, content: found.value.content };
};

describe('who may do what', () => {
  const CALLS: readonly (readonly [string, object])[] = [
    ['token', {}],
    ['current', {}],
    ['read', { hashes: [HASH] }],
    ['missing', { hashes: [HASH] }],
    ['upload', { shards: [{ hash: HASH, text: 'x' }] }],
    ['draft', {}],
    ['saveDraft', { manifest: HASH, basedOn: 0, revision: null }],
    ['discardDraft', { revision: 1 }],
    ['publish', { revision: 1, expects: 0, note: NOTE }],
    ['rollBack', { to: 1, expects: 2, note: NOTE }],
    ['versions', {}],
    ['audit', {}],
  ];
  const MAY: Readonly<Partial<Record<PersonName, readonly string[]>>> = {
    auditor: [],
    agent: ['token', 'current', 'read'],
    sue: CALLS.map(([operation]) => operation).filter(
      (operation) => !['publish', 'rollBack'].includes(operation),
    ),
    ann: CALLS.map(([operation]) => operation),
  };

  it.each(Object.entries(MAY))('%s', async (who, allowed) => {
    for (const [operation, input] of CALLS) {
      const service = createFakeCatalogFunctions();
      const answer = await service.call(who, operation, input);
      const isRefused = !answer.ok && answer.error.code === 'role-refused';
      expect([operation, isRefused]).toEqual([operation, !allowed.includes(operation)]);
      if (isRefused) expect(service.calls).toEqual([]);
    }
  });

  it('nobody without a token, or with a bad one', async () => {
    for (const [operation, input] of CALLS) {
      const service = createFakeCatalogFunctions();
      expect(await service.call('', operation, input)).toMatchObject(refusal(401, 'no-token'));
      expect(await service.call('eve', operation, input)).toMatchObject(refusal(403, 'bad-token'));
      expect(service.calls).toEqual([]);
    }
  });

  it('roles of the account’s own may publish, and then admins may not', async () => {
    const service = createFakeCatalogFunctions({ publishRoles: ['supervisor'] });
    const { revision } = await service.draft(ONE);
    const request = { revision, expects: 0, note: NOTE };
    expect(await service.call('ann', 'publish', request)).toMatchObject(
      refusal(403, 'role-refused', { allowed: ['supervisor'] }),
    );
    expect(await service.call('sue', 'publish', request)).toMatchObject({ ok: true });
  });

  it('nothing where there is no Sync Service', async () => {
    const service = createFakeCatalogFunctions({ isSetUp: false });
    for (const [operation, input] of CALLS) {
      expect(await service.call('ann', operation, input)).toMatchObject(refusal(501, 'not-set-up'));
    }
  });
});

describe('a token', () => {
  it('lets an agent read the pointer, and no more', async () => {
    const service = createFakeCatalogFunctions();
    expect(await service.get('agent', 'token')).toEqual({
      token: 'token of agent',
      identity: 'agent',
      expiresAt: expect.any(Number) as number,
      rights: { edits: false, publishes: false },
    });
    expect([...service.permissions]).toEqual(['debrief.pointer agent']);
  });

  it('lets a supervisor read the draft too', async () => {
    const service = createFakeCatalogFunctions();
    expect(await service.get('sue', 'token')).toMatchObject({
      rights: { edits: true, publishes: false },
    });
    expect([...service.permissions]).toEqual(['debrief.pointer sue', 'debrief.draft sue']);
    expect(await service.get('ann', 'token')).toMatchObject({
      rights: { edits: true, publishes: true },
    });
  });

  it('is one of an editor for whoever may publish', async () => {
    const service = createFakeCatalogFunctions({ publishRoles: ['agent'] });
    expect(await service.get('agent', 'token')).toMatchObject({
      rights: { edits: true, publishes: true },
    });
    expect([...service.permissions]).toContain('debrief.draft agent');
  });

  it('takes the draft from who is no supervisor any more, on any instance', async () => {
    for (const isCold of [false, true]) {
      const service = createFakeCatalogFunctions();
      await service.get('sue', 'token');
      service.setRoles('sue', ['agent']);
      if (isCold) service.goCold();
      expect(await service.get('sue', 'token')).toMatchObject({ rights: { edits: false } });
      expect([...service.permissions]).toEqual(['debrief.pointer sue']);
      service.setRoles('sue', ['supervisor']);
      await service.get('sue', 'token');
      expect([...service.permissions]).toContain('debrief.draft sue');
    }
  });

  it('asks Sync once for each person', async () => {
    const service = createFakeCatalogFunctions();
    await service.get('agent', 'token');
    const { length } = service.calls;
    await service.get('agent', 'token');
    expect(service.calls).toHaveLength(length);
    service.goCold();
    await service.get('agent', 'token');
    expect(service.calls.length).toBeGreaterThan(length);
  });

  it('is not given before everything is made, the pointer last', async () => {
    const service = createFakeCatalogFunctions();
    await service.get('agent', 'token');
    const made = service.calls.filter((call) => call.startsWith('make '));
    expect([...made].sort()).toEqual(
      [
        'make document debrief.draft',
        'make document debrief.pointer',
        'make list debrief.audit',
        'make map debrief.versions',
        ...[...'0123456789abcdef'].map((digit) => `make map debrief.shards.${digit}`),
      ].sort(),
    );
    expect(made.at(-1)).toBe('make document debrief.pointer');
    // Another instance needs one call to know.
    service.goCold();
    const { length } = service.calls;
    await service.get('agent', 'token');
    expect(service.calls.slice(length)).toEqual([
      'readDocument debrief.pointer',
      'allowReading debrief.pointer',
      'forbid debrief.draft',
    ]);
  });

  it('is not given where something could not be made; the next call goes on', async () => {
    const service = createFakeCatalogFunctions();
    service.setFate((call) =>
      call === 'make map debrief.shards.7' ? { refused: RATE_LIMITED, done: false } : null,
    );
    expect(await service.call('agent', 'token')).toMatchObject(refusal(429, 'busy'));
    expect(service.calls).not.toContain('make document debrief.pointer');
    service.heal();
    service.goCold();
    expect(await service.call('agent', 'token')).toMatchObject({ ok: true });
    expect(service.calls.filter((call) => call === 'make map debrief.shards.f')).not.toEqual([]);
  });

  it('is not given where the permission could not be', async () => {
    const service = createFakeCatalogFunctions();
    service.setFate((call) =>
      /^(allowReading|forbid) /.test(call) ? { refused: SERVER_ERROR, done: false } : null,
    );
    expect(await service.call('agent', 'token')).toMatchObject(refusal(503, 'out-of-time'));
  });
});

describe('shards', () => {
  it('come back as they were stored, also from Sync', async () => {
    const service = createFakeCatalogFunctions();
    const { shards } = shardContent(ONE);
    const hashes = [...shards.keys()];
    expect(await service.get('sue', 'missing', { hashes })).toEqual({ missing: hashes });
    await service.upload(ONE);
    for (const instance of ['warm', 'cold']) {
      if (instance === 'cold') service.goCold();
      expect(await service.get('sue', 'missing', { hashes })).toEqual({ missing: [] });
      const read = await service.get<{ shards: { hash: string; text: string }[] }>(
        'agent',
        'read',
        {
          hashes,
        },
      );
      expect(new Map(read.shards.map(({ hash, text }) => [hash, text]))).toEqual(shards);
    }
  });

  it('are read from Sync once', async () => {
    const service = createFakeCatalogFunctions();
    const hashes = [...shardContent(ONE).shards.keys()];
    await service.upload(ONE);
    service.goCold();
    await service.get('agent', 'read', { hashes });
    const { length } = service.calls;
    await service.get('agent', 'read', { hashes });
    expect(service.calls).toHaveLength(length);
  });

  it('that are not there are named', async () => {
    const service = createFakeCatalogFunctions();
    expect(await service.call('agent', 'read', { hashes: [HASH] })).toMatchObject(
      refusal(409, 'shards-missing', { missing: [HASH], count: 1 }),
    );
  });

  it.each([
    ['a text of another hash', [{ hash: HASH, text: 'y' }]],
    ['half a character', [{ hash: contentHash('\ufffd'), text: '\ud800' }]],
    ['a path', [{ hash: '../debrief.pointer', text: 'x' }]],
    ['a hostile key', [{ hash: '__proto__', text: 'x' }]],
    ['too large a text', [{ hash: contentHash('x'.repeat(16_384)), text: 'x'.repeat(16_384) }]],
    ['a text that Sync would escape', [{ hash: HASH, text: '"'.repeat(9_000) }]],
    ['no list', { hash: HASH, text: 'x' }],
    ['nothing', []],
    ['too many', Array.from({ length: 13 }, () => ({ hash: HASH, text: 'x' }))],
    ['another key', [{ hash: HASH, text: 'x', map: 'debrief.versions' }]],
  ])('are refused: %s', async (_, shards) => {
    const service = createFakeCatalogFunctions();
    expect(await service.call('sue', 'upload', { shards })).toMatchObject(
      refusal(400, 'bad-input'),
    );
    expect(service.calls).toEqual([]);
  });

  it('may be larger in sum than other requests', async () => {
    const service = createFakeCatalogFunctions();
    const shards = Array.from({ length: 12 }, (_, n) => {
      const text = String(n).padStart(15_000, 'x');
      return { hash: contentHash(text), text };
    });
    expect(await service.call('sue', 'upload', { shards })).toMatchObject({ ok: true });
    const note = 'x'.repeat(70_000);
    expect(await service.call('ann', 'publish', { revision: 1, expects: 0, note })).toMatchObject(
      refusal(413, 'request-too-large'),
    );
    expect(
      await service.callText('sue', 'upload', JSON.stringify({ shards }) + ' '.repeat(60_000)),
    ).toMatchObject(refusal(413, 'request-too-large'));
  });
});

describe('what is asked for', () => {
  it.each([
    ['read', { hashes: [] }],
    ['read', { hashes: Array.from({ length: 49 }, () => HASH) }],
    ['read', { hashes: 'all' }],
    ['read', { hashes: ['constructor'] }],
    ['read', []],
    ['missing', { hashes: Array.from({ length: 97 }, () => HASH) }],
    ['saveDraft', { manifest: HASH, basedOn: -1, revision: null }],
    ['saveDraft', { manifest: HASH, basedOn: 0, revision: 0 }],
    ['saveDraft', { manifest: 'x', basedOn: 0, revision: null }],
    ['publish', { revision: 1, expects: 0, note: '' }],
    ['publish', { revision: 1, expects: 0, note: '  ' }],
    ['publish', { revision: 1, expects: 0, note: 'x'.repeat(501) }],
    ['publish', { revision: 1.5, expects: 0, note: NOTE }],
    ['publish', { revision: 1, expects: 0, note: NOTE, by: 'Somebody else' }],
    ['rollBack', { to: 0, expects: 1, note: NOTE }],
    ['versions', { after: '../x' }],
    ['audit', { after: 5 }],
    ['token', { identity: 'admin' }],
  ])('is refused where it is not as it should be: %s %#', async (operation, input) => {
    const service = createFakeCatalogFunctions();
    expect(await service.call('ann', operation, input)).toMatchObject(refusal(400, 'bad-input'));
    expect(service.calls).toEqual([]);
  });
});

describe('the draft', () => {
  it('is none, then begun, saved and discarded', async () => {
    const service = createFakeCatalogFunctions();
    expect(await service.get('sue', 'draft')).toBeNull();
    const first = await service.draft(ONE);
    expect(first).toMatchObject({ revision: 1, basedOn: 0, by: 'Name of sue' });
    const second = await service.draft(TWO, { revision: 1 }, 'sid');
    expect(second).toMatchObject({ revision: 2, by: 'Name of sid' });
    expect(await service.get('sue', 'draft')).toEqual(second);
    expect(await service.get('sue', 'discardDraft', { revision: 2 })).toBeNull();
    expect(await service.get('sue', 'draft')).toBeNull();
    expect(service.entries('debrief.audit')).toMatchObject([
      { action: 'draft-begun', by: 'Name of sue', version: null },
      { action: 'draft-discarded', by: 'Name of sue' },
    ]);
  });

  it('goes on counting after it was discarded: an old page never takes a new draft for its own', async () => {
    const service = createFakeCatalogFunctions();
    await service.draft(ONE);
    await service.get('sue', 'discardDraft', { revision: 1 });
    expect(await service.draft(TWO)).toMatchObject({ revision: 2 });
    const manifest = await service.upload(THREE);
    expect(
      await service.call('sid', 'saveDraft', { manifest, basedOn: 0, revision: 1 }),
    ).toMatchObject(refusal(409, 'draft-moved'));
  });

  it('is not overwritten by who has not seen it, and they hear whose it is', async () => {
    const service = createFakeCatalogFunctions();
    await service.draft(ONE);
    const theirs = await service.draft(TWO, { revision: 1 }, 'sid');
    const manifest = await service.upload(THREE);
    for (const revision of [1, null, 3]) {
      expect(
        await service.call('sue', 'saveDraft', { manifest, basedOn: 0, revision }),
      ).toMatchObject(refusal(409, 'draft-moved', { current: theirs }));
    }
    expect(await service.call('sue', 'discardDraft', { revision: 1 })).toMatchObject(
      refusal(409, 'draft-moved', { current: theirs }),
    );
    expect(await service.get('sue', 'draft')).toEqual(theirs);
  });

  it('of two at once takes one', async () => {
    const service = createFakeCatalogFunctions();
    await service.draft(ONE);
    const manifests = [await service.upload(TWO), await service.upload(THREE)];
    const answers = await Promise.all([
      service.call('sue', 'saveDraft', { manifest: manifests[0], basedOn: 0, revision: 1 }),
      service.call('sid', 'saveDraft', { manifest: manifests[1], basedOn: 0, revision: 1 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = await service.get('sue', 'draft');
    const refused = answers.find((answer) => !answer.ok);
    expect(refused).toMatchObject(refusal(409, 'draft-moved', { current: kept }));
  });

  it('is saved once when its answer was lost', async () => {
    const service = createFakeCatalogFunctions();
    await service.draft(ONE);
    const manifest = await service.upload(TWO);
    let lost = 0;
    service.setFate((call) => {
      if (call !== 'writeDocument debrief.draft' || lost > 0) return null;
      lost += 1;
      return { refused: TIMEOUT, done: true };
    });
    const request = { manifest, basedOn: 0, revision: 1 };
    expect(await service.get('sue', 'saveDraft', request)).toMatchObject({ revision: 2 });
    expect(await service.get('sue', 'saveDraft', request)).toMatchObject({ revision: 2 });
  });

  it('is not of shards that nobody has uploaded', async () => {
    const service = createFakeCatalogFunctions();
    expect(
      await service.call('sue', 'saveDraft', { manifest: HASH, basedOn: 0, revision: null }),
    ).toMatchObject(refusal(409, 'shards-missing'));
    expect(await service.get('sue', 'draft')).toBeNull();
  });
});

describe('a publication', () => {
  it('puts the draft in force, and is told of', async () => {
    const service = createFakeCatalogFunctions();
    expect(await service.get('agent', 'current')).toBeNull();
    const published = await service.publish(ONE, 0, NOTE);
    // After the Flex Configuration's 7.
    expect(published).toMatchObject({ version: 8, note: NOTE, by: 'Name of ann' });
    expect(await service.get('agent', 'current')).toEqual(published);
    expect(await inForce(service)).toEqual({ version: 8, content: ONE });
    expect(await service.get('sue', 'draft')).toBeNull();
    expect(service.entries('debrief.audit').at(-1)).toMatchObject({
      action: 'published',
      version: 8,
      note: NOTE,
      by: 'Name of ann',
      workerSid: expect.stringMatching(/^WK/) as string,
    });
  });

  it('puts into the pointer what the version before did not have', async () => {
    const service = createFakeCatalogFunctions();
    const carried = () => carriedShards(service.document('debrief.pointer'));
    await service.publish(ONE, 0, NOTE);
    expect(carried()).toEqual(shardContent(ONE).shards);
    await service.publish(TWO, 8, NOTE);
    const { manifest, shards } = shardContent(TWO);
    expect([...carried()]).toEqual([[manifest, shards.get(manifest)]]);
    await service.get('ann', 'rollBack', { to: 8, expects: 9, note: NOTE });
    expect([...carried().keys()]).toEqual([shardContent(ONE).manifest]);
    // What is kept of a version, and what is answered, is its header.
    expect(service.itemsOf('debrief.versions')[0]?.[1]).not.toHaveProperty('shards');
    expect(await service.get('agent', 'current')).not.toHaveProperty('shards');
  });

  it('is signed with the identity where nobody knows the name', async () => {
    const service = createFakeCatalogFunctions();
    const { revision } = await service.draft(ONE);
    expect(await service.get('bob', 'publish', { revision, expects: 0, note: NOTE })).toMatchObject(
      { by: 'bob' },
    );
  });

  it('keeps what agents have worked with before the first one: the Flex Configuration’s or the starter catalog', async () => {
    const { version: _version, ...starter } = starterCatalog as Catalog;
    const { version: _number, ...configured } = { ...TWO, version: 7 };
    for (const [setting, content] of [
      [undefined, starter],
      [{ ...configured, version: 7 }, configured],
      [JSON.stringify({ ...configured, version: 7 }), configured],
    ] as const) {
      const service = createFakeCatalogFunctions();
      service.configure(setting);
      const [list, ...others] = content.picklists;
      const [option, ...rest] = list!.options;
      const next = (options: readonly Option[]): CatalogContent => ({
        ...content,
        picklists: [{ ...list!, options }, ...others],
      });
      const changed = [
        next([{ ...option!, reported: 'Something else' }, ...rest]),
        next(list!.options.slice(0, -1)),
        { ...content, picklists: others },
      ];
      for (const [at, one] of changed.entries()) {
        const revision = at === 0 ? null : at;
        const draft = await service.draft({ ...one, forms: [], assignments: [] }, { revision });
        expect(
          await service.call('ann', 'publish', {
            revision: draft.revision,
            expects: 0,
            note: NOTE,
          }),
        ).toMatchObject(refusal(422, 'used-changed'));
      }
      const renamed = next([{ ...option!, name: { ...option!.name, en: 'Other' } }, ...rest]);
      const { revision } = await service.draft(renamed, { revision: changed.length });
      expect(
        await service.call('ann', 'publish', { revision, expects: 0, note: NOTE }),
      ).toMatchObject({ ok: true });
    }
  });

  it.each([
    ['no json', 2],
    ['{"version":41}', 42],
    [{ version: -3 }, 2],
  ])('begins after the version of the Flex Configuration (%j)', async (catalog, version) => {
    const service = createFakeCatalogFunctions();
    service.configure(catalog);
    expect(await service.publish(ONE, 0)).toMatchObject({ version });
  });

  it('counts on, and the versions before stay to be found', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    await service.publish(TWO, 8);
    await service.publish(THREE, 9);
    const { items } = await service.get<{ items: { version: number }[] }>('sue', 'versions');
    expect(items.map(({ version }) => version)).toEqual([10, 9, 8]);
    const clock = { now: () => 0, wait: async () => undefined, random: () => 0 };
    for (const [version, content] of [
      [8, ONE],
      [9, TWO],
      [10, THREE],
      [7, null],
      [11, null],
    ] as const) {
      expect(await service.findPublished()(version, createBudget(clock))).toEqual({
        ok: true,
        value: { content, current: 10 },
      });
    }
  });

  it('of another version than the one in force is refused, with what happened', async () => {
    const service = createFakeCatalogFunctions();
    const current = await service.publish(ONE, 0);
    const { revision } = await service.draft(TWO);
    for (const expects of [0, 7, 9]) {
      expect(await service.call('ann', 'publish', { revision, expects, note: NOTE })).toMatchObject(
        refusal(409, 'version-moved', { current }),
      );
    }
  });

  it('of another draft than the one that was looked at is refused', async () => {
    const service = createFakeCatalogFunctions();
    await service.draft(ONE);
    const current = await service.draft(TWO, { revision: 1 }, 'sid');
    expect(
      await service.call('ann', 'publish', { revision: 1, expects: 0, note: NOTE }),
    ).toMatchObject(refusal(409, 'draft-moved', { current }));
    expect(await inForce(service)).toBeNull();
  });

  it('of a catalog with problems is refused, with where they are', async () => {
    const service = createFakeCatalogFunctions();
    const { revision } = await service.draft({
      ...ONE,
      assignments: [{ id: 'a', when: {}, form: 'no' }],
    });
    expect(
      await service.call('ann', 'publish', { revision, expects: 0, note: NOTE }),
    ).toMatchObject(
      refusal(422, 'catalog-broken', {
        problems: [{ path: '/assignments/0/form' }],
        count: 1,
      }),
    );
    expect(await inForce(service)).toBeNull();
  });

  it('of something that is no catalog is refused', async () => {
    const service = createFakeCatalogFunctions();
    await service.get('sue', 'upload', { shards: [{ hash: HASH, text: 'x' }] });
    const request = { manifest: HASH, basedOn: 0, revision: null };
    const { revision } = await service.get<{ revision: number }>('sue', 'saveDraft', request);
    expect(
      await service.call('ann', 'publish', { revision, expects: 0, note: NOTE }),
    ).toMatchObject(refusal(422, 'catalog-broken'));
  });

  it('that drops what was published is refused', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    const [list, ...others] = ONE.picklists;
    const options = list!.options.map((option, at) =>
      at === 0 ? { ...option, reported: 'Something else' } : option,
    );
    const { revision } = await service.draft({
      ...ONE,
      picklists: [{ ...list!, options }, ...others],
    });
    expect(
      await service.call('ann', 'publish', { revision, expects: 8, note: NOTE }),
    ).toMatchObject(refusal(422, 'used-changed'));
    expect(await inForce(service)).toEqual({ version: 8, content: ONE });
  });

  it('needs every shard, and each as its hash says', async () => {
    for (const harm of ['remove', 'spoil'] as const) {
      for (const hash of shardContent(ONE).shards.keys()) {
        const service = createFakeCatalogFunctions();
        const { revision } = await service.draft(ONE);
        if (harm === 'remove') service.remove(service.shardMap(hash), hash);
        else service.spoil(service.shardMap(hash), hash, { text: '[]' });
        service.goCold();
        expect(
          await service.call('ann', 'publish', { revision, expects: 0, note: NOTE }),
        ).toMatchObject({ ok: false });
        expect(await inForce(service)).toBeNull();
      }
    }
  });

  it('of two at once: one wins, the other hears who and why', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    const { revision } = await service.draft(TWO);
    const publishAs = (who: string) =>
      service.call(who, 'publish', { revision, expects: 8, note: `By ${who}` });
    const answers = await Promise.all([publishAs('ann'), publishAs('bob')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const current = await service.get<{ version: number; note: string }>('agent', 'current');
    expect(current.version).toBe(9);
    expect(answers.find((answer) => !answer.ok)).toMatchObject(
      refusal(409, 'version-moved', { current }),
    );
    expect(
      service
        .entries('debrief.audit')
        .filter((entry) => (entry as { version: number }).version === 9),
    ).toHaveLength(1);
  });

  it('keeps a draft that somebody saved meanwhile', async () => {
    const service = createFakeCatalogFunctions();
    const { revision } = await service.draft(ONE);
    const manifest = await service.upload(TWO);
    service.goCold();
    let saved: Promise<unknown> | null = null;
    service.setFate((call) => {
      if (call.startsWith('readItem') && !saved) {
        saved = service.get('sid', 'saveDraft', { manifest, basedOn: 0, revision });
      }
      return null;
    });
    await service.get('ann', 'publish', { revision, expects: 0, note: NOTE });
    await saved;
    expect(await service.get('sue', 'draft')).toMatchObject({ revision: 2, manifest });
  });
});

describe('a publication that dies', () => {
  const prepare = async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0, 'The first');
    const { revision } = await service.draft(TWO);
    service.goCold();
    const began = service.calls.length;
    const publish = (who = 'ann') =>
      service.call(who, 'publish', { revision, expects: 8, note: NOTE });
    return { service, publish, began };
  };
  const audited = (service: Service) =>
    service
      .entries('debrief.audit')
      .filter((entry) => (entry as { version: number }).version === 9);

  const FATES: readonly (readonly [string, SyncFate])[] = [
    ['refused with 500', { refused: SERVER_ERROR, done: false }],
    ['refused with 429', { refused: RATE_LIMITED, done: false }],
    ['done, and the answer lost', { refused: TIMEOUT, done: true }],
    ['too late', { refused: TIMEOUT, done: false }],
  ];

  it.each(FATES)(
    'at any call, from then on all %s: whole before or whole after, and can be made again',
    async (_, fate) => {
      const { service: healthy, publish: go, began: first } = await prepare();
      await go();
      const steps = healthy.calls.length - first;
      expect(steps).toBeGreaterThan(8);
      const ends = new Set<number>();
      for (let step = 0; step < steps; step += 1) {
        const { service, publish, began } = await prepare();
        service.setFate((_call, number) => (number >= began + step ? fate : null));
        await publish();
        const after = await inForce(service);
        expect([
          { version: 8, content: ONE },
          { version: 9, content: TWO },
        ]).toContainEqual(after);
        ends.add(after!.version);
        expect(await publish()).toMatchObject({ status: 200, ok: true, value: { version: 9 } });
        expect(await inForce(service)).toEqual({ version: 9, content: TWO });
        expect(audited(service)).toHaveLength(1);
        expect(await service.get('sue', 'draft')).toBeNull();
      }
      expect([...ends].sort()).toEqual([8, 9]);
    },
  );

  it.each(FATES)('once at any call (%s): tried again by itself', async (_, fate) => {
    const { service: healthy, publish: go, began: first } = await prepare();
    await go();
    for (let step = 0; step < healthy.calls.length - first; step += 1) {
      const { service, publish, began } = await prepare();
      service.setFate((_call, number) => (number === began + step ? fate : null));
      expect(await publish()).toMatchObject({ ok: true, value: { version: 9 } });
      expect(await inForce(service)).toEqual({ version: 9, content: TWO });
      expect(audited(service)).toHaveLength(1);
    }
  });

  it('and is taken over by somebody else', async () => {
    const { service, publish } = await prepare();
    service.setFate((call) =>
      call === 'writeDocument debrief.pointer' ? { refused: SERVER_ERROR, done: false } : null,
    );
    expect(await publish('ann')).toMatchObject(refusal(503, 'out-of-time'));
    service.heal();
    expect(await publish('bob')).toMatchObject({ ok: true, value: { version: 9, by: 'bob' } });
  });
});

describe('a roll back', () => {
  it('is a new version with the old content; the draft stays', async () => {
    const service = createFakeCatalogFunctions();
    const first = await service.publish(ONE, 0);
    await service.publish(TWO, 8);
    const draft = await service.draft(THREE);
    const back = await service.get('ann', 'rollBack', { to: 8, expects: 9, note: NOTE });
    expect(back).toMatchObject({ version: 10, manifest: first.manifest, rolledBackTo: 8 });
    expect(await inForce(service)).toEqual({ version: 10, content: ONE });
    expect(await service.get('sue', 'draft')).toEqual(draft);
    expect(service.entries('debrief.audit').at(-1)).toMatchObject({
      action: 'rolled-back',
      version: 10,
    });
    const again = { to: 8, expects: 9, note: NOTE };
    expect(await service.get('ann', 'rollBack', again)).toEqual(back);
    expect(await service.call('bob', 'rollBack', again)).toMatchObject(
      refusal(409, 'version-moved', { current: back as object }),
    );
  });

  it('archives options that came with the version: tasks have them', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    const [list, ...others] = ONE.picklists;
    const more = { code: 'new', reported: 'New', name: { en: 'New' } };
    const grown = {
      ...ONE,
      picklists: [{ ...list!, options: [...list!.options, more] }, ...others],
    };
    await service.publish(grown, 8);
    await service.get('ann', 'rollBack', { to: 8, expects: 9, note: NOTE });
    const back = (options: readonly Option[]) => ({
      ...ONE,
      picklists: [{ ...list!, options: [...list!.options, ...options] }, ...others],
    });
    expect(await inForce(service)).toEqual({
      version: 10,
      content: back([{ ...more, archived: true }]),
    });
    // What is archived counts as used as before.
    for (const options of [[], [{ ...more, reported: 'Other' }]]) {
      const revision = (await service.get<{ revision: number } | null>('sue', 'draft'))?.revision;
      const draft = await service.draft(back(options), { revision: revision ?? null });
      expect(
        await service.call('ann', 'publish', { revision: draft.revision, expects: 10, note: NOTE }),
      ).toMatchObject(refusal(422, 'used-changed'));
    }
  });

  it('to a version that there is not is refused', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    expect(await service.call('ann', 'rollBack', { to: 7, expects: 8, note: NOTE })).toMatchObject(
      refusal(404, 'version-unknown'),
    );
  });
});

describe('history', () => {
  it('keeps versions for thirty days after another has taken their place', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    service.forward(100 * DAY);
    await service.publish(TWO, 8);
    service.forward(29 * DAY);
    await service.publish(THREE, 9);
    const versions = async () =>
      (await service.get<{ items: { version: number }[] }>('sue', 'versions')).items.map(
        ({ version }) => version,
      );
    expect(await versions()).toEqual([10, 9, 8]);
    service.forward(2 * DAY);
    await service.publish(ONE, 10);
    expect(await versions()).toEqual([11, 10, 9]);
    const clock = { now: () => 0, wait: async () => undefined, random: () => 0 };
    expect(await service.findPublished()(8, createBudget(clock))).toEqual({
      ok: true,
      value: { content: null, current: 11 },
    });
  });

  it('drops shards that nothing has needed for a week, and none that somebody asks for at that moment', async () => {
    const service = createFakeCatalogFunctions();
    const { shards } = shardContent(ONE);
    const others = new Set([TWO, THREE].flatMap((one) => [...shardContent(one).shards.keys()]));
    const gone = [...shards.keys()].filter((hash) => !others.has(hash));
    expect(gone.length).toBeGreaterThan(0);
    const left = () => gone.filter((hash) => service.items(service.shardMap(hash)).includes(hash));
    await service.publish(ONE, 0);
    await service.publish(TWO, 8);
    service.forward(31 * DAY);
    await service.publish(THREE, 9);
    // The version is dropped; that nothing needs these is known from now on.
    service.forward(6 * DAY);
    await service.publish(TWO, 10);
    expect(left()).toEqual(gone);

    service.forward(2 * DAY);
    let asked = false;
    service.setPause(async (call) => {
      if (!call.startsWith('removeItem debrief.shards.') || asked) return;
      asked = true;
      service.switchInstance();
      expect(await service.get('sue', 'missing', { hashes: gone })).toEqual({ missing: [] });
      service.switchInstance();
    });
    await service.publish(THREE, 11);
    expect(asked).toBe(true);
    expect(left()).toEqual(gone);

    service.forward(8 * DAY);
    await service.publish(TWO, 12);
    service.forward(8 * DAY);
    await service.publish(THREE, 13);
    expect(left()).toEqual([]);
    expect(await inForce(service)).toEqual({ version: 14, content: THREE });
    // Also the instance that has seen them.
    service.switchInstance();
    expect(await service.get('sue', 'missing', { hashes: gone })).toEqual({ missing: gone });
  });

  it('drops no shard of a version that is kept', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    const contents = [TWO, THREE, TWO];
    for (const [position, content] of contents.entries()) {
      await service.publish(content, 8 + position);
      service.forward(8 * DAY);
    }
    await service.publish(THREE, 11);
    await service.get('ann', 'rollBack', { to: 8, expects: 12, note: NOTE });
    expect(await inForce(service)).toEqual({ version: 13, content: ONE });
    const { shards } = shardContent(ONE);
    const there = [...shards.keys()].filter((hash) =>
      service.items(service.shardMap(hash)).includes(hash),
    );
    expect(there).toHaveLength(shards.size);
  });

  it('drops no shard of the draft, however old it is', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    const { manifest } = await service.draft(TWO, { basedOn: 8 });
    for (let version = 8; version < 12; version += 1) {
      service.forward(8 * DAY);
      await service.get('ann', 'rollBack', { to: version, expects: version, note: NOTE });
    }
    const there = [...shardContent(TWO).shards.keys()].filter((hash) =>
      service.items(service.shardMap(hash)).includes(hash),
    );
    expect(there).toHaveLength(shardContent(TWO).shards.size);
    expect(there).toContain(manifest);
  });

  it('leaves a publication its time: what cannot be looked through is not dropped', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    const { length } = service.calls;
    const late = (call: string, number: number) =>
      number > length && call.startsWith('listItems debrief.shards.')
        ? { refused: TIMEOUT, done: false }
        : null;
    service.setFate(late);
    expect(await service.publish(TWO, 8)).toMatchObject({ version: 9 });
    const tried = service.calls
      .slice(length)
      .filter((call) => call.startsWith('listItems debrief.s'));
    expect(new Set(tried).size).toBe(1);
  });

  it('comes in pages, newest first', async () => {
    const service = createFakeCatalogFunctions();
    await service.publish(ONE, 0);
    for (let version = 8; version < 62; version += 1) {
      await service.get('ann', 'rollBack', { to: version, expects: version, note: `${version}` });
    }
    interface List {
      items: { version: number }[];
      next: string | null;
    }
    for (const [operation, count] of [
      ['versions', 55],
      ['audit', 56],
    ] as const) {
      const first = await service.get<List>('sue', operation);
      const second = await service.get<List>('sue', operation, { after: first.next });
      expect(second.next).toBeNull();
      expect([...first.items, ...second.items]).toHaveLength(count);
      expect(first.items[0]).toMatchObject({ version: 62 });
    }
  });
});

it('logs codes and SIDs, no names, notes or texts', async () => {
  const service = createFakeCatalogFunctions();
  await service.publish(ONE, 0, 'A secret note');
  const log = JSON.stringify(service.logged);
  expect(log).not.toMatch(/secret|Name of|One|ann/);
  expect(service.logged).toContainEqual({
    operation: 'publish',
    workerSid: expect.stringMatching(/^WK/) as string,
    code: 'ok',
    milliseconds: expect.any(Number) as number,
  });
});
