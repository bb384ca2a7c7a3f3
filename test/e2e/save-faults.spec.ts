import { withConversations } from './support/rawAttributes';
import { answered, unanswered } from './support/sdkErrors';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

const ANSWERS = '{"outcome":"Resolved in this contact","campaign":"Renewals"}';

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

test('writes that fail stop the completion with the reason, and a retry completes', async ({
  sandbox,
  flex,
  expectErrors,
}) => {
  expectErrors(...answered(500, 'Internal Server Error'));
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await sandbox.fault('task.update', { type: 'status', status: 500 }, 4);
  await flex.complete();

  await expect(flex.failure).toBeVisible();
  await expect(
    flex.panel.getByText(
      'Twilio has a problem right now. Wait a moment, then try again. Your answers are kept here.',
    ),
  ).toBeVisible();
  await shot(flex.page, 'save-failed');
  expect((await sandbox.task(task)).status).toBe('assigned');
  expect(await sandbox.attributes(task)).toBe(before);
  await expect(flex.field('Outcome')).toHaveValue('Resolved in this contact');
  await expect(flex.field('Campaign')).toHaveValue('Renewals');

  await flex.panel.getByRole('button', { name: 'Try again' }).click();
  expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
  await flex.expectNoTask();
});

test(
  'after a failed save an optional answer can be withdrawn, and the retry does not bring it back',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors(...answered(500, 'Internal Server Error'));
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.chooseAll('Contact reasons', ['Late delivery', 'Return']);
    await flex.text('Note').fill('secret card 4111');
    await sandbox.fault('task.update', { type: 'status', status: 500 }, 4);
    await flex.complete();
    await expect(flex.failure).toBeVisible();

    await flex.panel.getByRole('button', { name: 'Remove Return' }).click();
    await flex.text('Note').fill('');
    await flex.panel.getByRole('button', { name: 'Try again' }).click();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Resolved in this contact","campaign":"Renewals",' +
          '"conversation_attribute_1":"delivery-late","conversation_label_1":"Late delivery"}',
      ),
    );
  },
);

test(
  'a busy Twilio (429) is asked again without the agent',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors(...answered(429, 'Too Many Requests'));
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await sandbox.fault('task.update', { type: 'status', status: 429, retryAfterSeconds: 1 });
    await flex.complete();

    // The first window of the queue is 16 s wide: docs/decisions/0006-a-crowd.md.
    expect((await sandbox.completed(task, 40_000)).attributes).toBe(
      withConversations(before, ANSWERS),
    );
    expect(await sandbox.count('task.update')).toBe(2);
  },
);

test(
  'a read that fails once is done again without the agent',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors(...answered(503, 'Service Unavailable'));
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await sandbox.fault('task.fetch', { type: 'status', status: 503 });
    await flex.complete();

    expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
    expect(await sandbox.count('task.update')).toBe(1);
  },
);

test(
  'a refusal that no retry can change is said at once',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors(...answered(403, 'Forbidden'));
    await flex.open();
    const task = await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await sandbox.fault('task.update', { type: 'status', status: 403 });
    await flex.complete();

    await expect(
      flex.panel.getByText(
        /^Twilio refused the change\. If it does so again, tell your supervisor\./,
      ),
    ).toBeVisible();
    expect((await sandbox.task(task)).status).toBe('assigned');
    expect(await sandbox.count('task.update')).toBe(1);
  },
);

test('without a connection completion stops and says so; with it again the same answers complete', async ({
  sandbox,
  flex,
  expectErrors,
}) => {
  expectErrors(...unanswered('ERR_FAILED'));
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.page.route('**/v1/wschannels', (route) =>
    /"url":"[^"]*\/Tasks\//.test(route.request().postData() ?? '')
      ? route.abort('failed')
      : route.fallback(),
  );
  await flex.complete();
  await expect(flex.panel.getByText(/^There is no connection to Twilio\./)).toBeVisible();
  expect((await sandbox.task(task)).status).toBe('assigned');

  await flex.page.unrouteAll();
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
});

test(
  'no answer within ten seconds: completion stops, a second Complete meanwhile does no harm',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors('[time] Actions: Action CompleteTask is pending');
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.text('Note').fill('kept');
    // The first is given up after eight seconds and made once more, with which the ten are over.
    await sandbox.fault('task.update', { type: 'hang' }, 2);
    await flex.complete();
    await expect(flex.panel.getByText('Saving…')).toBeVisible();
    await shot(flex.page, 'saving');
    expect(await flex.invokeComplete(task.reservationSid)).toBe('Action is pending');
    await flex.text('Note').fill('kept, and more');

    await expect(flex.panel.getByText(/^Saving took too long\. Try again\./)).toBeVisible({
      timeout: 12_000,
    });
    expect((await sandbox.task(task)).status).toBe('assigned');
    expect(await sandbox.attributes(task)).toBe(before);
    await expect(flex.field('Outcome')).toHaveValue('Resolved in this contact');
    await expect(flex.text('Note')).toHaveValue('kept, and more');

    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Resolved in this contact","campaign":"Renewals","content":"kept, and more"}',
      ),
    );
  },
);

test.describe('another writer between our read and our write', () => {
  const stale = (version: number) =>
    answered(412, 'Precondition Failed', `Task WT… is at version ${version}, not ${version - 1}`);
  const OTHER = { type: 'other-writer', set: { 'crm.stage': 'won' } } as const;

  test(
    'is lost without the version check, as the notice to admins says',
    LONG,
    async ({ sandbox, flex, deskOf }) => {
      await sandbox.settings({ versionCheck: false });
      await flex.open();
      const task = await sandbox.sendCustom();
      const before = await sandbox.attributes(task);
      await flex.accept();
      await flex.openTab();
      await flex.answerService();
      await sandbox.fault('task.update', OTHER);
      await flex.complete();

      expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
      await expect(flex.notice('saving is unprotected')).toHaveCount(0);

      const admin = await deskOf('admin');
      await admin.open();
      await expect(
        admin.notice(
          'Debrief: saving is unprotected. Changes that another program makes to a task at the same moment can be lost. ' +
            'Turn on sdkOptions.worker.enableVersionCheck in the Flex configuration.',
        ),
      ).toBeVisible();
      await shot(admin.page, 'admin-unprotected');
    },
  );

  test(
    'who never stops is given up on with the reason, and the next try completes',
    LONG,
    async ({ sandbox, flex, expectErrors }) => {
      expectErrors(...[3, 4, 5, 6, 7].flatMap(stale));
      await flex.open();
      const task = await sandbox.sendCustom();
      const before = await sandbox.attributes(task);
      await flex.accept();
      await flex.openTab();
      await flex.answerService();
      await sandbox.fault('task.update', OTHER, 5);
      await flex.complete();
      await expect(
        flex.panel.getByText(/^Something else keeps changing this task\. Try again\./),
      ).toBeVisible();
      expect((await sandbox.task(task)).status).toBe('assigned');

      await flex.panel.getByRole('button', { name: 'Try again' }).click();
      expect((await sandbox.completed(task)).attributes).toBe(
        withConversations(`${before.slice(0, -1)},"crm":{"stage":"won"}}`, ANSWERS),
      );
    },
  );

  test('who wrote right before our read is read', LONG, async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await sandbox.fault('task.fetch', OTHER);
    await flex.complete();

    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(`${before.slice(0, -1)},"crm":{"stage":"won"}}`, ANSWERS),
    );
    expect(await sandbox.count('task.update')).toBe(1);
  });
});

test.describe('Complete without saving', () => {
  const fail = async (sandbox: {
    fault: (operation: string, kind: { type: 'status'; status: number }) => unknown;
  }) => sandbox.fault('task.update', { type: 'status', status: 403 });

  test('is offered after a failure where an admin allows it, and is logged', async ({
    sandbox,
    flex,
    watch,
    expectErrors,
  }) => {
    expectErrors(...answered(403, 'Forbidden'));
    await sandbox.settings({ debrief: { enforcement: 'required', wayOut: true } });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    const wayOut = flex.panel.getByRole('button', { name: 'Complete without saving' });
    await expect(wayOut).toHaveCount(0);
    await fail(sandbox);
    await flex.complete();
    await wayOut.click();

    expect((await sandbox.completed(task)).attributes).toBe(before);
    expect(watch.warnings).toContain(`[debrief] completed-without-saving {"reservationSid":"WR…"}`);
  });

  test(
    'is not offered where an admin does not allow it',
    LONG,
    async ({ sandbox, flex, expectErrors }) => {
      expectErrors(...answered(403, 'Forbidden'));
      await sandbox.settings({ debrief: { enforcement: 'required', wayOut: false } });
      await flex.open();
      await sandbox.sendCustom();
      await flex.accept();
      await flex.openTab();
      await flex.answerService();
      await fail(sandbox);
      await flex.complete();
      await expect(flex.panel.getByRole('button', { name: 'Try again' })).toBeVisible();
      await expect(flex.panel.getByRole('button', { name: 'Complete without saving' })).toHaveCount(
        0,
      );
    },
  );
});
