import { expect } from '@playwright/test';
import type { EventFault } from '../../../sandbox/control/api';
import { flex, type FlexCell } from '../flexCell';
import { BOTH } from '../literals';

type Story = FlexCell['story'];

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

/** From the offer on, every event comes so. */
const atCapture =
  (kind: EventFault): Story =>
  async (scene) => {
    await scene.ready();
    await scene.fault('events.push', kind, 'until-off');
    await scene.taken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.otherWrites({ 'crm.stage': 'won' });
    scene.expected = scene.holding(BOTH).replace('"stage":"open"', '"stage":"won"');
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
    await scene.flex.expectNoTask();
  };

/** Likewise from the reload on. */
const atRestore =
  (kind: EventFault): Story =>
  async (scene) => {
    await scene.answered();
    await scene.onDisk();
    await scene.fault('events.push', kind, 'until-off');
    await scene.flex.reload();
    await scene.back();
    await scene.showsBoth();
    await scene.complete();
    await scene.ends();
    await scene.flex.expectNoTask();
  };

/** From wrap-up on, every event comes so. */
const atFlush =
  (kind: EventFault): Story =>
  async (scene) => {
    await scene.callAnswered();
    await scene.fault('events.push', kind, 'until-off');
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await scene.complete();
    await scene.ends();
    await scene.flex.expectNoTask();
    expect(await scene.count('api.task.update')).toBe(1);
  };

const atSave =
  (kind: EventFault): Story =>
  async (scene) => {
    await scene.answered();
    await scene.fault('events.push', kind, 'until-off');
    await scene.complete();
    await scene.ends();
    await scene.flex.expectNoTask();
    expect(await scene.count('task.update')).toBe(1);
  };

const dropAt =
  (moment: 'capture' | 'flush' | 'save'): Story =>
  async (scene) => {
    scene.isSpent = true;
    if (moment === 'flush') await scene.callTaken();
    else await scene.taken();
    if (moment === 'capture') await scene.sandbox.post('events/drop', { refuseSeconds: 2 });
    await scene.flex.answerService();
    if (moment === 'flush') {
      await scene.onDisk();
      await scene.fault('events.push', {
        type: 'dropped',
        event: 'reservation.wrapup',
        refuseSeconds: 2,
      });
      await scene.wrapUp();
    }
    if (moment === 'save') {
      await scene.fault('events.push', {
        type: 'dropped',
        event: 'reservation.completed',
        refuseSeconds: 2,
      });
    }
    await scene.complete();
    await scene.ends(45_000);
  };

export const EVENTS: readonly FlexCell[] = [
  overFunctions('duplicate', 'capture', 'saved', atCapture({ type: 'duplicated' })),
  overFunctions('duplicate', 'restore', 'saved', atRestore({ type: 'duplicated' })),
  overFunctions('reordered', 'capture', 'saved', atCapture({ type: 'reordered' })),
  overFunctions('reordered', 'restore', 'saved', atRestore({ type: 'reordered' })),
  overFunctions('duplicate', 'flush at wrap-up', 'saved', atFlush({ type: 'duplicated' })),
  overSdk('duplicate', 'save at Complete', 'saved', atSave({ type: 'duplicated' }), {
    always: true,
  }),
  overFunctions('reordered', 'flush at wrap-up', 'saved', atFlush({ type: 'reordered' })),
  overSdk('reordered', 'save at Complete', 'saved', atSave({ type: 'reordered' })),
  overFunctions('socket drop', 'capture', 'saved', dropAt('capture')),
  overFunctions('socket drop', 'flush at wrap-up', 'saved', dropAt('flush')),
  overFunctions('socket drop', 'save at Complete', 'saved', dropAt('save')),

  overFunctions(
    'outside completion',
    'capture',
    'kept aside',
    async (scene) => {
      await scene.answered();
      scene.expected = scene.holding('');
      await scene.sandbox.completeFromOutside(scene.task);
      await scene.ends();
      await scene.hasAside('Resolved in this contact', 'Renewals');
    },
    { seen: true },
  ),
  overFunctions(
    'outside completion',
    'flush at wrap-up',
    'saved',
    async (scene) => {
      await scene.callAnswered();
      await scene.wrapUp();
      await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
      await scene.sandbox.completeFromOutside(scene.task);
      await scene.ends();
      await scene.flex.expectNoTask();
    },
    { seen: true },
  ),
  overSdk(
    'outside completion',
    'save at Complete',
    'kept aside',
    async (scene) => {
      await scene.answered();
      scene.expected = scene.holding('');
      await scene.fault('task.update', { type: 'hang' }, 'until-off');
      await scene.complete();
      await expect(scene.flex.panel.getByText('Saving…')).toBeVisible();
      await scene.sandbox.completeFromOutside(scene.task);
      await scene.ends();
      await scene.hasAside('Resolved in this contact', 'Renewals');
    },
    { seen: true },
  ),
];
