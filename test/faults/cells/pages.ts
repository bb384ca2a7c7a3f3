import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { HOUR_MS, jump, withClock } from '../clock';
import { flex, type FlexCell } from '../flexCell';
import { BOTH, OUTCOME } from '../literals';
import type { Scene } from '../Scene';

type Story = FlexCell['story'];

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

/** The save stands still, so that what strikes strikes in its middle. */
const whileSaving = async (scene: Scene): Promise<void> => {
  await scene.fault('task.update', { type: 'hang' });
  await scene.complete();
  await scene.asked('task.update', 1);
};

/** What is back completes. */
const goesOn = async (scene: Scene): Promise<void> => {
  await scene.back();
  await scene.showsBoth();
  await scene.complete();
  await scene.ends();
};

/** The agent closes Flex, and somebody completes the task. */
const endsWhileClosed = async (scene: Scene): Promise<void> => {
  await scene.leaves();
  await scene.sandbox.completeFromOutside(scene.task);
  await scene.ends();
};

// ---- kills

/** Wrap-up has begun, and its save stands still. */
const whileFlushing = async (scene: Scene): Promise<void> => {
  await scene.fault('functions.call', { type: 'hang' });
  await scene.wrapUp();
};

/** The page’s process dies; the agent opens Flex again in the same browser. */
const crashTab = async (scene: Scene): Promise<void> => {
  const { page } = scene;
  const devtools = await scene.devtools();
  const crashed = page.waitForEvent('crash');
  // No answer comes out of a process that is gone.
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const context = page.context();
  await page.close();
  await scene.takePage(await context.newPage());
  await scene.atWork();
};

const tabKilledAt =
  (moment: 'capture' | 'flush' | 'save' | 'restore'): Story =>
  async (scene) => {
    await scene.ownWindow();
    await (moment === 'flush' ? scene.callAnswered() : scene.answered());
    await scene.onDisk();
    if (moment === 'flush') await whileFlushing(scene);
    if (moment === 'save') await whileSaving(scene);
    await crashTab(scene);
    if (moment === 'restore') {
      // Dies once more as the answers are being brought back.
      await crashTab(scene);
    }
    await goesOn(scene);
  };

const LAUNCH = (): Parameters<typeof chromium.launchPersistentContext>[1] => ({
  ...(process.env['DEBRIEF_CHROMIUM'] ? { executablePath: process.env['DEBRIEF_CHROMIUM'] } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
  ],
  viewport: { width: 1400, height: 900 },
});

const processOf = async (browser: Browser): Promise<number> => {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return processInfo.find(({ type }) => type === 'browser')!.id;
};

/** The browser is killed, without a word to its pages, and started again with the same profile. */
const browserKilledAt =
  (moment: 'capture' | 'flush' | 'save' | 'restore'): Story =>
  async (scene) => {
    const profile = await mkdtemp(join(tmpdir(), 'debrief-profile-'));
    scene.keep({ close: () => rm(profile, { recursive: true, force: true }) });
    const start = async () => {
      const context = await chromium.launchPersistentContext(profile, LAUNCH());
      scene.keep(context);
      await scene.takePage(context.pages()[0] ?? (await context.newPage()));
      return context;
    };
    const dies = async (context: Awaited<ReturnType<typeof start>>) => {
      const closed = context.waitForEvent('close');
      process.kill(await processOf(context.browser()!), 'SIGKILL');
      await closed;
    };
    const first = await start();
    await (moment === 'flush' ? scene.callAnswered() : scene.answered());
    await scene.onDisk();
    if (moment === 'flush') await whileFlushing(scene);
    if (moment === 'save') await whileSaving(scene);
    await dies(first);
    const second = await start();
    await scene.atWork();
    if (moment === 'restore') {
      // Dies once more as the answers are being brought back.
      await dies(second);
      await start();
      await scene.atWork();
    }
    await goesOn(scene);
  };

// ---- sleep

const sleep = async (scene: Scene, work: () => Promise<unknown>): Promise<void> => {
  const devtools = await scene.devtools();
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await work();
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
};

// ---- storage

const NO_ROOM = /^Debrief: this browser refuses to store drafts\./;

/** What becomes of a write into a database of nobody's. */
const tryToStore = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('full', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('all');
        opening.onerror = () => resolve(opening.error!.name);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('all', 'readwrite', { durability: 'strict' });
          transaction.objectStore('all').put('something', 'somewhere');
          const end = (how: string) => {
            database.close();
            resolve(how);
          };
          transaction.oncomplete = () => end('stored');
          transaction.onabort = () => end(transaction.error!.name);
        };
      }),
  );

/** Chromium goes by the room that it knew of for half a minute. */
const fillStorage = async (scene: Scene): Promise<void> => {
  const devtools = await scene.devtools();
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: scene.sandbox.addresses.people.agent1,
    quotaSize: 1,
  });
  await expect.poll(() => tryToStore(scene.page), { timeout: 60_000 }).toBe('QuotaExceededError');
};

// ---- a second tab

const FOLLOWS = /^Another tab of this browser writes these answers\./;

export const PAGES: readonly FlexCell[] = [
  overFunctions(
    'reload',
    'capture',
    'saved',
    async (scene) => {
      await scene.answered();
      await scene.onDisk();
      await scene.flex.reload();
      await goesOn(scene);
    },
    { seen: true },
  ),
  overFunctions(
    'reload',
    'flush at wrap-up',
    'saved',
    async (scene) => {
      await scene.callAnswered();
      await scene.fault('functions.call', { type: 'hang' });
      await scene.wrapUp();
      await scene.onDisk();
      await scene.flex.reload();
      await goesOn(scene);
    },
    { seen: true },
  ),
  overSdk('reload', 'save at Complete', 'saved', async (scene) => {
    await scene.answered();
    await whileSaving(scene);
    await scene.flex.reload();
    await goesOn(scene);
  }),
  overFunctions('reload', 'restore', 'saved', async (scene) => {
    await scene.answered();
    await scene.onDisk();
    await scene.flex.reload();
    // At once again, whatever was being brought back.
    await scene.flex.reload();
    await goesOn(scene);
  }),

  overFunctions('tab kill', 'capture', 'saved', tabKilledAt('capture')),
  overSdk('tab kill', 'save at Complete', 'saved', tabKilledAt('save')),
  overFunctions('tab kill', 'flush at wrap-up', 'saved', tabKilledAt('flush')),
  overFunctions('tab kill', 'restore', 'saved', tabKilledAt('restore')),
  overFunctions('browser kill', 'capture', 'saved', browserKilledAt('capture')),
  overFunctions('browser kill', 'flush at wrap-up', 'saved', browserKilledAt('flush')),
  overSdk('browser kill', 'save at Complete', 'saved', browserKilledAt('save')),
  overFunctions('browser kill', 'restore', 'saved', browserKilledAt('restore')),

  overFunctions('second tab', 'capture', 'told, then saved', async (scene) => {
    await scene.taken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    const first = scene.flex;
    const second = await scene.secondTab();
    scene.flex = second;
    await scene.back();
    await scene.hears(FOLLOWS);
    await second.panel.getByRole('button', { name: 'Write here' }).click();
    await second.choose('Campaign', 'Renewals');
    await first.complete();
    await scene.ends();
    await second.expectNoTask();
  }),
  overFunctions('second tab', 'flush at wrap-up', 'told, then saved', async (scene) => {
    await scene.callAnswered();
    scene.flex = await scene.secondTab();
    await scene.back();
    await scene.hears(FOLLOWS);
    scene.flex = scene.parts.flex;
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await scene.complete();
    await scene.ends();
    expect(await scene.count('api.task.update')).toBe(1);
  }),
  overFunctions('second tab', 'save at Complete', 'told, then saved', async (scene) => {
    await scene.answered();
    const second = await scene.secondTab();
    scene.flex = second;
    await scene.back();
    await scene.hears(FOLLOWS);
    // Shown as text, since the first tab writes.
    await expect(second.text('Outcome')).toHaveValue('Resolved in this contact');
    await expect(second.text('Campaign')).toHaveValue('Renewals');
    // For the press that comes second, the task may be gone before its button is.
    await Promise.allSettled([scene.parts.flex.complete(), second.complete()]);
    await scene.ends();
    await second.expectNoTask();
  }),
  overFunctions('second tab', 'restore', 'told, then saved', async (scene) => {
    await scene.taken();
    const second = await scene.secondTab();
    scene.flex = second;
    await scene.back();
    await scene.hears(FOLLOWS);
    await second.panel.getByRole('button', { name: 'Write here' }).click();
    await second.answerService();
    await scene.onDisk();
    // The tab that wrote is gone; the first has its answers.
    await second.page.close();
    scene.flex = scene.parts.flex;
    await goesOn(scene);
  }),

  overFunctions('storage full', 'capture', 'told, then saved', async (scene) => {
    await scene.ownWindow();
    await scene.taken();
    await fillStorage(scene);
    await scene.flex.answerService();
    await scene.hears(NO_ROOM);
    await scene.flex.closeNotice('Debrief');
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('storage full', 'flush at wrap-up', 'told, then saved', async (scene) => {
    await scene.ownWindow();
    await scene.callTaken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.onDisk();
    await fillStorage(scene);
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.hears(NO_ROOM);
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await scene.complete();
    await scene.ends();
  }),
  overSdk('storage full', 'save at Complete', 'told, then saved', async (scene) => {
    await scene.ownWindow();
    await scene.answered();
    await scene.onDisk();
    await fillStorage(scene);
    await scene.fault('task.update', { type: 'status', status: 500 }, 'until-off');
    await scene.complete();
    await scene.hears(/Twilio has a problem right now\./);
    await scene.faultsEnd();
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('storage full', 'restore', 'told, then saved', async (scene) => {
    await scene.ownWindow();
    await scene.taken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.onDisk();
    await fillStorage(scene);
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.hears(NO_ROOM);
    await scene.flex.reload();
    await scene.back();
    await expect(scene.flex.field('Outcome')).toHaveValue('Resolved in this contact');
    // As the notice says: what was answered since is gone with the page.
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
  }),

  overFunctions('clock jump', 'capture', 'saved', async (scene) => {
    await scene.ownWindow(withClock);
    await scene.taken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await jump(scene, 72 * HOUR_MS);
    await scene.flex.choose('Campaign', 'Renewals');
    await jump(scene, -72 * HOUR_MS);
    await scene.onDisk();
    await scene.flex.reload();
    await goesOn(scene);
  }),
  overFunctions('clock jump', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.ownWindow(withClock);
    await scene.callAnswered();
    await scene.onDisk();
    await jump(scene, 72 * HOUR_MS);
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await jump(scene, -72 * HOUR_MS);
    await scene.complete();
    await scene.ends();
  }),
  overSdk('clock jump', 'save at Complete', 'told, then saved', async (scene) => {
    await scene.ownWindow(withClock);
    await scene.answered();
    await scene.fault('task.update', { type: 'status', status: 429, retryAfterSeconds: 1 });
    await scene.complete();
    await scene.hears('Waiting to save');
    await jump(scene, -72 * HOUR_MS);
    await scene.ends(60_000);
  }),
  overFunctions('clock jump', 'restore', 'kept aside', async (scene) => {
    await scene.ownWindow(withClock);
    await scene.answered();
    scene.expected = scene.holding('');
    await scene.onDisk();
    await endsWhileClosed(scene);
    // Whatever is known of the reservation: nobody came back in time.
    await withClock(scene.page, 49 * HOUR_MS);
    await scene.atWork();
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),

  overFunctions('sleeping tab', 'capture', 'saved', async (scene) => {
    await scene.ownWindow();
    scene.expected = scene.holding(BOTH).replace('"stage":"open"', '"stage":"won"');
    await scene.taken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await sleep(scene, () => scene.otherWrites({ 'crm.stage': 'won' }));
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('sleeping tab', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.ownWindow();
    await scene.callAnswered();
    await scene.onDisk();
    await sleep(scene, async () => {
      await scene.wrapUp();
    });
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await scene.complete();
    await scene.ends();
  }),
  overSdk('sleeping tab', 'save at Complete', 'saved', async (scene) => {
    await scene.ownWindow();
    await scene.answered();
    await scene.fault('task.update', { type: 'delay', ms: 1_000, of: 'answer' });
    await scene.complete();
    await scene.asked('task.update', 1);
    await sleep(scene, () => expect.poll(scene.attributes).toBe(scene.holding(BOTH)));
    await scene.ends();
  }),

  overFunctions('sleeping tab', 'restore', 'saved', async (scene) => {
    await scene.ownWindow();
    scene.expected = scene.holding(BOTH).replace('"stage":"open"', '"stage":"won"');
    await scene.answered();
    await scene.onDisk();
    await scene.page.reload();
    await sleep(scene, () => scene.otherWrites({ 'crm.stage': 'won' }));
    await goesOn(scene);
  }),

  overFunctions('outside completion', 'restore', 'saved', async (scene) => {
    await scene.callAnswered();
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await endsWhileClosed(scene);
    await scene.atWork();
    await scene.flex.expectNoTask();
  }),
  overSdk('outside completion', 'restore', 'kept aside', async (scene) => {
    await scene.answered();
    scene.expected = scene.holding('');
    await scene.onDisk();
    await endsWhileClosed(scene);
    await scene.atWork();
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),
  overFunctions('socket drop', 'restore', 'saved', async (scene) => {
    await scene.callTaken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(OUTCOME));
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.onDisk();
    await scene.flex.reload();
    await scene.sandbox.post('events/drop', { refuseSeconds: 2 });
    await goesOn(scene);
  }),
];
