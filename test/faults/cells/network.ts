import type { Fault } from '../../../sandbox/control/api';
import { flex, type FlexCell } from '../flexCell';
import { BOTH, OUTCOME } from '../literals';
import { expect } from '@playwright/test';

type Story = FlexCell['story'];

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

const NO_CONNECTION = /^There is no connection to Twilio\./;
const PROBLEM = /Twilio has a problem right now\./;
const KEEPS_CHANGING = /^Something else keeps changing this task\. Try again\./;
const TOO_LONG = /^(Saving took too long|Twilio did not answer in time)\. Try again\./;
const WAITS = 'Waiting to save';

/** One call goes wrong at Complete; the agent presses once. */
const onceAtSave =
  (operation: string, kind: Fault['kind'], calls?: number): Story =>
  async (scene) => {
    await scene.answered();
    await scene.fault(operation, kind);
    await scene.complete();
    await scene.ends();
    if (calls !== undefined) expect(await scene.count(operation)).toBe(calls);
  };

/** It goes on; the agent is told, nothing is written, and a press when it is over completes. */
const lastingAtSave =
  (operation: string, kind: Fault['kind'], said: string | RegExp): Story =>
  async (scene) => {
    await scene.answered();
    await scene.fault(operation, kind, 'until-off');
    await scene.complete();
    await scene.hears(said);
    expect(await scene.attributes()).toBe(scene.holding(''));
    await scene.faultsEnd();
    await scene.complete();
    await scene.ends();
  };

/** One call goes wrong as wrap-up begins, with half of the answers given. */
const onceAtFlush =
  (operation: string, kind: Fault['kind']): Story =>
  async (scene) => {
    await scene.callTaken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.fault(operation, kind);
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(OUTCOME));
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
  };

const lastingAtFlush =
  (operation: string, kind: Fault['kind'], said: string | RegExp): Story =>
  async (scene) => {
    await scene.callAnswered();
    await scene.fault(operation, kind, 'until-off');
    await scene.wrapUp();
    await scene.hears(said);
    expect(await scene.attributes()).toBe(scene.holding(''));
    await scene.faultsEnd();
    await scene.complete();
    await scene.ends(45_000);
  };

/** It goes on while the page is loaded anew, in the middle of wrap-up. */
const atRestore =
  (operation: string, kind: Fault['kind'], times: 1 | 'until-off' = 'until-off'): Story =>
  async (scene) => {
    await scene.callAnswered();
    await scene.onDisk();
    await scene.fault(operation, kind, times);
    await scene.wrapUp();
    await scene.flex.reload();
    await scene.back();
    await scene.showsBoth();
    await scene.faultsEnd();
    await scene.complete();
    await scene.ends(45_000);
  };

const offlineAt =
  (moment: 'capture' | 'save'): Story =>
  async (scene) => {
    await scene.taken();
    if (moment === 'capture') await scene.setOffline(true);
    await scene.flex.answerService();
    await scene.onDisk();
    await scene.setOffline(true);
    if (moment === 'save') {
      await scene.complete();
      await scene.hears(NO_CONNECTION);
      expect(await scene.attributes()).toBe(scene.holding(''));
    }
    await scene.setOffline(false);
    await scene.complete();
    await scene.ends(45_000);
  };

const STALE = { type: 'status', status: 412 } as const;
const BUSY = { type: 'status', status: 429, retryAfterSeconds: 1 } as const;
const FAILS = { type: 'status', status: 500 } as const;
const HANGS = { type: 'hang' } as const;
const LOST = { type: 'lost-answer' } as const;
const DROPPED = { type: 'dropped' } as const;

export const NETWORK: readonly FlexCell[] = [
  overFunctions('offline', 'capture', 'saved', offlineAt('capture')),
  overFunctions('offline', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    await scene.onDisk();
    await scene.setOffline(true);
    await scene.wrapUp();
    // The page hears of it when it is connected again.
    await scene.setOffline(false);
    await expect.poll(scene.attributes, { timeout: 60_000 }).toBe(scene.holding(BOTH));
    await scene.complete();
    await scene.ends(45_000);
  }),
  overFunctions('offline', 'save at Complete', 'told, then saved', offlineAt('save'), {
    seen: true,
  }),
  overSdk('offline', 'save at Complete', 'told, then saved', offlineAt('save'), { seen: true }),
  overFunctions('offline', 'restore', 'saved', atRestore('functions.call', DROPPED)),

  overFunctions('lost answer', 'flush at wrap-up', 'saved', onceAtFlush('api.task.update', LOST)),
  overSdk('lost answer', 'flush at wrap-up', 'saved', onceAtFlush('task.update', LOST)),
  overFunctions('lost answer', 'save at Complete', 'saved', onceAtSave('functions.call', LOST), {
    seen: true,
  }),
  overSdk('lost answer', 'save at Complete', 'saved', onceAtSave('task.update', LOST, 1), {
    always: true,
  }),

  overFunctions('lost answer', 'restore', 'saved', atRestore('functions.call', LOST)),

  overFunctions('hang', 'flush at wrap-up', 'saved', onceAtFlush('functions.call', HANGS)),
  overFunctions('hang', 'save at Complete', 'saved', onceAtSave('functions.call', HANGS), {
    seen: true,
  }),
  overSdk(
    'hang',
    'save at Complete',
    'told, then saved',
    lastingAtSave('task.update', HANGS, TOO_LONG),
    { seen: true },
  ),
  overFunctions('hang', 'restore', 'saved', atRestore('functions.call', HANGS)),

  overFunctions('412', 'flush at wrap-up', 'saved', onceAtFlush('api.task.update', STALE)),
  overFunctions('412', 'save at Complete', 'saved', onceAtSave('api.task.update', STALE), {
    seen: true,
  }),
  overSdk('412', 'save at Complete', 'saved', onceAtSave('task.update', STALE, 2), {
    seen: true,
    always: true,
  }),
  overFunctions(
    '412 storm',
    'flush at wrap-up',
    'told, then saved',
    lastingAtFlush('api.task.update', STALE, KEEPS_CHANGING),
  ),
  overFunctions(
    '412 storm',
    'save at Complete',
    'told, then saved',
    lastingAtSave('api.task.update', STALE, KEEPS_CHANGING),
    { seen: true },
  ),
  overSdk(
    '412 storm',
    'save at Complete',
    'told, then saved',
    lastingAtSave('task.update', STALE, KEEPS_CHANGING),
    { seen: true },
  ),
  overFunctions('412', 'restore', 'saved', atRestore('api.task.update', STALE, 1)),
  overFunctions('412 storm', 'restore', 'saved', atRestore('api.task.update', STALE)),

  overFunctions(
    '429',
    'flush at wrap-up',
    'told, then saved',
    lastingAtFlush('api.task.update', { ...BUSY, retryAfterSeconds: 6 }, WAITS),
  ),
  overFunctions('429', 'save at Complete', 'told, then saved', async (scene) => {
    await scene.answered();
    await scene.fault('api.task.update', { ...BUSY, retryAfterSeconds: 6 });
    await scene.complete();
    await scene.hears(WAITS);
    // Nobody presses again: the task completes by itself.
    await scene.ends(60_000);
  }),
  overSdk('429', 'save at Complete', 'told, then saved', async (scene) => {
    await scene.answered();
    await scene.fault('task.update', BUSY);
    await scene.complete();
    await scene.hears(WAITS);
    await scene.ends(60_000);
  }),
  overFunctions(
    '429',
    'restore',
    'saved',
    atRestore('api.task.update', { ...BUSY, retryAfterSeconds: 6 }),
  ),

  overFunctions(
    '500',
    'flush at wrap-up',
    'told, then saved',
    lastingAtFlush('api.task.update', FAILS, PROBLEM),
    { seen: true },
  ),
  overFunctions('500', 'save at Complete', 'saved', onceAtSave('functions.call', FAILS), {
    seen: true,
  }),
  overFunctions(
    '500 behind the Functions',
    'save at Complete',
    'told, then saved',
    lastingAtSave('api.task.update', FAILS, PROBLEM),
    { seen: true },
  ),
  overSdk(
    '500',
    'save at Complete',
    'told, then saved',
    lastingAtSave('task.update', FAILS, PROBLEM),
    { seen: true },
  ),
  overFunctions('500', 'restore', 'saved', atRestore('functions.call', FAILS)),

  overSdk(
    'a yes, and nothing written',
    'save at Complete',
    'saved',
    onceAtSave('task.update', { type: 'html', status: 200 }),
    { seen: true },
  ),
];
