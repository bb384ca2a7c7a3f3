import type { FlexWindow } from './support/FlexPage';
import { starterCatalog } from './support/catalogs';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

const ANSWERS = '{"outcome":"Resolved in this contact","campaign":"Renewals"}';
const REQUIRED = { enforcement: 'required' };

// Two desktops, and waits of Twilio's own making.
test.describe.configure({ timeout: 120_000 });

test('answers go through the Functions, in one call, and the browser writes nothing itself', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings({ debrief: REQUIRED, functions: true });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  // The first is the plugin's question at the start whether the service is there.
  await expect.poll(() => sandbox.count('functions.call')).toBe(1);
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
  await flex.expectNoTask();
  expect(await sandbox.count('functions.call')).toBe(2);
  expect(await sandbox.count('api.task.update')).toBe(1);
  expect(await sandbox.count('task.update')).toBe(0);
});

test('another writer’s change is kept although Flex checks no versions', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings({ debrief: REQUIRED, functions: true, versionCheck: false });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await sandbox.fault('api.task.update', { type: 'other-writer', set: { theirs: 'kept' } });
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(`${before.slice(0, -1)},"theirs":"kept"}`, ANSWERS),
  );
});

test(
  'a wrong address is told to those who can mend it, and agents work on',
  LONG,
  async ({ sandbox, flex, deskOf, expectErrors }) => {
    const functionsUrl = `${sandbox.addresses.functions}/nowhere`;
    const blocked = (page: string, endpoint: string): string =>
      `Access to fetch at '${functionsUrl}/${endpoint}' from origin '${page}' has been blocked by CORS policy: ` +
      "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
    const { admin: adminPage, agent1 } = sandbox.addresses.people;
    expectErrors(
      ...[adminPage, agent1].flatMap((page) => [
        blocked(page, 'attributes'),
        blocked(page, 'catalog'),
      ]),
      'Failed to load resource: net::ERR_FAILED',
    );
    // Without a catalog of their own it would not be known by which one they work.
    await sandbox.settings({ debrief: { ...REQUIRED, functionsUrl, catalog: starterCatalog() } });
    const admin = await deskOf('admin');
    await admin.open();
    await expect(admin.notice(/Debrief: the Functions at .* cannot save answers/)).toBeVisible();
    await shot(admin.page, 'functions-wrong-address');

    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
    // Whether there is a newer catalog is the agents' business too; all else is not.
    await expect(flex.notice('Debrief')).toHaveCount(0);
    expect(await sandbox.count('task.update')).toBe(1);
  },
);

test(
  'a busy Twilio: the agent is told how long, goes on working, and the task completes by itself',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors(
      'Failed to load resource: the server responded with a status of 429 (Too Many Requests)',
    );
    await sandbox.settings({ debrief: REQUIRED, functions: true });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    // Longer than the Function works on it, so that the browser queues.
    await sandbox.fault('api.reservation.list', {
      type: 'status',
      status: 429,
      retryAfterSeconds: 6,
    });
    await flex.complete();

    await expect(flex.panel.getByRole('heading', { name: 'Waiting to save' })).toBeVisible();
    await expect(
      flex.panel.getByRole('paragraph').filter({ hasText: 'The task then completes by itself.' }),
    ).toBeVisible();
    await shot(flex.page, 'waiting');
    await flex.text('Note').fill('typed while waiting');
    expect((await sandbox.completed(task, 45_000)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Resolved in this contact","campaign":"Renewals","content":"typed while waiting"}',
      ),
    );
    await flex.expectNoTask();
  },
);

test(
  'what those who run Flex should know stands in the log of the Functions as a warning',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({ debrief: REQUIRED, functions: true });
    await flex.open();
    const gone = await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.choose('Outcome', 'Resolved in this contact');
    await sandbox.completeFromOutside(gone);
    await flex.expectNoTask();
    const ended = {
      taskSid: gone.taskSid,
      reservationSid: gone.reservationSid,
      incident: 'ended-unsaved',
      facts: { how: 'elsewhere', form: 'inbound-service', version: 1, unsaved: ['outcome'] },
      workerSid: expect.stringMatching(/^WK[0-9a-f]{32}$/) as unknown,
    };
    await expect.poll(() => sandbox.warnings()).toEqual([ended]);

    await flex.page.evaluate(() => {
      const { Actions } = (window as never as FlexWindow).Twilio.Flex;
      Actions.addListener('beforeCompleteTask', () => new Promise(() => undefined));
    });
    const held = await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.complete();
    await expect(
      flex.page.getByText('another plugin has not answered for 15 seconds').first(),
    ).toBeVisible({ timeout: 30_000 });
    await expect
      .poll(() => sandbox.warnings())
      .toEqual([
        ended,
        {
          taskSid: held.taskSid,
          reservationSid: held.reservationSid,
          incident: 'held-up',
          facts: { action: 'CompleteTask' },
          workerSid: ended.workerSid,
        },
      ]);
  },
);
