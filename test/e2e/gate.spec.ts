import type { Page } from '@playwright/test';
import type { FlexWindow } from './support/FlexPage';
import { withConversations } from './support/rawAttributes';
import { LONG, longUnless } from './support/long';
import { expect, test } from './support/test';

const ANSWERS = '{"outcome":"Resolved in this contact","campaign":"Renewals"}';

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

/** Puts another plugin's code in front of ours, so that it registers with Flex first. */
const installBefore = (page: Page, code: string) =>
  page.route('**/plugins/plugin-debrief.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });

const THROWS = `Twilio.Flex.Actions.addListener('beforeCompleteTask', () => {
  throw new Error('another plugin has a bug');
});`;

for (const [when, first] of [
  ['before ours', true],
  ['after ours', false],
] as const) {
  test(
    `another plugin's listener that throws, registered ${when}, opens no way past the gate`,
    longUnless(first),
    async ({ sandbox, flex, expectErrors }) => {
      expectErrors(
        '[time] Actions: Error on "beforeCompleteTask":\n\nOriginal error:\n"another plugin has a bug"',
        '[time] Actions: Error in action CompleteTask body: Debrief: the task was not completed; its tab or a notice says why' +
          '\n\nOriginal error:\n"Debrief: the task was not completed; its tab or a notice says why"',
      );
      if (first) await installBefore(flex.page, THROWS);
      await flex.open();
      if (!first) await flex.page.evaluate(THROWS);
      const task = await sandbox.sendCustom();
      const before = await sandbox.attributes(task);
      await flex.accept();
      await flex.openTab();
      await flex.choose('Outcome', 'Resolved in this contact');
      await flex.complete();
      await expect(flex.field('Campaign')).toBeFocused();
      expect((await sandbox.task(task)).status).toBe('assigned');
      expect(await sandbox.attributes(task)).toBe(before);

      await flex.choose('Campaign', 'Renewals');
      await flex.complete();
      expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
    },
  );
}

test("another plugin that writes our path in its own listener does not win over the agent's answer", async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  await flex.page.evaluate(() => {
    const { Actions } = (window as never as FlexWindow).Twilio.Flex;
    Actions.addListener(
      'beforeCompleteTask',
      async ({ task }: { task: { setAttributes(a: unknown): Promise<unknown> } }) => {
        // Late, so that our save is done.
        const answered = document.querySelector('[data-debrief="panel"]');
        while (!answered?.textContent?.includes('Saved at')) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        await task.setAttributes({
          direction: 'inbound',
          survey: 'sent',
          conversations: { outcome: 'Set by a survey plugin' },
        });
      },
    );
  });
  const task = await sandbox.sendCustom();
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    `{"direction":"inbound","survey":"sent","conversations":${ANSWERS}}`,
  );
});

test(
  "another plugin's replacement of CompleteTask still runs, after our save",
  LONG,
  async ({ sandbox, flex }) => {
    await installBefore(
      flex.page,
      `Twilio.Flex.Actions.replaceAction('CompleteTask', async (payload, original) => {
      window.seenByReplacement = payload.task.attributes.conversations?.outcome ?? 'nothing';
      return original(payload);
    });`,
    );
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.complete();

    expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
    expect(
      await flex.page.evaluate(
        () => (window as never as { seenByReplacement: string }).seenByReplacement,
      ),
    ).toBe('Resolved in this contact');
  },
);

test('a replacement that another plugin registered later wraps ours and cannot skip the save', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  await flex.page.evaluate(() => {
    const { Actions } = (window as never as FlexWindow).Twilio.Flex;
    // Calls Flex's own CompleteTask right away: replacements registered before are skipped.
    Actions.replaceAction('CompleteTask', (payload, original) => original(payload));
  });
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
});

test('an error of our own stops the completion with a notice; the next press completes without saving', async ({
  sandbox,
  flex,
  watch,
  expectErrors,
}) => {
  expectErrors('[debrief] error at completion Error: injected');
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.page.evaluate(() => {
    const { fromEntries } = Object;
    const injected = new Error('injected');
    injected.stack = 'Error: injected';
    Object.fromEntries = (entries: Iterable<readonly [PropertyKey, unknown]>) => {
      if (!new Error().stack?.includes('plugin-debrief')) return fromEntries(entries) as never;
      Object.fromEntries = fromEntries;
      throw injected;
    };
  });
  await flex.complete();
  await expect(
    flex.notice(
      'Not completed: an error in Debrief kept your answers from being saved. Press Complete again to complete without them.',
    ),
  ).toBeVisible();
  expect((await sandbox.task(task)).status).toBe('assigned');

  await flex.closeNotice('Press Complete again');
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(before);
  expect(watch.warnings).toContain('[debrief] completed-without-saving {"reservationSid":"WR…"}');
});

test('where the browser refuses to store drafts, one notice says so and all else works', async ({
  sandbox,
  flex,
}) => {
  await installBefore(
    flex.page,
    `{
      const open = indexedDB.open.bind(indexedDB);
      indexedDB.open = (name, version) => {
        if (name.startsWith('debrief-')) throw new DOMException('storage is off', 'SecurityError');
        return open(name, version);
      };
    }`,
  );
  await flex.open();
  await expect(flex.notice('Debrief: this browser refuses to store drafts.')).toHaveCount(1);
  await flex.closeNotice('Debrief');
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(withConversations(before, ANSWERS));
  await expect(flex.notice('Debrief')).toHaveCount(0);
});

test(
  'another plugin whose listener never answers: the answers are on the task, and the agent is told',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    await flex.page.evaluate(() => {
      const { Actions } = (window as never as FlexWindow).Twilio.Flex;
      Actions.addListener('beforeCompleteTask', () => new Promise(() => undefined));
    });
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.complete();

    await expect(
      flex.page.getByText('another plugin has not answered for 15 seconds').first(),
    ).toBeVisible({
      timeout: 30_000,
    });
    expect(await sandbox.attributes(task)).toBe(withConversations(before, ANSWERS));
    expect((await sandbox.task(task)).status).toBe('assigned');
  },
);
