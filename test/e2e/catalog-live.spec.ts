import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';

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

  // Sync has told the agent's Flex by the time that it tells the editor's; the open form is the one it began with.
  await expect.poll(() => sandbox.count('functions.catalog.read')).toBeGreaterThan(0);
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
  // The name is what agents see; reports go on by what was reported before.
  expect((await sandbox.completed(next)).attributes).toBe(
    withConversations(fresh, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
  );
});
