import { expect } from '@playwright/test';
import { flex, type FlexCell } from '../flexCell';
import { BOTH } from '../literals';
import type { Scene } from '../Scene';

const overFunctions = flex('Functions');

/** A supervisor changes the campaigns while the agent has one chosen; every agent has it. */
const publishes = async (scene: Scene, change: 'rename' | 'archive'): Promise<void> => {
  scene.isSpent = true;
  const editor = await scene.parts.editor();
  await editor.choosePicklist('Campaigns');
  if (change === 'rename') await editor.renameOption('Renewals', 'Renewals 2027');
  else {
    await editor.option('Renewals').click();
    await editor.root
      .getByRole('group', { name: 'Details of Renewals' })
      .getByRole('button', { name: 'Archive' })
      .click();
    await expect(editor.option('Renewals')).toContainText('Archived');
  }
  await editor.publish('In the middle of a task');
  await editor.expectInForce(2);
};

const has = (scene: Scene, version: number): Promise<void> =>
  expect.poll(() => scene.flex.keptVersion(), { timeout: 30_000 }).toBe(version);

export const CATALOGS: readonly FlexCell[] = [
  overFunctions('publish during capture', 'capture', 'saved', async (scene) => {
    await scene.taken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await publishes(scene, 'rename');
    await has(scene, 2);
    // The open form keeps the version that it began with.
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('publish during capture', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    await publishes(scene, 'rename');
    await has(scene, 2);
    await scene.wrapUp();
    await scene.asked('api.task.update', 1);
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('publish during capture', 'restore', 'saved', async (scene) => {
    await scene.answered();
    await scene.onDisk();
    await publishes(scene, 'rename');
    await has(scene, 2);
    await scene.flex.reload();
    await scene.back();
    await expect(scene.flex.field('Outcome')).toHaveValue('Resolved in this contact');
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('archived option', 'capture', 'saved', async (scene) => {
    await scene.answered();
    await publishes(scene, 'archive');
    await has(scene, 2);
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('archived option', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    await publishes(scene, 'archive');
    await has(scene, 2);
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('archived option', 'save at Complete', 'told, then saved', async (scene) => {
    await scene.answered();
    await scene.fault('api.task.update', { type: 'status', status: 500 }, 'until-off');
    await scene.complete();
    await scene.hears(/Twilio has a problem right now\./);
    await publishes(scene, 'archive');
    await has(scene, 2);
    await scene.faultsEnd();
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('archived option', 'restore', 'saved', async (scene) => {
    await scene.answered();
    await scene.onDisk();
    await publishes(scene, 'archive');
    await has(scene, 2);
    await scene.flex.reload();
    await scene.back();
    await scene.complete();
    await scene.ends();
  }),
];
