import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

// Two desktops.
test.describe.configure({ timeout: 180_000 });

test.beforeEach(({ sandbox }) =>
  sandbox.settings({ debrief: { enforcement: 'required' }, functions: true }),
);

test('what a supervisor publishes is in the next task without a refresh; an open one keeps its form', async ({
  sandbox,
  flex,
  editorOf,
}) => {
  await flex.open();
  const open = await sandbox.sendCustom();
  await flex.accept();
  await flex.openTab();
  await flex.answerService('Resolved in this contact');

  const editor = await (await editorOf('admin')).open();
  await editor.choosePicklist('Campaigns');
  await editor.renameOption('Renewals', 'Renewals 2027');
  await editor.publish('The campaign has a new name');
  await editor.expectInForce(2);
  await shot(editor.page, 'editor-published');

  // The agent's Flex has the new version, and the open form is the one it began with.
  await expect.poll(() => flex.keptVersion(), { timeout: 30_000 }).toBe(2);
  await expect(flex.field('Campaign')).toHaveValue('Renewals');
  const before = await sandbox.attributes(open);
  await flex.complete();
  expect((await sandbox.completed(open)).attributes).toBe(
    withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
  );
  await flex.expectNoTask();

  const next = await sandbox.sendCustom();
  const fresh = await sandbox.attributes(next);
  await flex.accept();
  await flex.openTab();
  await flex.answerService('Resolved in this contact', 'Renewals 2027');
  await shot(flex.page, 'catalog-live-next-task');
  await flex.complete();
  // Agents have worked with it under its old name, and so have reports.
  expect((await sandbox.completed(next)).attributes).toBe(
    withConversations(fresh, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
  );
});

test(
  'a reload in the middle of a task keeps its version; the way back is a new version',
  LONG,
  async ({ sandbox, flex, editorOf }) => {
    const editor = await (await editorOf('admin')).open();
    await editor.choosePicklist('Campaigns');
    await editor.renameOption('Renewals', 'Renewals 2027');
    await editor.publish('The campaign has a new name');
    await editor.expectInForce(2);

    await flex.open();
    await expect.poll(() => flex.keptVersion(), { timeout: 30_000 }).toBe(2);
    const open = await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.answerService('Resolved in this contact', 'Renewals 2027');

    await editor.renameOption('Renewals 2027', 'Renewals 2028');
    await editor.publish('Another year');
    await editor.expectInForce(3);
    await expect.poll(() => flex.keptVersion(), { timeout: 30_000 }).toBe(3);
    await flex.reload();
    await flex.openTab();
    await expect(flex.field('Campaign')).toHaveValue('Renewals 2027');
    const before = await sandbox.attributes(open);
    await flex.complete();
    expect((await sandbox.completed(open)).attributes).toBe(
      withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
    );

    await editor.openTab('Versions');
    await editor.rollBackTo(2, 'The year was wrong');
    await editor.expectInForce(4);
    await shot(editor.page, 'editor-versions');
    await expect.poll(() => flex.keptVersion(), { timeout: 30_000 }).toBe(4);
    await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.choose('Campaign', 'Renewals 2027');
  },
);
