import { catalogOption, smallCatalog, withFields, withOptions } from './support/catalogs';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG, longUnless } from './support/long';

const outcomeField = {
  kind: 'choice',
  id: 'outcome',
  name: { en: 'Outcome' },
  required: true,
  picklist: 'outcomes',
  levels: 'any',
  target: { path: 'conversations.outcome' },
};

/** A broken catalog, and what admins read about it. */
const BROKEN: readonly (readonly [string, unknown, RegExp])[] = [
  ['is no JSON', '{"schema": 1,', /The first: \/: not-json/],
  ['is of another version', smallCatalog({ schema: 2 }), /The first: \/schema: /],
  ['has null for its picklists', smallCatalog({ picklists: null }), /The first: \/picklists: /],
  ['has null for its forms', smallCatalog({ forms: null }), /The first: \/forms: /],
  [
    'has null for its assignments',
    smallCatalog({ assignments: null }),
    /The first: \/assignments: /,
  ],
  ['has null for the options of a picklist', withOptions(null), /\/picklists\/0\/options: /],
  ['has a picklist without options', withOptions(undefined), /\/picklists\/0\/options: /],
  ['has a null among the options', withOptions([null]), /\/picklists\/0\/options\/0: /],
  ['has a text in place of options', withOptions('Resolved'), /\/picklists\/0\/options: /],
  ['has a null among the fields', withFields([null]), /\/forms\/0\/sections\/0\/fields\/0: /],
  ['has null for its fields', withFields(null), /\/forms\/0\/sections\/0\/fields: /],
  [
    'has two options of one code',
    withOptions([catalogOption('a', 'A'), catalogOption('a', 'B')]),
    /\/picklists\/0\/options\/1\/code: /,
  ],
  [
    'has parents in a circle',
    withOptions([
      catalogOption('a', 'A', { parent: 'b' }),
      catalogOption('b', 'B', { parent: 'a' }),
    ]),
    /\/picklists\/0\/options\/\d\/parent: /,
  ],
  [
    'writes to what Insights does not know',
    withFields([{ ...outcomeField, target: { path: 'conversations.mood' } }]),
    /\/forms\/0\/sections\/0\/fields\/0\/target\/path: /,
  ],
  [
    'writes to what only Twilio may write',
    withFields([{ ...outcomeField, target: { path: 'conversations.kind' } }]),
    /\/forms\/0\/sections\/0\/fields\/0\/target\/path: /,
  ],
  [
    'has a field without a name',
    withFields([{ ...outcomeField, name: undefined }]),
    /\/forms\/0\/sections\/0\/fields\/0\/name: /,
  ],
];

for (const [what, catalog, problem] of BROKEN) {
  test(
    `a catalog that ${what}: one notice, and Flex goes on`,
    longUnless(what === 'has a field without a name'),
    async ({ sandbox, flex, deskOf }) => {
      await sandbox.settings({ debrief: { catalog, enforcement: 'required' } });
      await flex.open();
      await expect(
        flex.notice(
          'Debrief: the wrap-up forms cannot be read, so none is shown. Tasks can be completed as usual.',
        ),
      ).toHaveCount(1);
      await flex.closeNotice(/Debrief/);
      const task = await sandbox.sendCustom();
      const before = await sandbox.attributes(task);
      await flex.accept();
      await expect(flex.tab).toHaveCount(0);
      await flex.complete();
      expect((await sandbox.completed(task)).attributes).toBe(before);
      await flex.expectNoTask();

      const admin = await deskOf('admin');
      await admin.open();
      await expect(
        admin.notice(/^Debrief: the catalog has \d+ problems?\. The first: \//),
      ).toHaveCount(1);
      await expect(admin.notice(problem)).toBeVisible();
    },
  );
}

test(
  'a catalog that will surprise somebody in a report: admins are told, agents have their form',
  LONG,
  async ({ sandbox, flex, deskOf }) => {
    const field = { ...outcomeField, target: { path: 'conversations.queue', override: true } };
    const policies = { enforcement: 'optional', wayOut: true };
    await sandbox.settings({ debrief: { catalog: { ...withFields([field]), policies } } });
    await flex.open();
    await sandbox.sendCustom();
    await flex.accept();
    await expect(flex.tab).toHaveCount(1);
    await expect(flex.notice(/Debrief/)).toHaveCount(0);

    const admin = await deskOf('admin');
    await admin.open();
    await expect(
      admin.notice(
        'Debrief: the catalog works, with 1 warning: /forms/0/sections/0/fields/0/target/path: override',
      ),
    ).toHaveCount(1);
  },
);

test('attributes that are null break the task list of Flex alone, and Debrief adds nothing to that', async ({
  sandbox,
  flex,
  watch,
}) => {
  const errorsOf = async (settings: Parameters<typeof sandbox.settings>[0]) => {
    await sandbox.settings(settings);
    await flex.open();
    await sandbox.sendCustom('null');
    await expect.poll(() => watch.errors.length).toBeGreaterThan(0);
    await flex.page.goto('about:blank');
    await sandbox.reset();
    // The first line is the message; the rest tells lines of Flex's bundle.
    return new Set(watch.errors.splice(0).map((text) => text.split('\n')[0]));
  };
  const alone = await errorsOf({ plugin: false });
  const withDebrief = await errorsOf({ debrief: { enforcement: 'required' } });

  expect(alone).toContain("TypeError: Cannot read properties of null (reading 'channelSid')");
  expect(withDebrief).toEqual(alone);
});

test('attributes that are a list are refused likewise', LONG, async ({ sandbox, flex }) => {
  await sandbox.settings({ debrief: { enforcement: 'required', wayOut: true } });
  await flex.open();
  const task = await sandbox.sendCustom('[1,2]');
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();
  await expect(flex.panel.getByText(/^The data on this task is damaged/)).toBeVisible();
  expect(await sandbox.attributes(task)).toBe('[1,2]');
});

test('conversations that are a text are left as they are, and named', async ({ sandbox, flex }) => {
  await sandbox.settings({ debrief: { enforcement: 'required', wayOut: true } });
  await flex.open();
  const task = await sandbox.sendCustom({ conversations: 'billing' });
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();
  await expect(
    flex.panel.getByText(
      /^The data on this task is damaged at "conversations", so nothing can be added there\./,
    ),
  ).toBeVisible();
  expect(await sandbox.attributes(task)).toBe(before);
});

test('conversations that are null are made an object', LONG, async ({ sandbox, flex }) => {
  await sandbox.settings({ debrief: { enforcement: 'required' } });
  await flex.open();
  const task = await sandbox.sendCustom({ legacy: null, conversations: null });
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    '{"name":"Web request","direction":"inbound","customerAddress":"grace@example.com","legacy":null,' +
      '"conversations":{"outcome":"Resolved in this contact","campaign":"Renewals"}}',
  );
});

/** Foreign attributes that make up the rest of so many characters, beside what the sandbox puts on such a task. */
const filler = (length: number) => {
  const others =
    '{"name":"Web request","direction":"inbound","customerAddress":"grace@example.com","filler":""}';
  return { filler: 'x'.repeat(length - others.length) };
};

test('a task at 4 090 characters: saving stops with the sizes, and nothing is written', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings({ debrief: { enforcement: 'required', wayOut: true } });
  await flex.open();
  const task = await sandbox.sendCustom(filler(4090));
  const before = await sandbox.attributes(task);
  expect(before).toHaveLength(4090);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();
  await expect(
    flex.panel.getByText(
      /^This task has no room for your answers: 4,167 of 4,096 characters\. Shorten or clear one, best Outcome, Campaign, then try again\./,
    ),
  ).toBeVisible();
  await shot(flex.page, 'too-large');
  expect(await sandbox.attributes(task)).toBe(before);
  expect(await sandbox.count('task.update')).toBe(0);
  await flex.panel.getByRole('button', { name: 'Complete without saving' }).click();
  await sandbox.completed(task);
});

test(
  'on a nearly full task, clearing an optional text makes room and the same answers complete',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({ debrief: { enforcement: 'required', wayOut: false } });
    await flex.open();
    const task = await sandbox.sendCustom(filler(4000));
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.text('Note').fill('A note of some length that does not fit any more');
    await flex.complete();
    await expect(flex.panel.getByText(/^This task has no room for your answers: /)).toBeVisible();
    await flex.text('Note').fill('');
    await flex.panel.getByRole('button', { name: 'Try again' }).click();

    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
    );
  },
);

test('keys such as __proto__ neither do harm nor vanish', LONG, async ({ sandbox, flex }) => {
  await sandbox.settings({ debrief: { enforcement: 'required' } });
  await flex.open();
  const task = await sandbox.sendCustom(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},' +
      '"conversations":{"__proto__":"kept","toString":"kept"}}',
  );
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.complete();

  expect(before).toContain('"conversations":{"__proto__":"kept","toString":"kept"}');
  expect((await sandbox.completed(task)).attributes).toBe(
    before.replace(
      '"toString":"kept"}',
      '"toString":"kept","outcome":"Resolved in this contact","campaign":"Renewals"}',
    ),
  );
  expect(await flex.page.evaluate(() => 'polluted' in {})).toBe(false);
});

test(
  'an option archived while it was chosen stops completion and asks for another',
  LONG,
  async ({ sandbox, flex }) => {
    const catalog = smallCatalog();
    await sandbox.settings({ debrief: { catalog } });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.choose('Outcome', 'Billing dispute');
    await expect.poll(() => flex.drafts()).toBe(1);
    await sandbox.settings({
      debrief: {
        catalog: {
          ...withOptions([
            catalogOption('billing', 'Billing'),
            catalogOption('billing-dispute', 'Billing dispute', { archived: true }),
            catalogOption('other', 'Other'),
          ]),
          version: 4,
        },
      },
    });
    await flex.reload();
    await flex.taskNamed('Web request').click();
    await flex.openTab();
    await expect(flex.field('Outcome')).toHaveValue('Billing dispute');
    await flex.complete();
    await expect(flex.field('Outcome')).toBeFocused();
    await expect(flex.field('Outcome')).toHaveAccessibleDescription(
      /This option is no longer offered\. Choose another one\./,
    );
    await shot(flex.page, 'archived');
    expect(await sandbox.attributes(task)).toBe(before);

    await flex.choose('Outcome', 'Billing');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Billing"}'),
    );
  },
);

test(
  'a megabyte pasted into any box is counted and refused, and the page and the other answers live on',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await sandbox.settings({ debrief: { enforcement: 'required' } });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.page.evaluate(() =>
      navigator.clipboard.writeText('0123456789abcdef'.repeat(65_536)),
    );
    const paste = async (name: 'Note' | 'Reference' | 'Campaign') => {
      const box = name === 'Campaign' ? flex.field(name) : flex.text(name);
      await box.click();
      await box.press('ControlOrMeta+v');
      await expect
        .poll(() => box.evaluate((element) => (element as HTMLInputElement).value.length))
        .toBeGreaterThan(1_000_000);
      return box;
    };
    const campaign = await paste('Campaign');
    await expect(flex.panel.getByText('Nothing found. Try other words.')).toBeVisible();
    await campaign.press('Escape');
    await expect(campaign).toHaveValue('Renewals');
    const reference = await paste('Reference');
    const note = await paste('Note');
    await flex.complete();
    await expect(flex.panel.getByText('At most 128 characters.').first()).toBeVisible();
    await shot(flex.page, 'megabyte');
    expect(await sandbox.attributes(task)).toBe(before);

    await reference.fill('T-1');
    await note.fill('short again');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Resolved in this contact","campaign":"Renewals","case":"T-1","content":"short again"}',
      ),
    );
  },
);
