import type { SandboxSettings } from '../../sandbox/control/api';
import { smallCatalog } from './support/catalogs';
import type { FlexPage } from './support/FlexPage';
import { LONG } from './support/long';
import { withoutSids } from './support/rawAttributes';
import { ran, recordActions } from './support/recordActions';
import type { Sandbox, Sent } from './support/Sandbox';
import { shot } from './support/shot';
import { expect, test } from './support/test';

/** An account that has messaging transfers. */
const MESSAGING_TRANSFERS = { features: ['new-transfer-experience'] };

const SETTINGS: Partial<SandboxSettings> = {
  ...MESSAGING_TRANSFERS,
  debrief: { catalog: smallCatalog(), enforcement: 'required' },
};

/** The raw attributes of a chat, with these answers behind what Twilio put into `conversations`. */
const chat = (answers: string, end: string): string =>
  '{"flexChannelInviteSid":"KG…","channelType":"web","conversationSid":"CH…","customers":{},' +
  '"taskCreateSource":"interaction","conversations":{"initiated_by":"Customer",' +
  '"communication_channel":"Chat","conversation_id":"KD…",' +
  `"media":[{"type":"ChatTranscript","sid":"CH…"}]${answers}},"initiatedBy":"customer",` +
  '"flexInteractionChannelSid":"UO…","flexInteractionSid":"KD…","direction":"inbound",' +
  `"from":"grace-web-visitor","customerAddress":"grace-web-visitor","customerName":"Grace",` +
  `"name":"Grace"${end}}`;

const CRM = ',"crm":{"case":7}';
const HANDED_ON = ',"transfer_sid":"UX…","previous_task_sid":"WT…"';

const inAChat = async (sandbox: Sandbox, one: FlexPage, two: FlexPage): Promise<Sent> => {
  await two.open();
  await one.open();
  const task = await sandbox.send({ channel: 'chat', attributes: { crm: { case: 7 } } });
  await one.accept();
  await expect(one.message('my order has not arrived')).toBeVisible();
  return task;
};

const attributesAtEnd = async (sandbox: Sandbox, task: Sent): Promise<string> =>
  withoutSids((await sandbox.completed(task)).attributes);

for (const copies of [true, false]) {
  test(
    `a chat handed on is two tasks, each with its own agent's answers, ${copies ? 'attributes copied' : 'attributes as of a new contact'}`,
    LONG,
    async ({ sandbox, flex: one, deskOf }) => {
      await sandbox.settings({ ...SETTINGS, transferCopiesAttributes: copies });
      const two = await deskOf('agent2');
      const task = await inAChat(sandbox, one, two);
      await one.openTab();
      await one.choose('Outcome', 'Billing dispute');
      await one.text('Note').fill('of A');
      await one.handOnTo('agent2');
      await sandbox.expectLegs(task, 'agent1 wrapping');
      await sandbox.expectTransfers(task, 'COLD agent1 to agent2: active');
      await expect(one.panel.getByText(/^Saved at/)).toBeVisible();

      const next = await sandbox.handedOn(task);
      await shot(two.page, 'conversation-handed-on');
      await two.handedOn.getByRole('button', { name: /^Accept/ }).click();
      await two.expectInHand();
      await sandbox.expectLegs(next, 'agent2 accepted');
      await sandbox.expectTransfers(task, 'COLD agent1 to agent2: completed');
      await two.openTab();
      await expect(two.field('Outcome')).toHaveValue('');
      await expect(two.text('Note')).toHaveValue('');

      await one.complete();
      const end = copies ? CRM + HANDED_ON : HANDED_ON;
      expect(await attributesAtEnd(sandbox, task)).toBe(
        chat(',"outcome":"Billing dispute","content":"of A"', CRM),
      );
      await one.expectNoTask();
      expect(withoutSids(await sandbox.attributes(next))).toBe(chat('', end));

      await two.end();
      await two.expectWrapUp();
      await two.complete();
      await expect(two.field('Outcome')).toBeFocused();
      await sandbox.expectLegs(next, 'agent2 wrapping');
      await two.choose('Outcome', 'Other');
      await two.complete();
      expect(await attributesAtEnd(sandbox, next)).toBe(chat(',"outcome":"Other"', end));
      await two.expectNoTask();
    },
  );
}

test(
  'a chat handed on to a queue and rejected waits as a task of its own, and the first record stands',
  LONG,
  async ({ sandbox, flex: one, deskOf }) => {
    await sandbox.settings(SETTINGS);
    const two = await deskOf('agent2');
    const task = await inAChat(sandbox, one, two);
    await one.handOnToQueue('Sales');
    const next = await sandbox.handedOn(task);
    await two.handedOn.getByRole('button', { name: /^Reject/ }).click();
    await two.expectNoTask();
    await sandbox.expectLegs(next, 'agent2 rejected');
    await sandbox.expectStatus(next, 'pending');
    await sandbox.expectTransfers(task, 'COLD agent1 to Sales: active');

    await one.complete();
    await expect(one.field('Outcome')).toBeFocused();
    await one.choose('Outcome', 'Billing dispute');
    await one.complete();
    expect(await attributesAtEnd(sandbox, task)).toBe(chat(',"outcome":"Billing dispute"', CRM));
    expect(withoutSids(await sandbox.attributes(next))).toBe(chat('', CRM + HANDED_ON));
  },
);

test(
  'Flex alone hands a chat on, and logs no error',
  LONG,
  async ({ sandbox, flex: one, deskOf, watch }) => {
    await sandbox.settings({ ...MESSAGING_TRANSFERS, plugin: false });
    const two = await deskOf('agent2');
    const task = await inAChat(sandbox, one, two);
    for (const flex of [one, two]) await recordActions(flex);
    await one.handOnTo('agent2');
    const next = await sandbox.handedOn(task);
    await two.handedOn.getByRole('button', { name: /^Accept/ }).click();
    await expect(two.message('my order has not arrived')).toBeVisible();
    await two.say('Ben here.');
    await one.complete();
    await sandbox.completed(task);
    await two.end();
    await two.expectWrapUp();
    await two.complete();
    await sandbox.completed(next);
    await expect
      .poll(() => ran(one))
      .toEqual([
        'beforeStartChannelTransfer',
        'afterStartChannelTransfer',
        'beforeCompleteTask',
        'afterCompleteTask',
      ]);
    await expect
      .poll(() => ran(two))
      .toEqual([
        'beforeAcceptTask',
        'afterAcceptTask',
        'beforeWrapupTask',
        'afterWrapupTask',
        'beforeCompleteTask',
        'afterCompleteTask',
      ]);
    // Flex completes both by taking the agent out of the channel.
    expect(await sandbox.count('interactionParticipant.update')).toBe(2);
    expect(watch.errors).toEqual([]);
  },
);
