import { expect } from '@playwright/test';
import { flex, type FlexCell } from '../flexCell';
import { BOTH, PLANTED } from '../literals';
import type { Scene } from '../Scene';

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

/** The task is taken from an agent who has answered, and with it all that was not on it. */
const canceled = async (scene: Scene): Promise<void> => {
  scene.expected = scene.holding('');
  await scene.sandbox.post(`reservations/${scene.task.reservationSid}/cancel`);
  await scene.ends();
};

export const CANCELED: readonly FlexCell[] = [
  overSdk('cancel', 'capture', 'kept aside', async (scene) => {
    await scene.answered();
    await canceled(scene);
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),
  overSdk('cancel', 'flush at wrap-up', 'kept aside', async (scene) => {
    await scene.callAnswered();
    await scene.fault('task.update', { type: 'hang' }, 'until-off');
    await scene.wrapUp();
    await scene.asked('task.update', 1);
    await canceled(scene);
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),
  overSdk('cancel', 'save at Complete', 'kept aside', async (scene) => {
    await scene.answered();
    await scene.fault('task.update', { type: 'hang' }, 'until-off');
    await scene.complete();
    await expect(scene.flex.panel.getByText('Saving…')).toBeVisible();
    await canceled(scene);
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),
  overSdk('cancel', 'restore', 'kept aside', async (scene) => {
    await scene.answered();
    await scene.onDisk();
    await scene.leaves();
    await canceled(scene);
    await scene.atWork();
    await scene.hasAside('Resolved in this contact', 'Renewals');
  }),

  // What nobody has accepted: nothing of it may stay, and nobody else's answers may suffer.
  overFunctions('cancel of an offer', 'capture', 'saved', async (scene) => {
    scene.meant = '';
    scene.required = {};
    await scene.ready();
    scene.task = await scene.sandbox.sendCustom(PLANTED);
    await expect(scene.page.getByRole('button', { name: /^Accept/ }).first()).toBeVisible();
    await scene.sandbox.post(`tasks/${scene.task.taskSid}/cancel`);
    await scene.ends();
    await scene.flex.expectNoTask();
    expect(await scene.flex.drafts()).toBe(0);
  }),
  overSdk('cancel of an offer', 'save at Complete', 'saved', async (scene) => {
    await scene.answered();
    await scene.fault('task.update', { type: 'delay', ms: 1_500, of: 'answer' });
    const offered = await scene.sandbox.sendCustom({ name: 'Offered' });
    await scene.complete();
    await scene.sandbox.post(`tasks/${offered.taskSid}/cancel`);
    await scene.ends();
    await scene.flex.expectNoTask();
  }),
  // Handed on, and nobody takes it: the agent's own part goes on.
  overFunctions('cancel of a transfer', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    scene.expected = `${scene.holding(BOTH).slice(0, -1)},"debrief_legs":{"WR…":{"wrote":["campaign","outcome"]}}}`;
    await scene.flex.tabNamed('Call').click();
    await scene.flex.transferTo('agent2', 'cold');
    await scene.reservationOf('agent1', 'wrapping');
    await expect.poll(scene.attributes, { timeout: 30_000 }).toContain(BOTH);
    await scene.sandbox.post(`tasks/${scene.task.taskSid}/cancel`);
    await scene.complete();
    await scene.ends();
  }),
];
