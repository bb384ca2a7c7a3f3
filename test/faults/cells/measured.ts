import { expect } from '@playwright/test';
import { catalogOption, smallCatalog, withOptions } from '../../e2e/support/catalogs';
import { overflowing } from '../../e2e/support/overflowing';
import { flex, type FlexCell } from '../flexCell';
import { BOTH, PLANTED, taskWith } from '../literals';
import type { Scene } from '../Scene';

/** What disposition plugins of today show white pages, wrong tabs and covered buttons for. */
const overFunctions = flex('Functions');
const overSdk = flex('SDK');
const SEEN = { seen: true } as const;

const NO_FORM = /^Debrief: the wrap-up forms cannot be read, so none is shown\./;

/** The agent is told once a page, has their task without a form, and so after a reload. */
const without: FlexCell['story'] = async (scene) => {
  scene.meant = '';
  scene.required = {};
  scene.expected = scene.holding('');
  await scene.atWork();
  await scene.hears(NO_FORM);
  await scene.flex.closeNotice(/Debrief/);
  scene.task = await scene.sandbox.sendCustom(PLANTED);
  await scene.flex.accept();
  await expect(scene.flex.tab).toHaveCount(0);
  await scene.flex.reload();
  await scene.hears(NO_FORM);
  await scene.flex.closeNotice(/Debrief/);
  if (!(await scene.flex.tabNamed('Info').isVisible())) {
    await scene.flex.taskNamed('Web request').click();
  }
  await scene.flex.expectInHand();
  await expect(scene.flex.tab).toHaveCount(0);
  await scene.flex.complete();
  await scene.ends();
  await scene.flex.expectNoTask();
};

const brokenBy = (fault: string, catalog: unknown): FlexCell =>
  overSdk(fault, 'capture', 'told', without, {
    ...SEEN,
    debrief: { enforcement: 'required', catalog },
  });

/** 128 characters are what reports keep; on the screen it may be longer. */
const LONG_REPORTED = 'Unbroken'.repeat(16);
const LONG_LABEL = 'Unbroken'.repeat(25);

/** So much of others' that a task of ours is left 100 characters. */
const FILLER = 'x'.repeat(4096 - 100 - taskWith('').length - ',"filler":""'.length);

/** Nothing lies over the button, neither a notice of ours nor one of Flex: a mouse presses it. */
const pressesComplete = async (scene: Scene): Promise<void> => {
  await scene.flex.completeButton.click({ timeout: 5_000 });
};

export const MEASURED: readonly FlexCell[] = [
  brokenBy('list that is null', withOptions(null)),
  brokenBy('list without options', withOptions(undefined)),
  brokenBy('list of other things', withOptions([{ label: 'Resolved' }])),
  brokenBy('nothing but null', smallCatalog({ forms: null, picklists: null, assignments: null })),

  overSdk(
    'second task in wrap-up',
    'flush at wrap-up',
    'saved',
    async (scene) => {
      scene.isSpent = true;
      await scene.taken({ ...PLANTED, name: 'Earlier' }, 'voice');
      await scene.wrapUp();
      const first = scene.task;
      scene.task = await scene.sandbox.send({ channel: 'voice', attributes: PLANTED });
      await scene.flex.accept();
      await scene.flex.expectLive();
      await scene.flex.taskNamed('+1 415-555-0100').click();
      await scene.flex.tabNamed('Info').click();
      await expect(scene.flex.panel).toBeHidden();
      await scene.wrapUp();
      await expect(scene.flex.panel).toBeVisible();
      await scene.flex.answerService();
      await scene.complete();
      await scene.ends();
      expect((await scene.sandbox.task(first)).status).toBe('wrapping');
    },
    SEEN,
  ),

  overFunctions(
    'task nearly full, and a reload',
    'restore',
    'told, then saved',
    async (scene) => {
      const note = 'A note of some length that does not fit any more';
      await scene.taken({ ...PLANTED, filler: FILLER });
      scene.expected = scene.holding(BOTH).replace(/\}$/, `,"filler":"${FILLER}"}`);
      await scene.flex.answerService();
      await scene.flex.text('Note').fill(note);
      await scene.complete();
      await scene.hears(/^This task has no room for your answers: /);
      const before = await scene.draftWrites();
      await scene.flex.text('Note').fill('');
      await expect.poll(scene.draftWrites).not.toBe(before);
      await scene.flex.reload();
      await scene.back();
      await scene.showsBoth();
      await expect(scene.flex.text('Note')).toHaveValue('');
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),

  overSdk(
    'label of 200 characters',
    'capture',
    'saved',
    async (scene) => {
      scene.required = { outcome: 'Outcome' };
      scene.meant = `"outcome":"${LONG_REPORTED}"`;
      await scene.taken();
      await scene.flex.field('Outcome').click();
      await expect(scene.flex.option(LONG_LABEL)).toBeVisible();
      expect(await overflowing(scene.flex.panel)).toEqual([]);
      await scene.flex.option(LONG_LABEL).click();
      expect(await overflowing(scene.flex.panel)).toEqual([]);
      await scene.complete();
      await scene.ends();
    },
    {
      ...SEEN,
      debrief: {
        enforcement: 'required',
        catalog: withOptions([
          catalogOption('long', LONG_REPORTED, { name: { en: LONG_LABEL } }),
          catalogOption('other', 'Other'),
        ]),
      },
    },
  ),

  overSdk(
    'notice over Complete',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      await scene.taken();
      await pressesComplete(scene);
      await scene.hears('This answer is required.');
      await pressesComplete(scene);
      await scene.flex.answerService();
      await scene.fault('task.update', { type: 'status', status: 500 }, 'until-off');
      await pressesComplete(scene);
      await scene.hears(/Twilio has a problem right now\./);
      await scene.faultsEnd();
      await pressesComplete(scene);
      await scene.ends();
    },
    SEEN,
  ),
];
