import type { FlexPage } from './support/FlexPage';
import { FLEXS_OWN } from './support/flexsOwnErrors';
import { withoutSids } from './support/rawAttributes';
import { ran, recordActions } from './support/recordActions';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG, longUnless } from './support/long';

const REQUIRED = { debrief: { enforcement: 'required' } };

/** What the starter catalog's form for digital channels cannot do without. */
const answerDigital = async (flex: FlexPage): Promise<void> => {
  await flex.choose('Outcome', 'Resolved in this contact');
  await flex.chooseAll('Contact reasons', ['Late delivery']);
};

const ANSWERS =
  '"outcome":"Resolved in this contact","conversation_attribute_1":"delivery-late",' +
  '"conversation_label_1":"Late delivery"';

const CHANNELS = [
  {
    channel: 'chat',
    tab: 'Chat',
    opening: 'Hello, my order has not arrived.',
    before:
      '{"flexChannelInviteSid":"KG…","channelType":"web","conversationSid":"CH…","customers":{},' +
      '"taskCreateSource":"interaction","conversations":{"initiated_by":"Customer",' +
      '"communication_channel":"Chat","conversation_id":"KD…",' +
      '"media":[{"type":"ChatTranscript","sid":"CH…"}]',
    after:
      '},"initiatedBy":"customer","flexInteractionChannelSid":"UO…","flexInteractionSid":"KD…",' +
      '"direction":"inbound","from":"grace-web-visitor","customerAddress":"grace-web-visitor",' +
      '"customerName":"Grace","name":"Grace","crm":{"case":7,"tags":[]}}',
  },
  {
    channel: 'sms',
    tab: 'SMS',
    opening: 'Where is my order?',
    before:
      '{"flexChannelInviteSid":"KG…","channelType":"sms","conversationSid":"CH…","customers":{},' +
      '"taskCreateSource":"interaction","conversations":{"initiated_by":"Customer",' +
      '"communication_channel":"Sms","conversation_id":"KD…",' +
      '"media":[{"type":"ChatTranscript","sid":"CH…"}]',
    after:
      '},"initiatedBy":"customer","flexInteractionChannelSid":"UO…","flexInteractionSid":"KD…",' +
      '"direction":"inbound","from":"+14155550101","customerAddress":"+14155550101",' +
      '"customerName":"+14155550101","name":"+14155550101","crm":{"case":7,"tags":[]}}',
  },
  {
    channel: 'whatsapp',
    tab: 'WhatsApp',
    opening: 'Hi, is my parcel on its way?',
    before:
      '{"flexChannelInviteSid":"KG…","channelType":"whatsapp","conversationSid":"CH…",' +
      '"customers":{},"taskCreateSource":"interaction","conversations":{"initiated_by":"Customer",' +
      '"communication_channel":"Whatsapp","conversation_id":"KD…",' +
      '"media":[{"type":"ChatTranscript","sid":"CH…"}]',
    after:
      '},"initiatedBy":"customer","flexInteractionChannelSid":"UO…","flexInteractionSid":"KD…",' +
      '"direction":"inbound","from":"whatsapp:+14155550102",' +
      '"customerAddress":"whatsapp:+14155550102","customerName":"whatsapp:+14155550102",' +
      '"name":"whatsapp:+14155550102","crm":{"case":7,"tags":[]}}',
  },
] as const;

for (const { channel, tab, opening, before, after } of CHANNELS) {
  test(
    `${channel}: messages both ways, End, the form, Complete, and every foreign byte is still there`,
    longUnless(channel === 'chat'),
    async ({ sandbox, flex }) => {
      await sandbox.settings(REQUIRED);
      await flex.open();
      const task = await sandbox.send({ channel, attributes: { crm: { case: 7, tags: [] } } });
      await flex.accept();
      await expect(flex.tabNamed(tab)).toBeVisible();
      await expect(flex.message(opening)).toBeVisible();
      await flex.say('Let me have a look.');
      await sandbox.customerSays(task, 'Thank you!');
      await expect(flex.message('Thank you!')).toBeVisible();
      expect((await sandbox.task(task)).conversation?.messages.map(({ text }) => text)).toEqual([
        opening,
        'Let me have a look.',
        'Thank you!',
      ]);
      await flex.openTab();
      await answerDigital(flex);
      await shot(flex.page, `channel-${channel}`);
      await flex.end();
      await flex.expectWrapUp();
      expect((await sandbox.task(task)).status).toBe('wrapping');
      await expect(flex.panel.getByText(/^Saved at/)).toBeVisible();
      await shot(flex.page, `channel-${channel}-wrap-up`);
      await flex.complete();

      const { attributes } = await sandbox.completed(task);
      expect(withoutSids(attributes)).toBe(`${before},${ANSWERS}${after}`);
      await flex.expectNoTask();
      expect(await sandbox.count('task.update')).toBe(1);
      // Once to wrap up, once to complete.
      expect(await sandbox.count('interactionChannel.update')).toBe(2);
      expect(await sandbox.count('reservation.update')).toBe(0);
    },
  );
}

test(
  'an e-mail: read, ended, the form, Complete, and every foreign byte is still there',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings(REQUIRED);
    await flex.open();
    const task = await sandbox.send({
      channel: 'email',
      attributes: { crm: { case: 7, tags: [] } },
    });
    await flex.accept();
    await expect(flex.tabNamed('Email')).toBeVisible();
    await expect(flex.page.getByText('My order 20417').first()).toBeVisible();
    await shot(flex.page, 'channel-email-read');
    await flex.openTab();
    await answerDigital(flex);
    await flex.end();
    await flex.expectWrapUp();
    await expect(flex.panel.getByText(/^Saved at/)).toBeVisible();
    await shot(flex.page, 'channel-email-wrap-up');
    await flex.complete();

    const { attributes } = await sandbox.completed(task);
    expect(withoutSids(attributes)).toBe(
      '{"flexChannelInviteSid":"KG…","channelType":"email","conversationSid":"CH…","customers":{},' +
        '"taskCreateSource":"interaction","conversations":{"initiated_by":"Customer",' +
        '"communication_channel":"Email","conversation_id":"KD…",' +
        `"media":[{"type":"ChatTranscript","sid":"CH…"}],${ANSWERS}},"initiatedBy":"customer",` +
        '"flexInteractionChannelSid":"UO…","flexInteractionSid":"KD…","direction":"inbound",' +
        '"from":"grace@example.com","customerAddress":"grace@example.com",' +
        '"customerName":"Grace Hopper","name":"Grace Hopper","crm":{"case":7,"tags":[]}}',
    );
    await flex.expectNoTask();
  },
);

test(
  'a missing required answer stops the completion of a chat, which stays in wrap-up',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings(REQUIRED);
    await flex.open();
    const task = await sandbox.send({ channel: 'chat' });
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.end();
    await flex.expectWrapUp();
    await expect(flex.panel).toBeVisible();
    await flex.complete();
    await expect(flex.field('Outcome')).toBeFocused();
    expect((await sandbox.task(task)).status).toBe('wrapping');
    expect(await sandbox.attributes(task)).toBe(before);
    expect(await sandbox.count('interactionChannel.update')).toBe(1);

    await answerDigital(flex);
    await flex.complete();
    await sandbox.completed(task);
  },
);

test(
  'a customer who leaves a chat puts it into wrap-up with no action, and the gate is still there',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings(REQUIRED);
    await flex.open();
    await recordActions(flex);
    const task = await sandbox.send({ channel: 'chat' });
    await flex.accept();
    await expect(flex.message('Hello, my order has not arrived.')).toBeVisible();
    await sandbox.customerHangsUp(task);
    await flex.expectWrapUp();
    await expect(flex.panel).toBeVisible();
    await flex.complete();
    await expect(flex.field('Outcome')).toBeFocused();
    await answerDigital(flex);
    await flex.complete();
    await sandbox.completed(task);
    await expect
      .poll(() => ran(flex))
      .toEqual([
        'beforeAcceptTask',
        'afterAcceptTask',
        // The one that was stopped.
        'beforeCompleteTask',
        'beforeCompleteTask',
        'afterCompleteTask',
      ]);
  },
);

test('a reload brings a conversation back with what was said', LONG, async ({ sandbox, flex }) => {
  await flex.open();
  const task = await sandbox.send({ channel: 'chat' });
  await flex.accept();
  await flex.say('One moment.');
  await flex.reload();
  await flex.taskNamed('Grace').click();
  await expect(flex.message('One moment.')).toBeVisible();
  await flex.say('Here I am again.');
  expect((await sandbox.task(task)).conversation?.messages).toHaveLength(3);
});

test.describe('an agent who leaves or parks a conversation, as the account allows it', () => {
  const ALLOWED = {
    features: ['leave-pause-resume-all-digital-channels'],
    endMethods: ['Leave', 'Pause'],
  } as const;

  for (const how of ['Leave', 'Pause'] as const) {
    test(
      `${how} ends the reservation with no WrapupTask and no CompleteTask`,
      longUnless(how === 'Leave'),
      async ({ sandbox, flex }) => {
        await sandbox.settings({ ...ALLOWED, plugin: false });
        await flex.open();
        await recordActions(flex);
        const task = await sandbox.send({ channel: 'chat' });
        await flex.accept();
        await flex.openTaskMenu(how);
        await sandbox.completed(task);
        await flex.expectNoTask();
        expect(await ran(flex)).toEqual(['beforeAcceptTask', 'afterAcceptTask']);
      },
    );
  }

  for (const how of ['Leave', 'Pause'] as const) {
    test(
      `${how} is gated: it asks for the answers, and goes on with them`,
      longUnless(how === 'Pause'),
      async ({ sandbox, flex }) => {
        await sandbox.settings({ ...REQUIRED, ...ALLOWED });
        await flex.open();
        const task = await sandbox.send({ channel: 'chat' });
        await flex.accept();
        await flex.openTaskMenu(how);
        await expect(flex.field('Outcome')).toBeFocused();
        await sandbox.expectStatus(task, 'assigned');
        await answerDigital(flex);
        await flex.openTaskMenu(how);
        const { record } = await sandbox.completed(task);
        expect(record.values).toMatchObject({
          'conversations.outcome': 'Resolved in this contact',
        });
        await flex.expectNoTask();
      },
    );
  }

  test(
    'with wrapup-task-on-leave-and-pause, Leave wraps up, and Complete is gated and takes the agent out',
    LONG,
    async ({ sandbox, flex }) => {
      await sandbox.settings({
        ...REQUIRED,
        ...ALLOWED,
        features: [...ALLOWED.features, 'wrapup-task-on-leave-and-pause'],
      });
      await flex.open();
      const task = await sandbox.send({ channel: 'chat' });
      await flex.accept();
      await flex.openTaskMenu('Leave');
      await flex.expectWrapUp();
      await flex.complete();
      await expect(flex.field('Outcome')).toBeFocused();
      await answerDigital(flex);
      await flex.complete();
      const { record } = await sandbox.completed(task);
      expect(record.values).toMatchObject({ 'conversations.outcome': 'Resolved in this contact' });
      await flex.expectNoTask();
      expect(await sandbox.count('interactionParticipant.update')).toBe(1);
    },
  );
});

test.describe('Flex alone', () => {
  test.beforeEach(({ sandbox }) => sandbox.settings({ plugin: false }));

  for (const channel of ['chat', 'sms', 'whatsapp', 'email'] as const) {
    test(
      `${channel}: End wraps up, Complete completes, and nothing is logged as an error`,
      longUnless(channel === 'email'),
      async ({ sandbox, flex, watch }) => {
        await flex.open();
        await recordActions(flex);
        const task = await sandbox.send({ channel });
        const before = await sandbox.attributes(task);
        await flex.accept();
        await flex.end();
        await flex.expectWrapUp();
        await flex.complete();
        expect((await sandbox.completed(task)).attributes).toBe(before);
        await flex.expectNoTask();
        await expect
          .poll(() => ran(flex))
          .toEqual([
            'beforeAcceptTask',
            'afterAcceptTask',
            'beforeWrapupTask',
            'afterWrapupTask',
            'beforeCompleteTask',
            'afterCompleteTask',
          ]);
        expect((await sandbox.calls()).filter(({ status }) => status >= 400)).toEqual([]);
        expect([...new Set(watch.errors)].sort()).toEqual([...FLEXS_OWN].sort());
      },
    );
  }
});
