import type { Locator, Page } from '@playwright/test';
import type { LedgerEntry } from '../../sandbox/control/api';
import { callAttributes } from './support/callAttributes';
import { withoutSids } from './support/rawAttributes';
import { seriousProblems } from './support/seriousProblems';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

const tasks = (operator: Page): Locator =>
  operator.getByRole('region', { name: 'Tasks' }).getByRole('article');
const completions = (operator: Page): Locator =>
  operator.getByRole('article', { name: /^reservation\.completed / });
const said = (operator: Page, text: string): Locator =>
  operator.getByRole('status').filter({ hasText: text });

const sendIn = (operator: Page, scenario: string): Promise<void> =>
  operator.getByRole('button', { name: `Send in: ${scenario}`, exact: true }).click();

test.beforeEach(async ({ sandbox, operator }) => {
  await operator.goto(sandbox.addresses.console);
  await expect(operator.getByText('Live', { exact: true })).toBeVisible();
});

test('the README\'s "Try it": a call sent in, ended and read in the ledger, all in the console', async ({
  sandbox,
  operator,
  flex,
}) => {
  await expect(operator.getByRole('link', { name: /^Agent 1/ })).toHaveAttribute(
    'href',
    sandbox.addresses.people.agent1,
  );
  await flex.open();
  await sendIn(operator, 'Inbound service call');
  await expect(said(operator, 'Sent in: Inbound service call.')).toBeVisible();
  await flex.accept();
  await flex.expectLive();
  await flex.openTab();
  await flex.choose('Outcome', 'Resolved in this contact');

  const call = tasks(operator);
  await expect(call).toHaveCount(1);
  await expect(call.getByRole('heading')).toHaveText('voice, inbound, Support');
  await expect(call.getByText('assigned', { exact: true })).toBeVisible();
  await call.getByRole('button', { name: 'Customer hangs up' }).click();
  await expect(call.getByText('wrapping', { exact: true }).first()).toBeVisible();
  await expect(call.getByRole('button', { name: 'Customer hangs up' })).toHaveCount(0);

  await flex.expectWrapUp();
  await flex.choose('Campaign', 'Renewals');
  await flex.chooseAll('Contact reasons', ['Refund']);
  await flex.complete();
  await flex.expectNoTask();

  const entry = completions(operator);
  await expect(entry).toHaveCount(1);
  await expect(entry.getByText(/^7 added, 0 changed, 0 removed, 26 untouched/)).toBeVisible();
  const changes = entry.getByRole('table', { name: 'Changed attributes' });
  await expect(changes.getByRole('row').filter({ hasText: 'conversations.' })).toHaveText([
    'addedconversations.outcome"Resolved in this contact"',
    'addedconversations.campaign"Renewals"',
    'addedconversations.conversation_attribute_1"billing-refund"',
    'addedconversations.conversation_label_1"Refund"',
  ]);
  const record = entry.getByRole('table', { name: 'Record Insights would make' });
  await expect(record.getByRole('row').filter({ hasText: 'new on the task' })).toHaveText([
    /^conversations\.campaignRenewals /,
    /^conversations\.outcomeResolved in this contact /,
    /^conversations\.conversation_attribute_1billing-refund /,
    /^conversations\.conversation_label_1Refund /,
  ]);
  await shot(operator, 'console-completed');

  await entry.getByRole('button', { name: 'Show raw text' }).click();
  const raw = entry.getByRole('region', { name: /^Attributes at reservation\.completed of WR/ });
  const shown = (await raw.textContent()) ?? '';
  expect(withoutSids(shown)).toBe(
    `{${callAttributes('Mira Novak')},` +
      '"conference":{"sid":"CF…","participants":{"worker":"CA…","customer":"CA…"}},' +
      '"conversations":{"outcome":"Resolved in this contact","campaign":"Renewals",' +
      '"conversation_attribute_1":"billing-refund","conversation_label_1":"Refund"}}',
  );

  const link = operator.getByRole('link', { name: 'Ledger as JSON' });
  const address = new URL((await link.getAttribute('href')) ?? '', operator.url());
  expect(address.pathname).toBe('/api/ledger');
  const answer = await operator.request.get(address.href);
  expect(answer.headers()['content-type']).toMatch(/^application\/json/);
  const ledger = (await answer.json()) as readonly LedgerEntry[];
  expect(ledger.at(-1)).toMatchObject({
    event: 'reservation.completed',
    worker: 'agent1',
    attributes: shown,
    record: {
      values: {
        'conversations.outcome': 'Resolved in this contact',
        'conversations.campaign': 'Renewals',
        'conversations.conversation_attribute_1': 'billing-refund',
        'conversations.conversation_label_1': 'Refund',
      },
    },
  });
});

test(
  'enforcement set to "required" in the settings stops a completion after a reload',
  LONG,
  async ({ sandbox, operator, flex }) => {
    await flex.open();
    await operator.getByRole('combobox', { name: 'Enforcement' }).selectOption('Required');
    await expect(said(operator, 'Settings changed.')).toBeVisible();
    expect((await sandbox.state()).settings.debrief).toEqual({ enforcement: 'required' });
    await flex.reload();
    await sendIn(operator, 'Custom channel');
    await flex.accept();
    await flex.complete();
    await expect(flex.field('Outcome')).toBeFocused();
    await expect(tasks(operator).getByText('assigned', { exact: true })).toBeVisible();
  },
);

test.describe('attributes as JSON', () => {
  test('a mistake is named by line and column, and what was typed stays', async ({
    sandbox,
    operator,
  }) => {
    const sent = await sandbox.sendCustom();
    const before = await sandbox.attributes(sent);
    const task = tasks(operator);
    await task.getByRole('button', { name: 'Edit attributes' }).click();
    const editor = task.getByRole('textbox', { name: 'Attributes (JSON), replaced whole' });
    await expect(editor).toHaveValue(before);
    await expect(editor).toBeFocused();

    const typed = '{\n  "crm": { "case": 7 },\n  "owner": Ada\n}';
    await editor.fill(typed);
    await task.getByRole('button', { name: 'Replace attributes' }).click();
    await expect(task.getByRole('alert')).toHaveText(
      /Line 3, column 12: This is not a JSON value\. Texts need double quotes\.$/,
    );
    await expect(editor).toHaveValue(typed);
    await expect(editor).toHaveAttribute('aria-invalid', 'true');
    const caret = () => editor.evaluate((box) => (box as HTMLTextAreaElement).selectionStart);
    expect(typed.slice(await caret())).toBe('Ada\n}');
    await shot(operator, 'console-json-error');

    // What others do meanwhile redraws the page, not the editor.
    await sandbox.post(`tasks/${sent.taskSid}/attributes`, { attributes: '{"by":"another"}' });
    await expect(
      task.getByText(/^The task went from version 1 to 2 since you opened this\./),
    ).toBeVisible();
    await expect(editor).toHaveValue(typed);
    expect(await sandbox.attributes(sent)).toBe('{"by":"another"}');

    await editor.fill(typed.replace('Ada', '"Ada"'));
    await task.getByRole('button', { name: 'Replace attributes' }).click();
    await expect(editor).toHaveCount(0);
    expect(await sandbox.attributes(sent)).toBe('{\n  "crm": { "case": 7 },\n  "owner": "Ada"\n}');
  });

  test(
    'what the sandbox refuses is said at the field, and what was typed stays',
    LONG,
    async ({ sandbox, operator, expectErrors }) => {
      expectErrors(
        'Failed to load resource: the server responded with a status of 400 (Bad Request)',
      );
      const sent = await sandbox.sendCustom();
      const before = await sandbox.attributes(sent);
      const task = tasks(operator);
      await task.getByRole('button', { name: 'Edit attributes' }).click();
      const editor = task.getByRole('textbox', { name: 'Attributes (JSON), replaced whole' });
      const tooLong = `{"note":"${'x'.repeat(4090)}"}`;
      await editor.fill(tooLong);
      await task.getByRole('button', { name: 'Replace attributes' }).click();
      await expect(task.getByRole('alert')).toHaveText(
        /Attributes have 4101 characters; TaskRouter holds at most 4096/,
      );
      await expect(editor).toHaveValue(tooLong);
      expect(await sandbox.attributes(sent)).toBe(before);
    },
  );

  test(
    'an own task with a mistake in its attributes is not sent in',
    LONG,
    async ({ sandbox, operator }) => {
      const form = operator.getByRole('form', { name: 'Own task' });
      const attributes = form.getByRole('textbox', { name: 'Attributes (JSON)' });
      await form.getByRole('combobox', { name: 'Channel' }).selectOption('Custom channel');
      await form.getByRole('combobox', { name: 'Queue' }).selectOption('Billing');
      await attributes.fill('{"ticket": "T-1",}');
      await form.getByRole('button', { name: 'Send in own task' }).click();
      await expect(form.getByRole('alert')).toHaveText(
        /Line 1, column 18: A key in double quotes is expected here\./,
      );
      await expect(attributes).toHaveValue('{"ticket": "T-1",}');
      expect((await sandbox.state()).tasks).toEqual([]);

      await attributes.fill('{"ticket": "T-1"}');
      await form.getByRole('button', { name: 'Send in own task' }).click();
      await expect(tasks(operator).getByRole('heading')).toHaveText('custom1, inbound, Billing');
      const [task] = (await sandbox.state()).tasks;
      expect(task?.attributes).toBe(
        '{"name":"Web request","direction":"inbound","customerAddress":"grace@example.com","ticket":"T-1"}',
      );
    },
  );
});

test(
  'complete from outside ends the task at the agent, with its entry in the ledger',
  LONG,
  async ({ sandbox, operator, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom({ conversations: { outcome: 'Ticket opened' } });
    await flex.accept();
    const card = tasks(operator);
    await expect(card.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
    await card.getByRole('button', { name: 'Complete' }).click();
    await flex.expectNoTask();
    await expect(completions(operator).getByText(/^0 added, 0 changed, 0 removed/)).toBeVisible();
    await expect(
      completions(operator).getByText(
        'Nothing changed since the task came in: the same text, byte for byte.',
      ),
    ).toBeVisible();
    expect((await sandbox.completed(task)).record.values).toMatchObject({
      'conversations.outcome': 'Ticket opened',
    });
  },
);

test(
  'a reservation that rings can be timed out, rescinded and rejected, its task canceled',
  LONG,
  async ({ operator, flex }) => {
    await flex.open();
    const accept = flex.page.getByRole('button', { name: /^Accept/ }).first();
    const newest = tasks(operator).first();
    for (const [action, status] of [
      ['Time out', 'timeout'],
      ['Rescind', 'rescinded'],
      ['Reject', 'rejected'],
    ] as const) {
      await sendIn(operator, 'Custom channel');
      await expect(accept).toBeVisible();
      await newest.getByRole('button', { name: action }).click();
      await expect(newest.getByText(status, { exact: true })).toBeVisible();
      await flex.expectNoTask();
    }
    await sendIn(operator, 'Custom channel');
    await expect(accept).toBeVisible();
    // The task before can be canceled too: only this one rings.
    await expect(newest.getByRole('button', { name: 'Time out' })).toBeVisible();
    await newest.getByRole('button', { name: 'Cancel' }).click();
    await expect(newest.getByText('canceled', { exact: true }).first()).toBeVisible();
    await flex.expectNoTask();
  },
);

test(
  'Reset asks, then drops tasks, ledger and settings',
  LONG,
  async ({ sandbox, operator, flex }) => {
    await sandbox.settings({ debrief: { enforcement: 'required' } });
    await flex.open();
    const task = await sandbox.sendCustom();
    await flex.accept();
    await sandbox.completeFromOutside(task);
    await expect(completions(operator)).toHaveCount(1);

    await operator.getByRole('button', { name: 'Reset' }).click();
    const dialog = operator.getByRole('alertdialog', { name: 'Reset the sandbox?' });
    await dialog.getByRole('button', { name: 'Keep everything' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(completions(operator)).toHaveCount(1);

    await operator.getByRole('button', { name: 'Reset' }).click();
    await shot(operator, 'console-reset');
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await expect(said(operator, 'The sandbox is reset. Reload the pages')).toBeVisible();
    await expect(tasks(operator)).toHaveCount(0);
    await expect(operator.getByText(/^No task yet\./)).toBeVisible();
    await expect(operator.getByText(/^Nothing yet\./)).toBeVisible();
    await expect(operator.getByRole('combobox', { name: 'Enforcement' })).toHaveValue('');
    expect(await sandbox.ledger()).toEqual([]);
  },
);

test(
  'axe finds nothing serious in the console: empty, at work, with a mistake, asking',
  LONG,
  async ({ sandbox, operator, flex }) => {
    await expect(operator.getByRole('button', { name: /^Send in: / }).first()).toBeVisible();
    expect(await seriousProblems(operator, 'body')).toEqual([]);

    await flex.open();
    const task = await sandbox.sendCustom({ conversations: { outcome: 1, kind: 'Chat' } });
    await flex.accept();
    await sandbox.completeFromOutside(task);
    await sandbox.sendCustom();
    await expect(completions(operator).getByRole('list', { name: 'Findings' })).toBeVisible();
    const ringing = tasks(operator).first();
    await ringing.getByRole('button', { name: 'Edit attributes' }).click();
    await ringing.getByRole('textbox').fill('{');
    await ringing.getByRole('button', { name: 'Replace attributes' }).click();
    await expect(ringing.getByRole('alert')).toHaveText(/Line 1, column 2: /);
    expect(await seriousProblems(operator, 'body')).toEqual([]);

    await operator.getByRole('button', { name: 'Reset' }).click();
    await expect(operator.getByRole('alertdialog')).toBeVisible();
    expect(await seriousProblems(operator, 'body')).toEqual([]);
  },
);
