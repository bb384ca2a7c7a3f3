import type { Page } from '@playwright/test';
import { smallCatalog } from './support/catalogs';
import type { FlexWindow } from './support/FlexPage';
import { LONG } from './support/long';
import { withConversations } from './support/rawAttributes';
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
