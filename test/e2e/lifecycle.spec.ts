import type { FlexWindow } from './support/FlexPage';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';
import { takeCall } from './support/takeCall';

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

test('answers given in wrap-up are back after a reload, and complete', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  const call = await sandbox.send();
  await flex.accept();
  await flex.expectLive();
  const before = await sandbox.attributes(call);
  await sandbox.customerHangsUp(call);
  await flex.expectWrapUp();
  await flex.answerService();
  await flex.chooseAll('Contact reasons', ['Payment', 'Invoice question']);
  await flex.text('Note').fill('half a sen');
  await expect.poll(() => flex.drafts()).toBe(1);
  await flex.reload();

  await flex.taskNamed('+1 415-555-0100').click();
  await flex.openTab();
  await expect(flex.field('Outcome')).toHaveValue('Resolved in this contact');
  await expect(flex.field('Campaign')).toHaveValue('Renewals');
  await expect(flex.panel.getByRole('listitem')).toHaveText([/^Invoice question/, /^Payment/]);
  await expect(flex.text('Note')).toHaveValue('half a sen');
  await shot(flex.page, 'after-reload');
  await flex.text('Note').press('End');
  await flex.text('Note').pressSequentially('tence');
  await flex.complete();

  expect((await sandbox.completed(call)).attributes).toBe(
    withConversations(
      before,
      '{"outcome":"Resolved in this contact","campaign":"Renewals",' +
        '"conversation_attribute_1":"billing-invoice","conversation_label_1":"Invoice question",' +
        '"conversation_attribute_2":"billing-payment","conversation_label_2":"Payment",' +
        '"content":"half a sentence"}',
    ),
  );
  await flex.expectNoTask();
  await expect.poll(() => flex.drafts()).toBe(0);
});

test('what was not saved of a task that ended while Flex was closed is listed once; a task still there keeps its answers', async ({
  sandbox,
  flex,
}) => {
  const { call, before } = await takeCall(sandbox, flex);
  await flex.choose('Outcome', 'Ticket opened');
  await sandbox.customerHangsUp(call);
  await flex.expectWrapUp();
  // What is answered by then is saved when wrap-up begins.
  const saved = withConversations(before, '{"outcome":"Ticket opened"}');
  await expect.poll(() => sandbox.attributes(call)).toBe(saved);
  await flex.text('Note').fill('never saved');
  const stays = await sandbox.sendCustom({ name: 'Still there' });
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await expect.poll(() => flex.drafts()).toBe(2);
  await flex.page.goto('about:blank');
  await sandbox.completeFromOutside(call);
  expect((await sandbox.completed(call)).attributes).toBe(saved);

  await flex.open();
  const aside = flex.page.locator('[data-debrief="aside"]');
  await expect(aside).toContainText('The task ended while Flex was closed here.');
  await expect(aside.getByRole('definition')).toHaveText(['never saved']);
  await shot(flex.page, 'ended-while-closed');
  expect(await flex.drafts()).toBe(1);
  await flex.page.getByRole('button', { name: 'Put away' }).click();
  await expect(aside).toHaveCount(0);
  await expect.poll(() => flex.asides()).toBe(0);

  await flex.reload();
  await flex.taskNamed('Still there').click();
  await flex.openTab();
  await expect(flex.field('Outcome')).toHaveValue('Resolved in this contact');
  await flex.complete();
  await sandbox.completed(stays);
  await expect.poll(() => flex.drafts()).toBe(0);
  expect(await flex.asides()).toBe(0);
  await expect(aside).toHaveCount(0);
});

test('two tasks at a time never mix their answers', async ({ sandbox, flex }) => {
  await flex.open();
  const first = await sandbox.sendCustom({ name: 'First' });
  await flex.accept();
  const second = await sandbox.sendCustom({ name: 'Second' });
  await flex.accept();

  await flex.taskNamed('First').click();
  await flex.openTab();
  await flex.answerService('Ticket opened', 'Newsletter');
  await flex.text('Note').fill('about the first');
  await flex.taskNamed('Second').click();
  await flex.openTab();
  await expect(flex.field('Outcome')).toHaveValue('');
  await expect(flex.text('Note')).toHaveValue('');
  await flex.choose('Outcome', 'Information given');
  await flex.taskNamed('First').click();
  await flex.openTab();
  await expect(flex.field('Outcome')).toHaveValue('Ticket opened');
  await expect(flex.text('Note')).toHaveValue('about the first');

  // The second, in the background, lacks its campaign: it alone is stopped and shown.
  const [firstResult, secondResult] = await Promise.all([
    flex.invokeComplete(first.reservationSid),
    flex.invokeComplete(second.reservationSid),
  ]);
  expect([firstResult, secondResult].sort()).toEqual([
    'Action CompleteTask cancelled by before event',
    'completed',
  ]);
  expect((await sandbox.completed(first)).attributes).toBe(
    '{"name":"First","direction":"inbound","customerAddress":"grace@example.com",' +
      '"conversations":{"outcome":"Ticket opened","campaign":"Newsletter","content":"about the first"}}',
  );
  await expect(flex.field('Campaign')).toBeFocused();
  await expect(flex.field('Outcome')).toHaveValue('Information given');
  await flex.choose('Campaign', 'Spring offer');
  await flex.complete();
  expect((await sandbox.completed(second)).attributes).toBe(
    '{"name":"Second","direction":"inbound","customerAddress":"grace@example.com",' +
      '"conversations":{"outcome":"Information given","campaign":"Spring offer"}}',
  );
});

test.describe('when the customer hangs up', () => {
  test('the tab comes to front', LONG, async ({ sandbox, flex }) => {
    await flex.open();
    const call = await sandbox.send();
    await flex.accept();
    await flex.expectLive();
    await flex.tabNamed('Info').click();
    await expect(flex.panel).toBeHidden();
    await sandbox.customerHangsUp(call);

    await expect(flex.panel).toBeVisible();
    await shot(flex.page, 'wrap-up-begins');
  });

  test('the tab stays behind while the agent types elsewhere', LONG, async ({ sandbox, flex }) => {
    await flex.open();
    const call = await sandbox.send();
    await flex.accept();
    await flex.expectLive();
    await flex.page.evaluate(() => {
      const field = document.createElement('textarea');
      field.setAttribute('aria-label', 'CRM note');
      document.body.append(field);
    });
    const elsewhere = flex.page.getByRole('textbox', { name: 'CRM note' });
    await elsewhere.focus();
    await sandbox.customerHangsUp(call);
    await flex.expectWrapUp();

    await elsewhere.pressSequentially('still mine');
    await expect(elsewhere).toHaveValue('still mine');
    await expect(elsewhere).toBeFocused();
    await expect(flex.panel).toBeHidden();
    await elsewhere.blur();
    await flex.complete();
    await expect(flex.panel).toBeVisible();
  });

  test('an agent who is typing in the panel types on', LONG, async ({ sandbox, flex }) => {
    await flex.open();
    const call = await sandbox.send();
    await flex.accept();
    await flex.expectLive();
    await flex.openTab();
    await flex.text('Note').fill('the customer said');
    await sandbox.customerHangsUp(call);
    await flex.expectWrapUp();

    await expect(flex.text('Note')).toBeFocused();
    await expect(flex.panel).toBeVisible();
  });

  test('what was chosen before is on the task for a completion elsewhere', async ({
    sandbox,
    flex,
  }) => {
    const { call, before } = await takeCall(sandbox, flex);
    await flex.answerService();
    await sandbox.customerHangsUp(call);
    await expect(flex.panel.getByText(/^Saved at /)).toBeVisible();
    await sandbox.completeFromOutside(call);

    expect((await sandbox.completed(call)).attributes).toBe(
      withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
    );
    await flex.expectNoTask();
    expect(await sandbox.count('task.update')).toBe(1);
    await expect(flex.notice(/./)).toHaveCount(0);
  });

  test('answers given after that are announced as lost when the task ends elsewhere', async ({
    sandbox,
    flex,
    watch,
  }) => {
    const { call, before } = await takeCall(sandbox, flex);
    await flex.choose('Outcome', 'Waiting for customer');
    await sandbox.customerHangsUp(call);
    await expect(flex.panel.getByText(/^Saved at /)).toBeVisible();
    await flex.choose('Campaign', 'Renewals');
    await sandbox.completeFromOutside(call);

    expect((await sandbox.completed(call)).attributes).toBe(
      withConversations(before, '{"outcome":"Waiting for customer"}'),
    );
    const aside = flex.page.locator('[data-debrief="aside"]');
    await expect(aside).toContainText('Not in the record of the task that ended');
    await expect(aside.getByRole('definition')).toHaveText(['Renewals']);
    // It says the same, and the list would lie over its button to close it.
    await expect(flex.notice(/./)).toHaveCount(0);
    await shot(flex.page, 'ended-elsewhere');
    expect(watch.endings).toEqual([
      '[debrief] ended-unsaved {"reservationSid":"WR…","how":"elsewhere","form":"inbound-service","version":1,"unsaved":["campaign"]}',
    ]);
    await expect.poll(() => flex.drafts()).toBe(0);
  });

  test('a flush and a changed mind make two writes, no more', LONG, async ({ sandbox, flex }) => {
    const { call, before } = await takeCall(sandbox, flex);
    await flex.answerService();
    await sandbox.customerHangsUp(call);
    await expect(flex.panel.getByText(/^Saved at /)).toBeVisible();
    await flex.choose('Outcome', 'Callback promised');
    await flex.text('Reference').fill('T-2');
    await flex.complete();

    expect((await sandbox.completed(call)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Callback promised","campaign":"Renewals","case":"T-2"}',
      ),
    );
    expect(await sandbox.count('task.update')).toBe(2);
  });
});

test(
  'a reservation that ends before it is accepted ends quietly',
  LONG,
  async ({ sandbox, flex, watch }) => {
    await flex.open();
    const accept = flex.page.getByRole('button', { name: /^Accept/ }).first();
    for (const how of ['timeout', 'rescind', 'reject'] as const) {
      const task = await sandbox.sendCustom();
      await expect(accept).toBeVisible();
      await sandbox.post(`reservations/${task.reservationSid}/${how}`);
      await flex.expectNoTask();
    }
    const canceled = await sandbox.sendCustom();
    await expect(accept).toBeVisible();
    await sandbox.post(`tasks/${canceled.taskSid}/cancel`);
    await flex.expectNoTask();

    expect(watch.endings).toEqual(
      ['timeout', 'rescinded', 'rejected', 'canceled'].map(
        (how) => `[debrief] ended {"reservationSid":"WR…","how":"${how}"}`,
      ),
    );
    await expect(flex.notice(/Debrief|ended/)).toHaveCount(0);
    expect(await flex.drafts()).toBe(0);
    expect(await sandbox.count('task.update')).toBe(0);
  },
);

test(
  'text typed right before Complete is in the record, in one write',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.text('Note').fill('to the las');
    await flex.text('Note').press('End');
    // One turn of the page: the last key and the press on Complete, with nothing in between.
    const complete = await flex.completeButton.elementHandle();
    await flex.page.keyboard.press('t');
    await complete!.evaluate((button) => (button as HTMLElement).click());

    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Resolved in this contact","campaign":"Renewals","content":"to the last"}',
      ),
    );
    expect(await sandbox.count('task.update')).toBe(1);
  },
);

test(
  'accept, hold, wrap-up and complete work with the version check',
  LONG,
  async ({ sandbox, flex }) => {
    const { call, before } = await takeCall(sandbox, flex);
    await flex.choose('Outcome', 'Ticket opened');
    // Once in the list of tasks, once in the task.
    const button = (name: string) => flex.page.getByRole('button', { name, exact: true }).first();
    await button('Hold Customer').click();
    await expect(button('Unhold Customer')).toBeVisible();
    await button('Unhold Customer').click();
    await expect(button('Hold Customer')).toBeVisible();
    expect(await sandbox.count('customerParticipant.update')).toBe(2);
    await flex.expectLive();
    await flex.choose('Campaign', 'Newsletter');
    await sandbox.customerHangsUp(call);
    await flex.expectWrapUp();
    await flex.complete();

    expect((await sandbox.completed(call)).attributes).toBe(
      withConversations(before, '{"outcome":"Ticket opened","campaign":"Newsletter"}'),
    );
    const refused = (await sandbox.calls()).filter(({ status }) => status === 412);
    expect(refused).toEqual([]);
  },
);

test('Hang Up runs HangupCall and no WrapupTask; wrap-up and completion follow', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  const call = await sandbox.send();
  await flex.accept();
  await flex.expectLive();
  await flex.page.evaluate(() => {
    const page = window as never as FlexWindow & { ran: string[] };
    page.ran = [];
    for (const action of ['HangupCall', 'WrapupTask', 'CompleteTask']) {
      page.Twilio.Flex.Actions.addListener(`before${action}`, () => page.ran.push(action));
    }
  });
  await flex.openTab();
  await flex.answerService();
  await flex.hangUp();
  await flex.expectWrapUp();
  await expect(flex.panel.getByText(/^Saved at /)).toBeVisible();
  const ran = () => flex.page.evaluate(() => (window as never as { ran: string[] }).ran);
  expect(await ran()).toEqual(['HangupCall']);
  await flex.complete();

  expect((await sandbox.completed(call)).record.values).toMatchObject({
    'conversations.outcome': 'Resolved in this contact',
    'conversations.campaign': 'Renewals',
  });
  expect(await ran()).toEqual(['HangupCall', 'CompleteTask']);
});

test('undo takes back a saved answer from the task too', async ({ sandbox, flex }) => {
  const { call, before } = await takeCall(sandbox, flex);
  await flex.answerService();
  await flex.text('Reference').fill('WRONG');
  await sandbox.customerHangsUp(call);
  await expect(flex.panel.getByText(/^Saved at /)).toBeVisible();
  await flex.panel.getByRole('button', { name: 'Undo' }).click();
  await expect(flex.text('Reference')).toHaveValue('');
  await flex.complete();

  expect((await sandbox.completed(call)).attributes).toBe(
    withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
  );
});
