import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import type { Aside, Clock, Draft } from '../../../src/app/ports';
import { createSealer, type Sealer } from '../../../src/infra/sealer';
import { createIndexedDbDrafts } from '../../../src/infra/indexedDbDrafts';

const HOUR = 60 * 60 * 1000;
const draftOf = (reservationSid: string, parts: Partial<Draft> = {}): Draft => ({
  flushed: false,
  transferred: false,
  at: 0,
  refusals: null,
  turn: 0,
  capture: { reservationSid, catalogVersion: 1, formId: 'f', answers: {}, saved: [], past: [] },
  ...parts,
});
const saying = (text: string, turn = 0): Draft => {
  const draft = draftOf('WR1', { turn });
  const note = { value: { kind: 'text', text }, origin: 'agent' } as const;
  return { ...draft, capture: { ...draft.capture, answers: { note } } };
};

let pages = 0;
/** Every browser here answers in time, but where a test lets the time pass. */
const clockAt = (now: number, wait: Clock['wait'] = () => new Promise(() => undefined)): Clock => ({
  now: () => now,
  wait,
  random: () => (pages += 1) / 1000,
});

/** Seals nothing, and at once. */
const OPEN: Sealer = { seal: async () => null, unseal: async () => null };
const NOTHING: ReadonlySet<string> = new Set();

interface Opened {
  readonly sealer?: Sealer;
  readonly personal?: ReadonlySet<string>;
  readonly wait?: Clock['wait'];
}

const open = (
  workerSid: string,
  now = 0,
  { sealer = OPEN, personal = NOTHING, wait }: Opened = {},
) => {
  const onUnavailable = jest.fn();
  const onUnreadable = jest.fn();
  const page = new EventTarget();
  const store = createIndexedDbDrafts({
    workerSid,
    clock: clockAt(now, wait),
    sealer,
    onUnavailable,
    onUnreadable,
    page,
  });
  const drafts = {
    ...store,
    save: (sid: string, draft: Draft) => store.save(sid, draft, personal),
  };
  return { drafts, unavailable: onUnavailable, unreadable: onUnreadable, page };
};

/** Counts writes, and can hold up their transactions as a slow disk does. */
const watchPuts = () => {
  const put = jest.spyOn(IDBObjectStore.prototype, 'put');
  return { texts: () => put.mock.calls.map(([value]) => JSON.stringify(value)), put };
};

afterEach(() => jest.restoreAllMocks());

it('gives back a draft by its reservation, in a later page too', async () => {
  await open('WK1').drafts.save('WR1', draftOf('WR1'));
  const { drafts, unavailable } = open('WK1');
  expect(await drafts.load('WR1')).toEqual(draftOf('WR1'));
  expect(await drafts.load('WR2')).toBeNull();
  expect(unavailable).not.toHaveBeenCalled();
});

it("keeps two workers' drafts apart", async () => {
  await open('WK2').drafts.save('WR1', draftOf('WR1'));
  expect(await open('WK3').drafts.load('WR1')).toBeNull();
});

it('removes a draft, also one that was on its way', async () => {
  const { drafts } = open('WK4');
  await drafts.save('WR1', draftOf('WR1'));
  void drafts.save('WR1', saying('a'));
  const saved = drafts.save('WR1', saying('ab'));
  await drafts.remove('WR1');
  await saved;
  expect(await drafts.load('WR1')).toBeNull();
});

it('forgets drafts after 48 hours, and only those', async () => {
  await open('WK5', 0).drafts.save('old', draftOf('old'));
  await open('WK5', 40 * HOUR).drafts.save('young', draftOf('young'));
  const { drafts, unavailable } = open('WK5', 49 * HOUR);
  expect(await drafts.load('old')).toBeNull();
  expect(await drafts.load('young')).toEqual(draftOf('young'));
  expect(unavailable).not.toHaveBeenCalled();
});

describe('while the agent types', () => {
  const TYPED = Array.from({ length: 200 }, (_, length) => 'x'.repeat(length + 1));

  it('a burst of keys is a few writes, and the last key is the last of them', async () => {
    const { drafts } = open('WK7');
    await drafts.load('WR1');
    const { put } = watchPuts();
    const saves = TYPED.map((text) => drafts.save('WR1', saying(text)));
    await Promise.all(saves);
    expect(put.mock.calls.length).toBeLessThanOrEqual(3);
    expect(await drafts.load('WR1')).toEqual(saying(TYPED[TYPED.length - 1]!));
  });

  it('asks the browser to say it is done when it is on the disk', async () => {
    const { drafts } = open('WK8');
    const transaction = jest.spyOn(IDBDatabase.prototype, 'transaction');
    await drafts.save('WR1', saying('a'));
    expect(transaction).toHaveBeenCalledWith('drafts', 'readwrite', { durability: 'strict' });
  });

  it.each(['pagehide', 'visibilitychange'])(
    'the newest is handed over at %s, whatever is still being written',
    async (event) => {
      const { drafts, page } = open(`WK9-${event}`);
      await drafts.load('WR1');
      const { texts } = watchPuts();
      void drafts.save('WR1', saying('a'));
      void drafts.save('WR1', saying('ab'));
      page.dispatchEvent(new Event(event));
      // What a dying page still runs: the end of this task, and nothing that is answered later.
      for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
      expect(texts().some((text) => text.includes('"ab"'))).toBe(true);
      await drafts.save('WR1', saying('abc'));
      expect(await drafts.load('WR1')).toEqual(saying('abc'));
    },
  );

  it('a write that is late never replaces a newer one of the same page', async () => {
    const { drafts, page } = open('WK10');
    await drafts.load('WR1');
    const first = drafts.save('WR1', saying('a'));
    void drafts.save('WR1', saying('ab'));
    page.dispatchEvent(new Event('pagehide'));
    await first;
    expect(await drafts.load('WR1')).toEqual(saying('ab'));
  });

  it('one that took longer to seal replaces no newer one either', async () => {
    const seals: (() => void)[] = [];
    const sealer: Sealer = {
      seal: () => new Promise((resolve) => seals.push(() => resolve(null))),
      unseal: async () => null,
    };
    const { drafts, page } = open('WK12', 0, { sealer });
    await drafts.load('WR1');
    const first = drafts.save('WR1', saying('a'));
    const second = drafts.save('WR1', saying('ab'));
    page.dispatchEvent(new Event('pagehide'));
    seals[1]!();
    for (let turns = 0; turns < 1000 && (await drafts.load('WR1')) === null; turns += 1);
    seals[0]!();
    await Promise.all([first, second]);
    expect(await drafts.load('WR1')).toEqual(saying('ab'));
  });

  it('a tab that has lost its turn replaces nothing', async () => {
    const [before, after] = [open('WK11').drafts, open('WK11').drafts];
    await after.save('WR1', saying('new', 2));
    await before.save('WR1', saying('old', 1));
    expect(await after.load('WR1')).toEqual(saying('new', 2));
    // Without turns the last one wins.
    await before.save('WR1', saying('newest', 2));
    expect(await after.load('WR1')).toEqual(saying('newest', 2));
  });
});

describe('a browser that keeps nothing', () => {
  it('is told once when it refuses from the start, and all goes on', async () => {
    jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const { drafts, unavailable } = open('WK6');
    expect(await drafts.load('WR1')).toBeNull();
    await drafts.save('WR1', draftOf('WR1'));
    expect(unavailable).toHaveBeenCalledTimes(1);
  });

  it('is told once when it is full later, and stores again when there is room', async () => {
    const { drafts, unavailable } = open('WK12');
    await drafts.save('WR1', saying('a'));
    expect(unavailable).not.toHaveBeenCalled();
    const full = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await drafts.save('WR1', saying('ab'));
    await drafts.save('WR1', saying('abc'));
    expect(unavailable).toHaveBeenCalledTimes(1);
    expect(await drafts.load('WR1')).toEqual(saying('a'));
    full.mockRestore();
    await drafts.save('WR1', saying('abcd'));
    expect(await drafts.load('WR1')).toEqual(saying('abcd'));
  });

  it('is told where it leaves the request to open without an answer, and stores once there is one', async () => {
    // Another tab has an older version open, and does not let go of it.
    const older = await openDB('debrief-drafts-WK14', 1, {
      upgrade: (db) => void db.createObjectStore('drafts'),
    });
    const { drafts, unavailable } = open('WK14', 0, { wait: async () => undefined });
    expect(await drafts.load('WR1')).toBeNull();
    await drafts.save('WR1', saying('a'));
    expect(unavailable).toHaveBeenCalledTimes(1);
    older.close();
    while ((await drafts.load('WR1')) === null) {
      await new Promise((resolve) => setImmediate(resolve));
      await drafts.save('WR1', saying('ab'));
    }
    expect(await drafts.load('WR1')).toEqual(saying('ab'));
  });

  it('that has lost the key says so once, and what is answered then takes the place', async () => {
    const sealer = createSealer('WK15');
    await open('WK15', 0, { sealer }).drafts.save('WR1', saying('old', 3));
    const lost = createSealer('WK15-lost');
    const { drafts, unreadable } = open('WK15', HOUR, { sealer: lost });
    expect(await drafts.load('WR1')).toBeNull();
    expect(await drafts.load('WR1')).toBeNull();
    expect(unreadable).toHaveBeenCalledTimes(1);
    // A page that could not read it begins with the first turn.
    await drafts.save('WR1', saying('new', 1));
    expect(await open('WK15', HOUR, { sealer: lost }).drafts.load('WR1')).toEqual(saying('new', 1));
    expect(await open('WK15', HOUR).drafts.load('WR2')).toBeNull();
  });

  it('says so as well of what expires and cannot be read', async () => {
    const sealer = createSealer('WK16');
    await open('WK16', 0, { sealer }).drafts.save('WR1', saying('old'));
    const { drafts, unreadable } = open('WK16', 49 * HOUR, { sealer: createSealer('WK16-lost') });
    expect(await drafts.aside()).toEqual([]);
    expect(unreadable).toHaveBeenCalledTimes(1);
  });

  it('does not keep a newer version of this plugin, in another tab, from opening', async () => {
    const { drafts } = open('WK13');
    await drafts.save('WR1', saying('a'));
    const newer = await openDB('debrief-drafts-WK13', 99);
    expect(newer.version).toBe(99);
    newer.close();
  });
});

describe('personal data', () => {
  const SECRET = 'Ada Lovelace, 4111 1111 1111 1111';
  /** Everything that is on the disk, as text. */
  const bytesOf = async (workerSid: string): Promise<string> => {
    const db = await openDB(`debrief-drafts-${workerSid}`);
    const rows: unknown[] = await db.getAll('drafts');
    db.close();
    return rows
      .map((row) =>
        JSON.stringify(row, (_key, value: unknown) =>
          value instanceof ArrayBuffer || ArrayBuffer.isView(value)
            ? Buffer.from(value as ArrayBuffer).toString('latin1')
            : value,
        ),
      )
      .join('\n');
  };

  it('is nowhere in what is stored, and comes back in a later page', async () => {
    const sealer = createSealer('WKS1');
    const { drafts } = open('WKS1', 0, { sealer });
    await drafts.save('WR1', saying(SECRET));
    const bytes = await bytesOf('WKS1');
    expect(bytes).toContain('"page"');
    expect(bytes).not.toContain('Lovelace');
    expect(bytes).not.toContain('4111');
    const later = open('WKS1', 0, { sealer: createSealer('WKS1') });
    expect(await later.drafts.load('WR1')).toEqual(saying(SECRET));
  });

  it('is sealed with a key that nobody can take out, and another one opens nothing', async () => {
    const { drafts } = open('WKS2', 0, { sealer: createSealer('WKS2') });
    await drafts.save('WR1', saying(SECRET));
    const db = await openDB('debrief-keys-WKS2');
    const key = (await db.get('keys', 'drafts')) as CryptoKey;
    db.close();
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    const stranger = open('WKS2', 0, { sealer: createSealer('WKS2-other') });
    expect(await stranger.drafts.load('WR1')).toBeNull();
  });

  it('two tabs that start at once have one key', async () => {
    const [one, other] = [createSealer('WKS3'), createSealer('WKS3')];
    const sealed = await one.seal({ a: 1 });
    expect(await other.unseal(sealed!)).toEqual({ a: 1 });
  });

  it('is not stored where the browser cannot seal; the rest is', async () => {
    const { drafts } = open('WKS4', 0, { personal: new Set(['note']) });
    const draft = saying(SECRET);
    await drafts.save('WR1', {
      ...draft,
      capture: {
        ...draft.capture,
        answers: { ...draft.capture.answers, kept: { value: null, origin: 'agent' } },
        past: [draft.capture.answers],
      },
    });
    expect(await bytesOf('WKS4')).not.toContain('Lovelace');
    expect(await drafts.load('WR1')).toMatchObject({
      capture: { answers: { kept: { value: null, origin: 'agent' } }, past: [{}] },
    });
  });
});

describe('what is put aside', () => {
  const LOST: Aside = {
    reservationSid: 'WR1',
    reason: 'ended',
    at: 5,
    formId: 'f',
    catalogVersion: 1,
    values: { note: { kind: 'text', text: 'Lovelace' } },
  };

  it('a draft that nobody came back to is kept for the agent to look at, until it is put away', async () => {
    const sealer = createSealer('WKA1');
    await open('WKA1', 0, { sealer }).drafts.save('WR1', saying('half a sentence'));
    const { drafts } = open('WKA1', 49 * HOUR, { sealer });
    const [aside, ...others] = await drafts.aside();
    expect(others).toEqual([]);
    expect(aside).toMatchObject({
      reservationSid: 'WR1',
      reason: 'expired',
      values: { note: { kind: 'text', text: 'half a sentence' } },
    });
    expect(await drafts.load('WR1')).toBeNull();
    await drafts.forgetAside(aside!);
    expect(await open('WKA1', 50 * HOUR, { sealer }).drafts.aside()).toEqual([]);
  });

  it('a draft that expires while the disk is full stays, is not applied, and is kept once there is room', async () => {
    const sealer = createSealer('WKA5');
    await open('WKA5', 0, { sealer }).drafts.save('WR1', saying('half a sentence'));
    const put = IDBObjectStore.prototype.put;
    const full = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...parts
    ) {
      if (this.name === 'aside') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, parts);
    });
    const { drafts } = open('WKA5', 49 * HOUR, { sealer });
    expect(await drafts.aside()).toEqual([]);
    expect(await drafts.load('WR1')).toBeNull();
    full.mockRestore();
    expect(await open('WKA5', 50 * HOUR, { sealer }).drafts.aside()).toMatchObject([
      { reason: 'expired', values: { note: { text: 'half a sentence' } } },
    ]);
  });

  it('is there in a later page, unreadable on the disk, and goes after two weeks', async () => {
    const sealer = createSealer('WKA2');
    await open('WKA2', 0, { sealer }).drafts.setAside(LOST, NOTHING);
    const db = await openDB('debrief-drafts-WKA2');
    expect(JSON.stringify(await db.getAll('aside'))).not.toContain('Lovelace');
    db.close();
    expect(await open('WKA2', 13 * 24 * HOUR, { sealer }).drafts.aside()).toEqual([LOST]);
    expect(await open('WKA2', 15 * 24 * HOUR, { sealer }).drafts.aside()).toEqual([]);
  });

  it('holds no personal data where the browser cannot seal', async () => {
    const { drafts } = open('WKA3');
    await drafts.setAside(LOST, new Set(['note']));
    expect(await drafts.aside()).toEqual([{ ...LOST, values: {} }]);
  });

  it('drafts of before there was such a place are still found', async () => {
    const old = await openDB('debrief-drafts-WKA4', 1, {
      upgrade: (db) => void db.createObjectStore('drafts'),
    });
    await old.put('drafts', { savedAt: 0, draft: saying('kept') }, 'WR1');
    old.close();
    expect(await open('WKA4').drafts.load('WR1')).toEqual(saying('kept'));
  });
});

describe('of a reservation that is over', () => {
  const UNSEEN: Aside = {
    reservationSid: 'WR1',
    reason: 'unseen',
    at: 5,
    formId: 'f',
    catalogVersion: 1,
    values: { note: { kind: 'text', text: 'Lovelace' } },
  };
  const asides = (workerSid: string, now = 0) => open(workerSid, now).drafts.aside();
  /** How many drafts there are, and how much that was put aside. */
  const rows = async (workerSid: string): Promise<readonly number[]> => {
    const db = await openDB(`debrief-drafts-${workerSid}`);
    const counts = [await db.count('drafts'), await db.count('aside')];
    db.close();
    return counts;
  };

  it('only what earlier pages have stored may be left behind', async () => {
    await open('WKL1').drafts.save('WR1', saying('a'));
    const { drafts } = open('WKL1');
    await drafts.save('WR2', draftOf('WR2'));
    expect(await drafts.left(() => true)).toEqual(new Map([['WR1', saying('a')]]));
    await drafts.retire('WR2', null);
    expect(await rows('WKL1')).toEqual([2, 0]);
    expect(await drafts.load('WR2')).toEqual(draftOf('WR2'));
  });

  it('goes, and what is to be listed is there until it is put away', async () => {
    await open('WKL2').drafts.save('WR1', saying('Lovelace'));
    const { drafts } = open('WKL2');
    await drafts.retire('WR1', UNSEEN);
    expect(await drafts.left(() => true)).toEqual(new Map());
    expect(await asides('WKL2')).toEqual([UNSEEN]);
    await drafts.forgetAside(UNSEEN);
    expect(await rows('WKL2')).toEqual([0, 0]);
  });

  it('comes back where the reservation is there after all, and is listed no more', async () => {
    await open('WKL3').drafts.save('WR1', saying('Lovelace'));
    await open('WKL3').drafts.retire('WR1', UNSEEN);
    expect(await open('WKL3').drafts.load('WR1')).toEqual(saying('Lovelace'));
    expect(await rows('WKL3')).toEqual([1, 0]);
    expect(await open('WKL3').drafts.load('WR1')).toEqual(saying('Lovelace'));
  });

  it('does not come back over what was answered since', async () => {
    await open('WKL4').drafts.save('WR1', saying('Lovelace'));
    await open('WKL4').drafts.retire('WR1', UNSEEN);
    await open('WKL4').drafts.save('WR1', saying('Byron'));
    expect(await open('WKL4').drafts.load('WR1')).toEqual(saying('Byron'));
    expect(await rows('WKL4')).toEqual([1, 0]);
  });

  it('with nothing to be listed is kept for two days, and shown to nobody', async () => {
    await open('WKL5').drafts.save('WR1', saying('on the task'));
    await open('WKL5').drafts.retire('WR1', null);
    expect(await asides('WKL5', 47 * HOUR)).toEqual([]);
    expect(await rows('WKL5')).toEqual([0, 1]);
    await asides('WKL5', 49 * HOUR);
    expect(await rows('WKL5')).toEqual([0, 0]);
  });

  it('is unreadable on the disk', async () => {
    const sealer = createSealer('WKL6');
    await open('WKL6', 0, { sealer }).drafts.save('WR1', saying('Lovelace'));
    await open('WKL6', 0, { sealer }).drafts.retire('WR1', UNSEEN);
    const db = await openDB('debrief-drafts-WKL6');
    expect(JSON.stringify(await db.getAll('aside'))).not.toContain('Lovelace');
    db.close();
    expect(await open('WKL6', 0, { sealer }).drafts.aside()).toEqual([UNSEEN]);
  });
});
