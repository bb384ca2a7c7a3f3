import { withFields } from './support/catalogs';
import { FlexPage } from './support/FlexPage';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

const FOLLOWS =
  'Another tab of this browser writes these answers. You see them here as they change.';

test('a second tab follows the first, takes over and completes with the answers of both', async ({
  sandbox,
  flex,
  watch,
}) => {
  await flex.open();
  const task = await sandbox.sendCustom({ name: 'Twice' });
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.choose('Outcome', 'Ticket opened');

  const page = await flex.page.context().newPage();
  watch.follow(page);
  const second = new FlexPage(page, sandbox.addresses.people.agent1);
  await second.open();
  await second.taskNamed('Twice').click();
  await second.openTab();
  await expect(second.panel.getByText(FOLLOWS)).toBeVisible();
  await expect(second.text('Outcome')).toHaveValue('Ticket opened');
  await expect(second.text('Note')).toHaveAttribute('readonly', '');

  await flex.text('Note').fill('typed in the first tab');
  await expect(second.text('Note')).toHaveValue('typed in the first tab');
  await shot(page, 'second-tab-follows');

  await second.panel.getByRole('button', { name: 'Write here' }).click();
  await expect(second.panel.getByText(FOLLOWS)).toBeHidden();
  await expect(flex.panel.getByText(FOLLOWS)).toBeVisible();
  await second.choose('Campaign', 'Newsletter');
  await expect(flex.text('Campaign')).toHaveValue('Newsletter');

  // The first tab follows now; what was typed in the second one last is in its record all the same.
  await second.text('Reference').fill('T-2');
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(
      before,
      '{"outcome":"Ticket opened","campaign":"Newsletter","case":"T-2","content":"typed in the first tab"}',
    ),
  );
  await flex.expectNoTask();
  await second.expectNoTask();
  await expect(second.notice(/./)).toHaveCount(0);
  await expect.poll(() => flex.drafts()).toBe(0);
  await page.close();
});

test('a tab that is closed hands over by itself', LONG, async ({ sandbox, flex, watch }) => {
  await flex.open();
  const task = await sandbox.sendCustom({ name: 'Handed over' });
  const before = await sandbox.attributes(task);
  await flex.accept();
  const page = await flex.page.context().newPage();
  watch.follow(page);
  const second = new FlexPage(page, sandbox.addresses.people.agent1);
  await second.open();
  await second.taskNamed('Handed over').click();
  await second.openTab();
  await expect(second.panel.getByText(FOLLOWS)).toBeVisible();
  await second.panel.getByRole('button', { name: 'Write here' }).click();
  await second.answerService();
  await second.text('Note').fill('typed right before it was closed');
  await page.close();

  await flex.openTab();
  await expect(flex.panel.getByText(FOLLOWS)).toBeHidden();
  await expect(flex.text('Note')).toHaveValue('typed right before it was closed');
  await flex.text('Note').press('End');
  await flex.text('Note').pressSequentially('!');
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(
      before,
      '{"outcome":"Resolved in this contact","campaign":"Renewals","content":"typed right before it was closed!"}',
    ),
  );
});

test(
  'two browsers of one agent end in one record, and the other one says what is not in it',
  LONG,
  async ({ sandbox, flex, watch }) => {
    await flex.open();
    const task = await sandbox.sendCustom({ name: 'Two desks' });
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.text('Note').fill('at the first desk');

    const context = await flex.page.context().browser()!.newContext({
      viewport: flex.page.viewportSize(),
    });
    const page = await context.newPage();
    watch.follow(page);
    const second = new FlexPage(page, sandbox.addresses.people.agent1);
    await second.open();
    await second.taskNamed('Two desks').click();
    await second.openTab();
    await expect(second.text('Note')).toHaveValue('');
    await second.answerService();
    await second.complete();

    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
    );
    await flex.expectNoTask();
    await expect(flex.page.locator('[data-debrief="aside"]')).toContainText(
      'Not in the record of the task that ended',
    );
    await expect(second.notice(/./)).toHaveCount(0);
    await context.close();
  },
);

test(
  'answers come along to another browser where the catalog says so, but none of personal data',
  LONG,
  async ({ sandbox, flex, watch }) => {
    const target = { path: 'conversations.outcome' };
    const outcome = { kind: 'choice', id: 'outcome', name: { en: 'Outcome' }, required: true };
    const note = { kind: 'text', id: 'note', name: { en: 'Note' }, pii: true };
    const catalog = {
      ...withFields([
        { ...outcome, picklist: 'outcomes', levels: 'any', target },
        { ...note, target: { path: 'conversations.content' } },
      ]),
      policies: { enforcement: 'required', wayOut: false, serviceDrafts: true },
    };
    await sandbox.settings({ functions: true, debrief: { catalog } });
    await flex.open();
    const task = await sandbox.sendCustom({ name: 'Moved' });
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    const kept = flex.page.waitForResponse(
      (response) => response.request().postData()?.includes('operation=keepDraft') ?? false,
    );
    await flex.text('Note').fill('Ada Lovelace');
    await flex.choose('Outcome', 'Billing dispute');
    const keeping = (await kept).request().postData();
    expect(keeping).toContain('billing-dispute');
    expect(keeping).not.toContain('Lovelace');

    const context = await flex.page.context().browser()!.newContext({
      viewport: flex.page.viewportSize(),
    });
    const page = await context.newPage();
    watch.follow(page);
    const second = new FlexPage(page, sandbox.addresses.people.agent1);
    await second.open();
    await second.taskNamed('Moved').click();
    await second.openTab();
    await expect(second.field('Outcome')).toHaveValue('Billing dispute');
    await expect(second.text('Note')).toHaveValue('');
    await expect(
      second.panel.getByText(/^Your answers of .* are back \(from another browser or machine\)\.$/),
    ).toBeVisible();
    await second.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Billing dispute"}'),
    );
    await context.close();
  },
);
