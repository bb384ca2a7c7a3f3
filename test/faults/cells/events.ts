import { expect } from '@playwright/test';
import type { EventFault } from '../../../sandbox/control/api';
import { flex, type FlexCell } from '../flexCell';
import { BOTH } from '../literals';

type Story = FlexCell['story'];

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

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
  overFunctions('cancel', 'capture', 'kept aside', async (scene) => {
    await scene.answered();
    scene.expected = scene.holding('');
    await scene.sandbox.post(`tasks/${scene.task.taskSid}/cancel`);
    await scene.ends();
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),
  overFunctions('cancel', 'flush at wrap-up', 'kept aside', async (scene) => {
    await scene.callAnswered();
    scene.expected = scene.holding('');
    await scene.setOffline(true);
    await scene.wrapUp();
    await scene.sandbox.post(`tasks/${scene.task.taskSid}/cancel`);
    await scene.ends();
    await scene.setOffline(false);
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),
  overSdk('cancel', 'save at Complete', 'kept aside', async (scene) => {
    await scene.answered();
    scene.expected = scene.holding('');
    await scene.fault('task.fetch', { type: 'hang' }, 'until-off');
    await scene.complete();
    await expect(scene.flex.panel.getByText('Saving…')).toBeVisible();
    await scene.sandbox.post(`tasks/${scene.task.taskSid}/cancel`);
    await scene.ends();
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),
];
