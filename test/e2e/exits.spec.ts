import type { Page } from '@playwright/test';
import { smallCatalog } from './support/catalogs';
import type { FlexPage, FlexWindow } from './support/FlexPage';
import { LONG } from './support/long';
import { withConversations, withoutSids } from './support/rawAttributes';
import type { Sandbox, Sent } from './support/Sandbox';
import { shot } from './support/shot';
import { expect, test } from './support/test';

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { catalog: smallCatalog() } }));

/** Another plugin in whose hands an action ends: the page stays where it is. */
const endAction = (page: Page, action: string) =>
  page.evaluate((name) => {
    const { Actions } = (window as never as FlexWindow).Twilio.Flex;
    Actions.replaceAction(name, () => Promise.resolve());
  }, action);

const invoke = (page: Page, action: string) =>
  page.evaluate(
    (name) => (window as never as FlexWindow).Twilio.Flex.Actions.invokeAction(name, {}),
    action,
  );

test('log-out and a change of activity put the answers of open tasks on them first, and say so', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  await endAction(flex.page, 'Logout');
  await endAction(flex.page, 'SetActivity');
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.text('Note').fill('before the break');
  await invoke(flex.page, 'SetActivity');
  expect(await sandbox.attributes(task)).toBe(
    withConversations(before, '{"content":"before the break"}'),
  );
  await expect(
    flex.notice('Your answers to 1 open task were saved. The task still waits to be completed.'),
  ).toBeVisible();
  await shot(flex.page, 'left-saved');

  await flex.text('Note').fill('before going home');
  await invoke(flex.page, 'Logout');
  expect(await sandbox.attributes(task)).toBe(
    withConversations(before, '{"content":"before going home"}'),
  );
  expect((await sandbox.task(task)).status).toBe('assigned');
  expect(await sandbox.count('task.update')).toBe(2);
});

test(
  'a Twilio that does not answer keeps nobody from logging out for longer than seconds',
  LONG,
  async ({ sandbox, flex, watch }) => {
    await flex.open();
    await endAction(flex.page, 'Logout');
    await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.text('Note').fill('before going home');
    await sandbox.fault('task.update', { type: 'hang' });
    const began = Date.now();
    await invoke(flex.page, 'Logout');
    expect(Date.now() - began).toBeLessThan(8_000);
    await expect(
      flex.notice('Your answers to 1 open task are not saved yet. They are kept in this browser.'),
    ).toBeVisible();
    expect(watch.warnings).toContain('[debrief] left-unsaved {"reservationSid":"WR…"}');
  },
);

test("another plugin's timer that completes a task is asked for its answers each time", async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.page.evaluate((sid) => {
    const { Actions } = (window as never as FlexWindow).Twilio.Flex;
    const results: string[] = [];
    (window as never as { results: string[] }).results = results;
    const timer = setInterval(() => {
      Actions.invokeAction('CompleteTask', { sid }).then(
        () => {
          clearInterval(timer);
          results.push('completed');
        },
        (error: Error) => results.push(error.message),
      );
    }, 1_000);
  }, task.reservationSid);
  const results = () =>
    flex.page.evaluate(() => (window as never as { results: readonly string[] }).results);
  await expect.poll(async () => (await results()).length).toBeGreaterThan(1);
  expect(new Set(await results())).toEqual(
    new Set(['Action CompleteTask cancelled by before event']),
  );
  expect((await sandbox.task(task)).status).toBe('assigned');
  await flex.choose('Outcome', 'Other');

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(before, '{"outcome":"Other"}'),
  );
});

test(
  "Flex's own shortcut for the end of a task meets the same gate",
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.page.keyboard.press('Control+Shift+Digit1');
    await expect(flex.field('Outcome')).toBeFocused();
    expect((await sandbox.task(task)).status).toBe('assigned');
    await flex.choose('Outcome', 'Other');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Other"}'),
    );
  },
);

/** Dials a customer; the task that this makes. */
const dial = async (flex: FlexPage, sandbox: Sandbox, number: string): Promise<Sent> => {
  await flex.dial(number, 'Sales');
  const task = (await sandbox.state()).tasks.find(({ attributes }) => attributes.includes(number));
  return { taskSid: task!.sid, reservationSid: task!.reservations[0]!.sid };
};

/** What Flex asks when a call comes in beside one that was dialled. Accept invokes HangupCall, then CompleteTask. */
const acceptInstead = async (flex: FlexPage): Promise<void> => {
  const dialog = flex.page.getByRole('alertdialog', { name: 'New Incoming call' });
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(dialog).toBeHidden();
};

const DIALLED = (number: string, conversations: string): string =>
  `{"direction":"outbound","outbound_to":"${number}","from":"+18885550199",` +
  '"conference":{"sid":"CF…","participants":{"worker":"CA…","customer":"CA…"}},' +
  `"conversations":${conversations}}`;

test("Flex's own dialog that hangs up and completes meets the same gate, with the answers and without", async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  const answered = await dial(flex, sandbox, '+14155550177');
  await flex.openTab();
  await flex.choose('Outcome', 'Other');
  const first = await sandbox.send();
  await acceptInstead(flex);
  expect(withoutSids((await sandbox.completed(answered)).attributes)).toBe(
    DIALLED('+14155550177', '{"outcome":"Other"}'),
  );
  await sandbox.expectLegs(first, 'agent1 accepted');
  await flex.expectLive();
  // Flex selects it before the other one is gone, and none after.
  await flex.taskNamed('+1 415-555-0100').click();
  await flex.hangUp();
  await flex.expectWrapUp();
  await flex.openTab();
  await flex.choose('Outcome', 'Other');
  await flex.complete();
  await sandbox.completed(first);

  const open = await dial(flex, sandbox, '+14155550178');
  const second = await sandbox.send();
  await acceptInstead(flex);
  // The dialog takes the incoming call whatever becomes of the other one.
  await sandbox.expectLegs(second, 'agent1 accepted');
  await sandbox.expectLegs(open, 'agent1 wrapping');
  await shot(flex.page, 'dialog-without-answers');
  await flex.taskNamed('+1 415-555-0178').click();
  await expect(flex.panel).toBeVisible();
  await expect(flex.field('Outcome')).toHaveAccessibleDescription(/required/i);
  await flex.choose('Outcome', 'Other');
  await flex.complete();
  expect(withoutSids((await sandbox.completed(open)).attributes)).toBe(
    DIALLED('+14155550178', '{"outcome":"Other"}'),
  );
  await sandbox.expectLegs(second, 'agent1 accepted');
});
