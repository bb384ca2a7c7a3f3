import { smallCatalog } from './support/catalogs';
import { LONG } from './support/long';
import { shot } from './support/shot';
import { expect, test } from './support/test';

const withPolicy = (conflicts: 'agent' | 'theirs') => ({
  catalog: smallCatalog({ policies: { enforcement: 'required', wayOut: false, conflicts } }),
});

/** Of what the sandbox puts on such a task. */
const after = (before: string, conversations: string): string =>
  `${before.slice(0, -1)},"conversations":${conversations}}`;

test('the agent sees both values, cannot complete before they choose, and theirs is taken or not', async ({
  sandbox,
  flex,
  watch,
}) => {
  await sandbox.settings({ debrief: withPolicy('agent') });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.choose('Outcome', 'Billing dispute');
  await flex.text('Note').fill('mine');
  await sandbox.post(`tasks/${task.taskSid}/other-writer`, {
    set: { 'conversations.outcome': 'Other', 'conversations.content': 'theirs' },
  });
  await expect(flex.panel.getByText('On the task now: Other')).toBeVisible();
  await expect(flex.panel.getByText('Your answer: Billing dispute')).toBeVisible();
  await expect(flex.panel.getByText('On the task now: theirs')).toBeVisible();
  await shot(flex.page, 'conflicts');

  await flex.complete();
  await expect(flex.field('Outcome')).toBeFocused();
  expect((await sandbox.task(task)).status).toBe('assigned');
  expect(await sandbox.attributes(task)).toBe(
    after(before, '{"outcome":"Other","content":"theirs"}'),
  );
  expect(await sandbox.count('task.update')).toBe(0);

  await flex.panel.getByRole('button', { name: 'Take theirs: Outcome' }).click();
  await expect(flex.field('Outcome')).toHaveValue('Other');
  await expect.poll(() => flex.drafts()).toBe(1);
  await flex.reload();
  await flex.openTab();
  await expect(flex.panel.getByText('On the task now: theirs')).toBeVisible();
  await expect(flex.panel.getByText('On the task now: Other')).toHaveCount(0);
  await flex.panel.getByRole('button', { name: 'Keep mine: Note' }).click();
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    after(before, '{"outcome":"Other","content":"mine"}'),
  );
  expect(watch.warnings).toContain(
    '[debrief] conflict {"reservationSid":"WR…","fields":["outcome","note"],"decides":"agent"}',
  );
  expect(watch.warnings.join()).not.toMatch(/theirs"|"mine|Billing/);
});

test('through the Functions: a change in the moment of the save is not overwritten', async ({
  sandbox,
  flex,
  expectErrors,
}) => {
  expectErrors('Failed to load resource: the server responded with a status of 409 (Conflict)');
  await sandbox.settings({ debrief: withPolicy('agent'), functions: true });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.choose('Outcome', 'Billing dispute');
  await sandbox.fault('api.task.fetch', {
    type: 'other-writer',
    set: { 'conversations.outcome': 'Other' },
  });
  await flex.complete();
  await expect(flex.panel.getByText('On the task now: Other')).toBeVisible();
  expect((await sandbox.task(task)).status).toBe('assigned');
  expect(await sandbox.attributes(task)).toBe(after(before, '{"outcome":"Other"}'));

  await flex.panel.getByRole('button', { name: 'Keep mine: Outcome' }).click();
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    after(before, '{"outcome":"Billing dispute"}'),
  );
});

test(
  'where the task counts, its value takes the answer’s place, and the agent is told',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({ debrief: withPolicy('theirs') });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.choose('Outcome', 'Billing dispute');
    await sandbox.post(`tasks/${task.taskSid}/other-writer`, {
      set: { 'conversations.outcome': 'Other' },
    });
    await expect(
      flex.panel.getByText('Changed on the task meanwhile: its value was taken.'),
    ).toBeVisible();
    await expect(flex.field('Outcome')).toHaveValue('Other');
    await shot(flex.page, 'conflict-taken');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(after(before, '{"outcome":"Other"}'));
  },
);
