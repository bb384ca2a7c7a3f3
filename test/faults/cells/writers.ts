import { expect } from '@playwright/test';
import { flex, type FlexCell } from '../flexCell';
import { BOTH } from '../literals';
import type { Scene } from '../Scene';

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

const WON = { 'crm.stage': 'won' };
const won = (scene: Scene): string =>
  scene.holding(BOTH).replace('"stage":"open"', '"stage":"won"');
const LOST = { 'conversations.outcome': 'Lost' };
const OURS = { 'conversations.outcome': 'Lost', 'conversations.survey': 'sent' };
/** Others' first, then ours in the order of the form. */
const withSurvey = (scene: Scene): string =>
  scene.holding(BOTH).replace('"outcome"', '"survey":"sent","outcome"');

export const WRITERS: readonly FlexCell[] = [
  overFunctions('foreign key changed', 'capture', 'saved', async (scene) => {
    await scene.taken();
    scene.expected = won(scene);
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.otherWrites(WON);
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('foreign key changed', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    scene.expected = won(scene);
    await scene.fault('api.task.update', { type: 'other-writer', set: WON });
    await scene.wrapUp();
    await scene.asked('api.task.update', 2);
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('foreign key changed', 'save at Complete', 'saved', async (scene) => {
    await scene.answered();
    scene.expected = won(scene);
    await scene.fault('api.task.update', { type: 'other-writer', set: WON });
    await scene.complete();
    await scene.ends();
  }),
  overSdk(
    'foreign key changed',
    'save at Complete',
    'saved',
    async (scene) => {
      await scene.answered();
      scene.expected = won(scene);
      await scene.fault('task.update', { type: 'other-writer', set: WON });
      await scene.complete();
      await scene.ends();
      expect(await scene.count('task.update')).toBe(2);
    },
    { always: true },
  ),
  overFunctions('foreign key changed', 'restore', 'saved', async (scene) => {
    await scene.answered();
    scene.expected = won(scene);
    await scene.onDisk();
    await scene.leaves();
    await scene.otherWrites(WON);
    await scene.atWork();
    await scene.back();
    await scene.showsBoth();
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('our key changed', 'capture', 'saved', async (scene) => {
    await scene.answered();
    scene.expected = withSurvey(scene);
    await scene.otherWrites(OURS);
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('our key changed', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    await scene.fault('api.task.update', { type: 'other-writer', set: LOST });
    await scene.wrapUp();
    await scene.asked('api.task.update', 2);
    await scene.complete();
    await scene.ends();
  }),
  overSdk(
    'our key changed',
    'save at Complete',
    'saved',
    async (scene) => {
      await scene.answered();
      await scene.fault('task.update', { type: 'other-writer', set: LOST });
      await scene.complete();
      await scene.ends();
    },
    { always: true },
  ),
  overFunctions('our key changed', 'restore', 'saved', async (scene) => {
    await scene.answered();
    scene.expected = withSurvey(scene);
    await scene.onDisk();
    await scene.leaves();
    await scene.otherWrites(OURS);
    await scene.atWork();
    await scene.back();
    await scene.showsBoth();
    await scene.complete();
    await scene.ends();
  }),
];
