import { expect } from '@playwright/test';
import { smallCatalog, withFields, withOptions } from '../../e2e/support/catalogs';
import { flex, type FlexCell } from '../flexCell';
import { BOTH, PLANTED, taskWith } from '../literals';

/**
 * No fault of anything outside: what a form, a catalog or a hurried agent brings along, and disposition plugins of
 * today were seen to lose data by, to get stuck over or to answer with a white page.
 */
const overFunctions = flex('Functions');
const overSdk = flex('SDK');
const SEEN = { seen: true } as const;

const field = (kind: string, id: string, path: string) => ({
  kind,
  id,
  name: { en: id },
  required: true,
  target: { path: `conversations.${path}` },
});

/** So much of others' that a task of ours is left that many characters. */
const fillerFor = (room: number) => ({
  ...PLANTED,
  filler: 'x'.repeat(4096 - room - taskWith('').length - ',"filler":""'.length),
});

export const BEHAVIOURS: readonly FlexCell[] = [
  overFunctions(
    'required answer missing',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      await scene.taken();
      await scene.flex.choose('Outcome', 'Resolved in this contact');
      await scene.complete();
      await scene.hears('This answer is required.');
      await expect(scene.flex.field('Campaign')).toBeFocused();
      expect(await scene.attributes()).toBe(scene.holding(''));
      await scene.flex.choose('Campaign', 'Renewals');
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),
  overSdk(
    'required, and no list among it',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      scene.required = { case: 'Ticket' };
      scene.meant = '"case":"T-1","conversation_attribute_1":"Yes"';
      await scene.taken();
      await scene.complete();
      await scene.hears('This answer is required.');
      await scene.flex.text('Ticket').fill('T-1');
      await scene.flex.answer('Consent', 'Yes');
      await scene.complete();
      await scene.ends();
    },
    {
      ...SEEN,
      debrief: {
        enforcement: 'required',
        catalog: withFields([
          field('text', 'Ticket', 'case'),
          field('yesno', 'Consent', 'conversation_attribute_1'),
        ]),
      },
    },
  ),
  overSdk(
    'options that contain one another',
    'capture',
    'saved',
    async (scene) => {
      scene.required = { outcome: 'Outcome' };
      scene.meant = '"outcome":"Billing"';
      await scene.taken();
      await scene.flex.choose('Outcome', 'Billing dispute');
      await scene.flex.field('Outcome').fill('Billing');
      await scene.page.getByRole('option', { name: 'Billing', exact: true }).click();
      await expect(scene.flex.field('Outcome')).toHaveValue('Billing');
      await scene.complete();
      await scene.ends();
    },
    { ...SEEN, debrief: { enforcement: 'required', catalog: smallCatalog() } },
  ),
  overSdk(
    'text longer than Insights keeps',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      scene.meant = `${BOTH},"content":"${'x'.repeat(128)}"`;
      await scene.answered();
      await scene.flex.text('Note').fill('x'.repeat(129));
      await scene.complete();
      await scene.hears('At most 128 characters.');
      await scene.flex.text('Note').fill('x'.repeat(128));
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),
  overFunctions(
    'task nearly full',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      const { filler } = fillerFor(100);
      scene.expected = `${scene.holding(BOTH).replace(/,"conversations".*/, '')},"conversations":{"conversation_id":"CONV1",${BOTH}},"filler":"${filler}"}`;
      await scene.taken(fillerFor(100));
      await scene.flex.answerService();
      await scene.flex.text('Note').fill('A note of some length that does not fit any more');
      await scene.complete();
      await scene.hears(/^This task has no room for your answers: /);
      await scene.flex.text('Note').fill('');
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),
  overSdk(
    'list with a null in it',
    'capture',
    'told',
    async (scene) => {
      scene.meant = '';
      scene.required = {};
      scene.expected = scene.holding('');
      await scene.atWork();
      await scene.hears(/^Debrief: the wrap-up forms cannot be read, so none is shown\./);
      await scene.flex.closeNotice(/Debrief/);
      scene.task = await scene.sandbox.sendCustom(PLANTED);
      await scene.flex.accept();
      await expect(scene.flex.tab).toHaveCount(0);
      await scene.complete();
      await scene.ends();
      await scene.flex.expectNoTask();
    },
    { ...SEEN, debrief: { enforcement: 'required', catalog: withOptions([null]) } },
  ),
  overSdk(
    'text in place of a list',
    'capture',
    'told',
    async (scene) => {
      scene.meant = '';
      scene.required = {};
      scene.expected = scene.holding('');
      await scene.atWork();
      await scene.hears(/^Debrief: the wrap-up forms cannot be read, so none is shown\./);
      await scene.flex.closeNotice(/Debrief/);
      scene.task = await scene.sandbox.sendCustom(PLANTED);
      await scene.flex.accept();
      await scene.complete();
      await scene.ends();
    },
    { ...SEEN, debrief: { enforcement: 'required', catalog: withOptions('Resolved') } },
  ),
  overSdk(
    'nothing set up',
    'save at Complete',
    'saved',
    async (scene) => {
      await scene.answered();
      await scene.complete();
      await scene.ends();
    },
    { ...SEEN, debrief: undefined },
  ),
  overFunctions(
    'answer withdrawn after a failed save',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      scene.meant = `${BOTH},"conversation_attribute_1":"delivery-late","conversation_label_1":"Late delivery"`;
      await scene.answered();
      await scene.flex.chooseAll('Contact reasons', ['Late delivery', 'Return']);
      await scene.flex.text('Note').fill('secret card 4111');
      await scene.fault('api.task.update', { type: 'status', status: 500 }, 'until-off');
      await scene.complete();
      await scene.hears(/Twilio has a problem right now\./);
      await scene.flex.panel.getByRole('button', { name: 'Remove Return' }).click();
      await scene.flex.text('Note').fill('');
      await scene.faultsEnd();
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),
  overSdk(
    'note typed and cleared',
    'save at Complete',
    'saved',
    async (scene) => {
      await scene.answered();
      await scene.flex.text('Note').fill('secret card 4111');
      await scene.flex.text('Note').fill('');
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),
  overFunctions(
    'note cleared after it was saved',
    'flush at wrap-up',
    'saved',
    async (scene) => {
      await scene.callAnswered();
      await scene.flex.text('Note').fill('secret card 4111');
      await scene.wrapUp();
      await expect
        .poll(scene.attributes, { timeout: 30_000 })
        .toBe(scene.holding(`${BOTH},"content":"secret card 4111"`));
      await scene.flex.text('Note').fill('');
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),
  overSdk(
    'last key right before Complete',
    'save at Complete',
    'saved',
    async (scene) => {
      scene.meant = `${BOTH},"content":"to the last"`;
      await scene.answered();
      await scene.flex.text('Note').fill('to the las');
      await scene.flex.text('Note').press('End');
      const complete = await scene.flex.completeButton.elementHandle();
      await scene.page.keyboard.press('t');
      await complete!.evaluate((button) => (button as HTMLElement).click());
      await scene.ends();
    },
    SEEN,
  ),
  overSdk(
    'key and a choice at once',
    'capture',
    'saved',
    async (scene) => {
      scene.meant = `${BOTH},"conversation_attribute_4":"Yes","content":"n"`;
      await scene.answered();
      await scene.flex.text('Note').focus();
      await scene.page.keyboard.press('n');
      await scene.flex.answer('First contact about this?', 'Yes');
      await scene.complete();
      await scene.ends();
    },
    SEEN,
  ),
  overSdk(
    'two presses on Complete',
    'save at Complete',
    'saved',
    async (scene) => {
      await scene.answered();
      await scene.flex.completeButton.dblclick();
      await scene.ends();
      await scene.flex.expectNoTask();
      expect(await scene.count('task.update')).toBe(1);
    },
    SEEN,
  ),
  overFunctions(
    'two tasks at once, a slow service',
    'save at Complete',
    'saved',
    async (scene) => {
      await scene.taken({ ...PLANTED, name: 'Earlier' });
      await scene.flex.answerService();
      const first = scene.task;
      scene.task = await scene.sandbox.sendCustom(PLANTED);
      await scene.flex.accept();
      await scene.flex.taskNamed('Web request').click();
      await scene.flex.openTab();
      await expect(scene.flex.field('Outcome')).toHaveValue('');
      await scene.flex.answerService('Ticket opened', 'Newsletter');
      await scene.fault('functions.call', { type: 'delay', ms: 2_000, of: 'answer' }, 2);
      await Promise.all([
        scene.flex.invokeComplete(first.reservationSid),
        scene.flex.invokeComplete(scene.task.reservationSid),
      ]);
      expect((await scene.sandbox.completed(first)).attributes).toBe(
        scene.holding(BOTH).replace('Web request', 'Earlier'),
      );
      scene.meant = '"outcome":"Ticket opened","campaign":"Newsletter"';
      await scene.ends();
    },
    SEEN,
  ),
  overSdk(
    'next task after a typed note',
    'capture',
    'saved',
    async (scene) => {
      scene.isSpent = true;
      await scene.taken({ ...PLANTED, name: 'Earlier' });
      await scene.flex.text('Note').pressSequentially('only the first');
      scene.task = await scene.sandbox.sendCustom(PLANTED);
      await scene.flex.accept();
      await scene.flex.taskNamed('Web request').click();
      await scene.flex.openTab();
      await expect(scene.flex.text('Note')).toHaveValue('');
      await scene.flex.answerService();
      await scene.complete();
      await scene.ends();
      await scene.flex.taskNamed('Earlier').click();
      await scene.flex.openTab();
      await expect(scene.flex.text('Note')).toHaveValue('only the first');
    },
    SEEN,
  ),
];
