import { callAttributes } from './support/callAttributes';
import { withConversations, withoutSids } from './support/rawAttributes';
import { shot } from './support/shot';
import { LONG } from './support/long';
import { expect, test } from './support/test';

const REQUIRED = { debrief: { enforcement: 'required' } };

test('an inbound call: answers, hang-up by the customer, Complete, and the record holds every byte', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings(REQUIRED);
  await flex.open();
  const call = await sandbox.send({ queue: 'Support', attributes: { crm: { case: 7, tags: [] } } });
  await flex.accept();
  await flex.openTab();
  await shot(flex.page, 'call-empty');
  await flex.answerService();
  await flex.chooseAll('Contact reasons', ['Late delivery', 'Billing dispute']);
  await flex.answer('First contact about this?', 'No');
  await flex.text('Reference').fill('A-1');
  await flex.text('Note').fill('Credit of 5 given');
  await shot(flex.page, 'call-filled');
  await sandbox.customerHangsUp(call);
  await flex.expectWrapUp();
  await expect(flex.panel.getByText(/^Saved at/)).toBeVisible();
  await shot(flex.page, 'wrap-up-saved');
  await flex.complete();

  const { attributes } = await sandbox.completed(call);
  expect(withoutSids(attributes)).toBe(
    `{${callAttributes()},"crm":{"case":7,"tags":[]},` +
      '"conference":{"sid":"CF…","participants":{"worker":"CA…","customer":"CA…"}},' +
      '"conversations":{"outcome":"Resolved in this contact","campaign":"Renewals",' +
      '"conversation_attribute_1":"billing-dispute","conversation_label_1":"Billing dispute",' +
      '"conversation_attribute_2":"delivery-late","conversation_label_2":"Late delivery",' +
      '"conversation_attribute_4":"No","case":"A-1","content":"Credit of 5 given"}}',
  );
  await flex.expectNoTask();
  expect(await sandbox.count('task.update')).toBe(1);
});

test(
  'an outbound call gets the sales form, and a number stays a number',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings(REQUIRED);
    await flex.open();
    const call = await sandbox.send({ direction: 'outbound', queue: 'Sales' });
    await flex.expectLive();
    const accepted = await sandbox.attributes(call);
    await flex.openTab();
    await flex.choose('Outcome', 'Offer sent');
    await flex.choose('Campaign', 'Spring offer');
    await flex.text('Order value').fill('1200.50');
    await sandbox.customerHangsUp(call);
    await flex.complete();

    expect((await sandbox.completed(call)).attributes).toBe(
      withConversations(
        accepted,
        '{"outcome":"Offer sent","campaign":"Spring offer","conversation_measure_1":1200.5}',
      ),
    );
  },
);

test('a custom channel completes straight from accepted, with one write', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings(REQUIRED);
  await flex.open();
  const task = await sandbox.sendCustom({ ticket: 'T-881' });
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    '{"name":"Web request","direction":"inbound","customerAddress":"grace@example.com",' +
      '"ticket":"T-881","conversations":{"outcome":"Resolved in this contact","campaign":"Renewals"}}',
  );
  await flex.expectNoTask();
  expect(await sandbox.count('task.update')).toBe(1);
});

test('a required answer missing stops completion, brings the tab to front and asks in the field', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings(REQUIRED);
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.choose('Outcome', 'Ticket opened');
  await flex.tabNamed('Info').click();
  await expect(flex.panel).toBeHidden();
  await flex.complete();

  await expect(flex.panel).toBeVisible();
  await expect(flex.field('Campaign')).toBeFocused();
  await expect(flex.field('Campaign')).toHaveAttribute('aria-invalid', 'true');
  await expect(flex.field('Campaign')).toHaveAccessibleDescription(/This answer is required\./);
  await expect(flex.field('Outcome')).toHaveAttribute('aria-invalid', 'false');
  await shot(flex.page, 'required-missing');
  expect((await sandbox.task(task)).status).toBe('assigned');
  expect(await sandbox.attributes(task)).toBe(before);
  expect(await sandbox.count('task.update')).toBe(0);

  await flex.choose('Campaign', 'Win-back');
  await expect(flex.field('Campaign')).toHaveAttribute('aria-invalid', 'false');
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(before, '{"outcome":"Ticket opened","campaign":"Win-back"}'),
  );
});

test('a completion by another program with {sid} is gated as well', async ({ sandbox, flex }) => {
  await sandbox.settings(REQUIRED);
  await flex.open();
  const task = await sandbox.sendCustom();
  await flex.accept();

  expect(await flex.invokeComplete(task.reservationSid)).toBe(
    'Action CompleteTask cancelled by before event',
  );
  await expect(flex.field('Outcome')).toBeFocused();
  expect((await sandbox.task(task)).status).toBe('assigned');

  await flex.answerService();
  expect(await flex.invokeComplete(task.reservationSid)).toBe('completed');
  expect((await sandbox.completed(task)).record.values).toMatchObject({
    'conversations.outcome': 'Resolved in this contact',
  });
});
