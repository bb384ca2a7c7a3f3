import type { Progress, ShardCache } from '../../../src/app/editing/ports';
import { shardContent } from '../../../src/core/publishing/shardContent';
import type { HttpReply } from '../../../src/core/service/serviceAnswer';
import { createCatalogCalls } from '../../../src/infra/catalogCalls';
import { createFunctionsCatalogService } from '../../../src/infra/functionsCatalogService';
import { contentWith, largeContent, numberedOption } from '../../support/contents';
import { createFakeCatalogFunctions } from '../../support/fakeCatalogFunctions';

const LARGE = largeContent(3_000, ['en', 'es']);
const SMALL = contentWith();
const NOTE = 'Why it changed';
const DAY = 24 * 60 * 60 * 1000;

const withOneMore = {
  ...LARGE,
  picklists: LARGE.picklists.map((list) =>
    list.id === 'large'
      ? { ...list, options: [...list.options, numberedOption(9_999, ['en', 'es'])] }
      : list,
  ),
};

type Sent = readonly [operation: string, input: Readonly<Record<string, unknown[]>>];

/** A browser in front of the real operations; what the network does is the test's to say. */
const start = (functions = createFakeCatalogFunctions(), who = 'ann') => {
  const sent: Sent[] = [];
  const waits: number[] = [];
  let now = 0;
  const kept = new Map<string, string>();
  const cache: ShardCache = {
    find: async (hashes) =>
      new Map(hashes.flatMap((hash) => (kept.has(hash) ? [[hash, kept.get(hash)!]] : []))),
    keep: async (shards) => {
      for (const [hash, text] of shards) kept.set(hash, text);
    },
  };
  let network = async (reply: HttpReply): Promise<HttpReply | null> => reply;
  let running = 0;
  let most = 0;
  const call = async (operation: string, input: unknown) => {
    sent.push([operation, input as Sent[1]]);
    running += 1;
    most = Math.max(most, running);
    const { status, ...body } = await functions.call(who, operation, input);
    running -= 1;
    return network({ status, body: JSON.stringify(body) });
  };
  const clock = {
    now: () => now,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
    },
    random: () => 0.5,
  };
  const service = createFunctionsCatalogService(createCatalogCalls(call, clock), cache, clock);
  return {
    service,
    functions,
    sent,
    waits,
    kept,
    forward: (milliseconds: number) => {
      now += milliseconds;
    },
    mostAtOnce: () => most,
    setNetwork: (next: typeof network) => {
      network = next;
    },
    sentAs: (operation: string) => sent.filter(([name]) => name === operation),
    forget: () => {
      sent.length = 0;
    },
  };
};

const draftOf = (content: typeof SMALL, revision: number | null = null) => ({
  content,
  basedOn: 0,
  revision,
});

describe('saving a draft', () => {
  it('sends its shards in batches, then the draft; another browser gets it as it is', async () => {
    const { service, functions, sent, sentAs, mostAtOnce } = start();
    const seen: Progress[] = [];
    const saved = await service.saveDraft(draftOf(LARGE), (progress) => seen.push(progress));
    expect(saved).toMatchObject({ ok: true, value: { revision: 1, by: 'Name of ann' } });

    const { shards } = shardContent(LARGE);
    const uploads = sentAs('upload').map(([, input]) => input['shards']!);
    expect(uploads.flat()).toHaveLength(shards.size);
    for (const batch of uploads) expect(batch.length).toBeLessThanOrEqual(12);
    expect(sent.at(-1)![0]).toBe('saveDraft');
    expect(mostAtOnce()).toBeLessThanOrEqual(3);
    expect(seen[0]).toEqual({ done: 0, total: shards.size });
    expect(seen.at(-1)).toEqual({ done: shards.size, total: shards.size });

    const other = start(functions, 'sue');
    expect(await other.service.draft()).toMatchObject({
      ok: true,
      value: { revision: 1, content: LARGE },
    });
    for (const [, input] of other.sentAs('read')) {
      expect(input['hashes']!.length).toBeLessThanOrEqual(48);
    }
  });

  it('sends only what changed', async () => {
    const { service, sentAs, forget } = start();
    await service.saveDraft(draftOf(LARGE));
    forget();
    expect(await service.saveDraft(draftOf(withOneMore, 1))).toMatchObject({ ok: true });
    const uploaded = sentAs('upload').flatMap(([, input]) => input['shards']!);
    expect(uploaded.length).toBeLessThan(10);
    expect(sentAs('missing').flatMap(([, input]) => input['hashes']!)).toHaveLength(
      uploaded.length,
    );
  });

  it('takes none for granted for longer than a day: the service drops what nothing needs', async () => {
    const { service, sentAs, forget, forward } = start();
    await service.saveDraft(draftOf(LARGE));
    const hashes = shardContent(LARGE).shards.size;
    forget();
    forward(DAY - 1);
    await service.saveDraft(draftOf(LARGE, 1));
    expect(sentAs('missing')).toEqual([]);
    forward(1);
    await service.saveDraft(draftOf(LARGE, 2));
    expect(sentAs('missing').flatMap(([, input]) => input['hashes']!)).toHaveLength(hashes);
  });

  it('does not send what it has loaded, or what others have sent', async () => {
    const { functions, service } = start();
    const { manifest, shards } = shardContent(LARGE);
    await service.saveDraft(draftOf(LARGE));
    const loader = start(functions, 'sue');
    await loader.service.load(manifest);
    loader.forget();
    await loader.service.saveDraft(draftOf(LARGE, 1));
    expect(loader.sent.map(([operation]) => operation)).toEqual(['saveDraft']);

    const other = start(functions, 'sid');
    await other.service.saveDraft(draftOf(LARGE, 2));
    expect(other.sentAs('upload')).toEqual([]);
    expect(other.sentAs('missing').flatMap(([, input]) => input['hashes']!)).toHaveLength(
      shards.size,
    );
  });

  it('goes on where it was interrupted', async () => {
    const { service, sentAs, setNetwork, forget } = start();
    let left = 3;
    setNetwork(async (reply) => (left-- > 0 ? reply : null));
    expect(await service.saveDraft(draftOf(LARGE))).toEqual({
      ok: false,
      error: { code: 'unreachable', retryable: true, details: {} },
    });
    setNetwork(async (reply) => reply);
    const sentBefore = sentAs('upload').length;
    expect(sentBefore).toBeGreaterThan(0);
    forget();
    expect(await service.saveDraft(draftOf(LARGE))).toMatchObject({ ok: true });
    expect(sentAs('upload').flatMap(([, input]) => input['shards']!).length).toBeLessThan(
      shardContent(LARGE).shards.size,
    );
  });

  it('is refused with the draft that was there first', async () => {
    const { service, functions } = start();
    await service.saveDraft(draftOf(SMALL));
    const theirs = await start(functions, 'sid').service.saveDraft(draftOf(LARGE, 1));
    expect(theirs).toMatchObject({ ok: true });
    expect(await service.saveDraft(draftOf(withOneMore, 1))).toEqual({
      ok: false,
      error: {
        code: 'draft-moved',
        retryable: false,
        details: { current: theirs.ok && theirs.value },
      },
    });
  });

  it('sends everything anew to a Sync Service that has lost it', async () => {
    const { functions } = start();
    const moved = start(functions);
    await moved.service.saveDraft(draftOf(SMALL));
    const { shards } = shardContent(SMALL);
    for (const hash of shards.keys()) functions.remove(functions.shardMap(hash), hash);
    functions.goCold();
    expect(await moved.service.saveDraft(draftOf(SMALL, 1))).toMatchObject({ ok: true });
    expect(await start(functions).service.draft()).toMatchObject({
      value: { revision: 2, content: SMALL },
    });
  });
});

describe('loading', () => {
  const { manifest, shards } = shardContent(LARGE);
  const prepared = async () => {
    const { service, functions } = start();
    await service.saveDraft(draftOf(LARGE));
    return start(functions, 'agent');
  };

  it('asks for what the browser has not kept, and tells how far it is', async () => {
    const page = await prepared();
    const seen: Progress[] = [];
    const loaded = await page.service.load(manifest, {
      onProgress: (progress) => seen.push(progress),
    });
    expect(loaded).toEqual({ ok: true, value: LARGE });
    expect(page.kept).toEqual(shards);
    expect(seen.at(-1)).toEqual({ done: shards.size, total: shards.size });
    page.forget();
    expect(await page.service.load(manifest)).toEqual({ ok: true, value: LARGE });
    expect(page.sent).toEqual([]);
  });

  it('does not trust what the browser has kept', async () => {
    const page = await prepared();
    for (const hash of shards.keys()) page.kept.set(hash, '[]');
    expect(await page.service.load(manifest)).toEqual({ ok: true, value: LARGE });
    expect(page.kept).toEqual(shards);
  });

  it('asks for nothing that came with the news, and keeps it', async () => {
    const page = await prepared();
    const carried = new Map([...shards].filter(([, text]) => !text.includes('Option 7 ')));
    const asked: string[] = [];
    const loaded = await page.service.load(manifest, {
      carried,
      beforeAsking: async (hashes) => void asked.push(...hashes),
    });
    expect(loaded).toEqual({ ok: true, value: LARGE });
    expect(new Set(asked)).toEqual(
      new Set([...shards.keys()].filter((hash) => !carried.has(hash))),
    );
    expect(page.sentAs('read').flatMap(([, { hashes }]) => hashes)).toEqual(asked);
    expect(page.kept).toEqual(shards);
    page.forget();
    expect(
      await page.service.load(manifest, { carried: shards, beforeAsking: () => Promise.reject() }),
    ).toEqual({ ok: true, value: LARGE });
    expect(page.sent).toEqual([]);
  });

  it('does not trust what came with the news, and keeps none of it that nothing needs', async () => {
    const page = await prepared();
    const carried = new Map([...shards.keys()].map((hash) => [hash, '[]']));
    carried.set('b'.repeat(24), 'Not asked for');
    expect(await page.service.load(manifest, { carried })).toEqual({ ok: true, value: LARGE });
    expect(page.kept).toEqual(shards);
  });

  it('refuses what is not what its hash says, and keeps none of it', async () => {
    const page = await prepared();
    page.setNetwork(async (reply) => ({
      ...reply,
      body: reply.body.replace('Option 7', 'Option 8'),
    }));
    expect(await page.service.load(manifest)).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
    for (const [hash, text] of page.kept) expect(text).toBe(shards.get(hash));
  });

  it('refuses what is no catalog', async () => {
    const page = await prepared();
    const [hash] = [...shards].find(([, text]) => text.startsWith('['))!;
    expect(await page.service.load(hash)).toEqual({
      ok: false,
      error: { code: 'damaged', retryable: false, details: {} },
    });
  });

  it('says what is missing', async () => {
    const page = await prepared();
    const hash = 'A'.repeat(24);
    expect(await page.service.load(hash)).toEqual({
      ok: false,
      error: {
        code: 'shards-missing',
        retryable: false,
        details: { missing: [hash], count: 1 },
      },
    });
  });
});

describe('publishing', () => {
  it('puts the draft in force, takes it back, and tells of both', async () => {
    const { service, functions } = start();
    expect(await service.current()).toEqual({ ok: true, value: null });
    await service.saveDraft(draftOf(SMALL));
    const first = await service.publish({ revision: 1, expects: 0, note: NOTE });
    expect(first).toMatchObject({ ok: true, value: { version: 8, note: NOTE } });
    expect(await service.current()).toEqual(first);
    expect(await service.draft()).toEqual({ ok: true, value: null });
    functions.forward(1);
    await service.saveDraft({ content: LARGE, basedOn: 8, revision: null });
    await service.publish({ revision: 2, expects: 8, note: NOTE });
    const back = await service.rollBack(8, 9, NOTE);
    expect(back).toMatchObject({ ok: true, value: { version: 10, rolledBackTo: 8 } });
    expect(await service.versions()).toMatchObject({
      value: { items: [{ version: 10 }, { version: 9 }, { version: 8 }], next: null },
    });
    expect(await service.versions('000000000000009')).toMatchObject({
      value: { items: [{ version: 8 }] },
    });
    expect(await service.audit()).toMatchObject({
      value: { items: [{ action: 'rolled-back' }, {}, {}, {}, { action: 'draft-begun' }] },
    });
  });

  it('is refused with what happened', async () => {
    const { service, functions } = start();
    await service.saveDraft(draftOf(SMALL));
    const theirs = await start(functions, 'bob').service.publish({
      revision: 1,
      expects: 0,
      note: 'By Bob',
    });
    expect(await service.publish({ revision: 1, expects: 0, note: NOTE })).toEqual({
      ok: false,
      error: {
        code: 'version-moved',
        retryable: false,
        details: { current: theirs.ok && theirs.value },
      },
    });
  });

  it('discards', async () => {
    const { service } = start();
    await service.saveDraft(draftOf(SMALL));
    expect(await service.discardDraft(1)).toEqual({ ok: true, value: null });
    expect(await service.draft()).toEqual({ ok: true, value: null });
  });
});

describe('a network that fails', () => {
  it('is tried again after growing waits, as often as it says', async () => {
    const { service, sent, waits, setNetwork } = start();
    setNetwork(async () => null);
    expect(await service.current()).toEqual({
      ok: false,
      error: { code: 'unreachable', retryable: true, details: {} },
    });
    expect(sent).toHaveLength(5);
    expect(waits).toEqual([188, 375, 750, 1500]);
  });

  it('loses an answer without doing it twice', async () => {
    const { service, functions, setNetwork, forget } = start();
    await service.saveDraft(draftOf(SMALL));
    forget();
    let lost = false;
    setNetwork(async (reply) => {
      if (lost) return reply;
      lost = true;
      return null;
    });
    expect(await service.publish({ revision: 1, expects: 0, note: NOTE })).toMatchObject({
      ok: true,
      value: { version: 8 },
    });
    expect(functions.entries('debrief.audit')).toHaveLength(2);
  });

  it('brings a page in between: tried again; a refusal is not', async () => {
    const page = start();
    page.setNetwork(async () => ({ status: 502, body: '<html>' }));
    expect(await page.service.current()).toMatchObject({ error: { code: 'unreadable' } });
    expect(page.sent).toHaveLength(5);

    const other = start(undefined, 'auditor');
    expect(await other.service.current()).toMatchObject({
      error: { code: 'role-refused', retryable: false },
    });
    expect(other.sent).toHaveLength(1);
  });
});
