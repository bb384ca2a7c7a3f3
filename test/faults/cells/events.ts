import { expect } from '@playwright/test';
import type { EventFault } from '../../../sandbox/control/api';
import { flex, type FlexCell } from '../flexCell';
import { BOTH, PLANTED } from '../literals';

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
  // TaskRouter cancels only what nobody has accepted: nothing of it may stay, and nobody else's answers may suffer.
  overFunctions('cancel', 'capture', 'saved', async (scene) => {
    scene.meant = '';
    scene.required = {};
    await scene.atWork();
    scene.task = await scene.sandbox.sendCustom(PLANTED);
    await expect(scene.page.getByRole('button', { name: /^Accept/ }).first()).toBeVisible();
    await scene.sandbox.post(`tasks/${scene.task.taskSid}/cancel`);
    await scene.ends();
    await scene.flex.expectNoTask();
    expect(await scene.flex.drafts()).toBe(0);
  }),
  overSdk('cancel', 'save at Complete', 'saved', async (scene) => {
    await scene.answered();
    await scene.fault('task.update', { type: 'delay', ms: 1_500, of: 'answer' });
    const offered = await scene.sandbox.sendCustom({ name: 'Offered' });
    await scene.complete();
    await scene.sandbox.post(`tasks/${offered.taskSid}/cancel`);
    await scene.ends();
    await scene.flex.expectNoTask();
  }),
];
