import { smallCatalog } from './support/catalogs';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

test('on the day of installation nothing is gated, and the form says that it is optional', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await expect(flex.panel.getByText('Answers are optional')).toBeVisible();
  await expect(flex.field('Outcome')).toHaveAttribute('aria-required', 'false');
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(before);
  expect(await sandbox.count('task.update')).toBe(0);
});

test(
  'what an agent does answer is saved where nothing is required',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.choose('Outcome', 'Spam or silence');
    await flex.complete();

    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Spam or silence"}'),
    );
  },
);

test('observe lets go and reports which answers would have been missing', async ({
  sandbox,
  flex,
  watch,
}) => {
  await sandbox.settings({ debrief: { enforcement: 'observe' } });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.choose('Outcome', 'Spam or silence');
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(before, '{"outcome":"Spam or silence"}'),
  );
  expect(watch.warnings).toContain(
    '[debrief] would-have-stopped {"reservationSid":"WR…","fields":["campaign"]}',
  );
});

test(
  'an answer that cannot be stored stops in every mode, with what is wrong',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.text('Reference').fill('x'.repeat(41));
    await expect(flex.panel.getByText('1 character too many')).toBeVisible();
    await flex.complete();
    await expect(flex.text('Reference')).toBeFocused();
    await expect(flex.text('Reference')).toHaveAccessibleDescription(/At most 40 characters\./);
    expect((await sandbox.task(task)).status).toBe('assigned');

    await flex.text('Reference').fill('x'.repeat(40));
    await flex.complete();
    expect((await sandbox.completed(task)).record.values).toMatchObject({
      'conversations.case': 'x'.repeat(40),
    });
  },
);

test('a catalog of an admin replaces the starter catalog, with its own policies', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings({ debrief: { catalog: JSON.stringify(smallCatalog()) } });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.complete();
  await expect(flex.panel.getByRole('heading', { name: 'Small form' })).toBeVisible();
  await expect(flex.field('Outcome')).toBeFocused();
  await flex.choose('Outcome', 'Other');
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(before, '{"outcome":"Other"}'),
  );
});

test('an assignment without a form means no tab and no gate', LONG, async ({ sandbox, flex }) => {
  await sandbox.settings({
    debrief: {
      catalog: smallCatalog({
        assignments: [
          { id: 'billing', when: { queues: ['Billing'] }, form: null },
          { id: 'all', when: {}, form: 'small' },
        ],
      }),
    },
  });
  await flex.open();
  const task = await sandbox.send({ channel: 'custom1', queue: 'Billing' });
  const before = await sandbox.attributes(task);
  await flex.accept();
  await expect(flex.tab).toHaveCount(0);
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(before);
});

test(
  'a queue and a channel that no assignment names get the fallback form',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({
      debrief: {
        catalog: smallCatalog({
          assignments: [
            { id: 'voice', when: { channels: ['voice'], queues: ['Support'] }, form: null },
            { id: 'rest', when: {}, form: 'small' },
          ],
        }),
      },
    });
    await flex.open();
    await sandbox.send({ channel: 'custom1', queue: 'Everyone' });
    await flex.accept();
    await flex.openTab();
    await expect(flex.panel.getByRole('heading', { name: 'Small form' })).toBeVisible();
  },
);

test(
  'without any assignment there is no form, and tasks complete',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({ debrief: { catalog: smallCatalog({ assignments: [] }) } });
    await flex.open();
    const task = await sandbox.sendCustom();
    await flex.accept();
    await expect(flex.tab).toHaveCount(0);
    await flex.complete();
    await sandbox.completed(task);
  },
);

test(
  'settings that are not understood are named to admins, not to agents',
  LONG,
  async ({ sandbox, deskOf, flex }) => {
    await sandbox.settings({ debrief: { enforcement: 'strict', wayout: true } });
    const admin = await deskOf('admin');
    await admin.open();
    await expect(
      admin.notice(
        'Debrief: these settings under ui_attributes.debrief are not understood and were left out: wayout, enforcement.',
      ),
    ).toBeVisible();
    await shot(admin.page, 'admin-settings');

    await flex.open();
    await expect(flex.notice(/Debrief/)).toHaveCount(0);
    const task = await sandbox.sendCustom();
    await flex.accept();
    await flex.complete();
    await sandbox.completed(task);
  },
);
