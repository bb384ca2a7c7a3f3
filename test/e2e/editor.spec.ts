import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { DRAFT_MOVED } from './support/EditorPage';
import { LONG } from './support/long';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';

// Up to three desktops.
test.describe.configure({ timeout: 180_000 });

test.beforeEach(({ sandbox }) =>
  sandbox.settings({
    debrief: { enforcement: 'required' },
    functions: true,
    publishRoles: ['admin', 'supervisor'],
  }),
);

test(
  'two supervisors edit one list: what differs is merged, what clashes is decided side by side, agents get it',
  LONG,
  async ({ sandbox, flex, editorOf, expectErrors }) => {
    expectErrors(DRAFT_MOVED);
    const sue = await (await editorOf('supervisor')).open();
    const sid = await (await editorOf('supervisor2')).open();
    await sue.choosePicklist('Campaigns');
    await sid.choosePicklist('Campaigns');

    // What one has saved, the other one sees by itself.
    await sue.renameOption('Newsletter', 'Weekly letter');
    await expect(sid.option('Weekly letter')).toBeVisible();
    await expect(sid.root.getByText(/^Sue Supervisor is editing too\./)).toBeVisible();

    const release = await sid.holdService();
    await sid.renameOption('Product recall', 'Recall B');
    await sid.renameOption('Renewals', 'Renewals B');
    await sid.renameOption('Spring offer', 'Spring B');
    await sid.expectSaving();
    await sue.renameOption('Renewals', 'Renewals A');
    await sue.renameOption('Spring offer', 'Spring A');
    await sue.expectSaved();
    await release();

    await expect(
      sid.root.getByRole('group', { name: '2 things were changed in two ways' }),
    ).toBeVisible();
    await expect(sid.root.getByText('Not saved: decide the clashes below first')).toBeVisible();
    await expect(sid.clash('Name (en): “Renewals” → “Renewals B”')).toBeVisible();
    await expect(sid.clash('Name (en): “Renewals” → “Renewals A”')).toBeVisible();
    await shot(sid.page, 'editor-clash');
    await sid.clash('→ “Renewals B”').getByRole('button', { name: 'Keep mine' }).click();
    await sid
      .clash('Spring A')
      .getByRole('button', { name: 'Take the one by Sue Supervisor' })
      .click();
    await expect(sid.root.getByRole('group', { name: /changed in two ways$/ })).toHaveCount(0);

    const merged = [
      'No campaign',
      'Weekly letter',
      'Spring A',
      'Renewals B',
      'Win-back',
      'Recall B',
    ];
    for (const name of merged) {
      await expect(sue.option(name)).toBeVisible();
      await expect(sid.option(name)).toBeVisible();
    }
    await sid.publish('Four campaigns have new names');
    await sue.expectInForce(2);

    await flex.open();
    await expect.poll(() => flex.keptVersion(), { timeout: 30_000 }).toBe(2);
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.field('Campaign').click();
    await expect(flex.page.getByRole('option')).toHaveText(merged);
    await flex.answerService('Resolved in this contact', 'Spring A');
    await flex.complete();
    // Agents have worked with it under its old name, and so have reports.
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Spring offer"}'),
    );
  },
);

test(
  'an option that is archived while an agent has it chosen is recorded; the next task does not offer it',
  LONG,
  async ({ sandbox, flex, editorOf }) => {
    await flex.open();
    const open = await sandbox.sendCustom();
    const before = await sandbox.attributes(open);
    await flex.accept();
    await flex.openTab();
    await flex.answerService('Resolved in this contact', 'Renewals');

    const editor = await (await editorOf('supervisor')).open();
    await editor.choosePicklist('Campaigns');
    await editor.option('Renewals').click();
    await editor.root
      .getByRole('group', { name: 'Details of Renewals' })
      .getByRole('button', { name: 'Archive' })
      .click();
    await expect(editor.option('Renewals')).toContainText('Archived');
    await editor.publish('Renewals are over');
    await editor.expectInForce(2);

    await expect.poll(() => flex.keptVersion(), { timeout: 30_000 }).toBe(2);
    await expect(flex.field('Campaign')).toHaveValue('Renewals');
    await flex.complete();
    expect((await sandbox.completed(open)).attributes).toBe(
      withConversations(before, '{"outcome":"Resolved in this contact","campaign":"Renewals"}'),
    );
    await flex.expectNoTask();

    await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.field('Campaign').fill('Renewals');
    await expect(flex.panel.getByText('Nothing found. Try other words.')).toBeVisible();
  },
);

/** Code and name of as many products, of which these rows (as a spreadsheet counts them) are wrong. */
const table = (rows: number, wrong: Readonly<Record<number, string>>): string =>
  [
    'code,reported,name.en,number',
    ...Array.from({ length: rows }, (_, at) => {
      const id = String(at + 1).padStart(4, '0');
      return wrong[at + 2] ?? `p${id},Product ${id},Product ${id},${at % 7}`;
    }),
  ].join('\r\n');

test(
  '5 000 rows with three bad ones: each is named, nothing is taken in until they are mended, then all',
  LONG,
  async ({ editorOf }) => {
    const editor = await (await editorOf('supervisor')).open();
    await editor.openTab('Import and export');
    const part = editor.part('Import options into a picklist');
    await part.getByLabel('Picklist to import into').selectOption('Campaigns');
    const give = async (text: string) => {
      await part.getByLabel('CSV file').setInputFiles({
        name: 'products.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\uFEFF${text}`),
      });
      await part.getByRole('button', { name: 'Try it out' }).click();
    };

    await give(
      table(5000, {
        17: 'p0016,Product 0016,Product 0016,many',
        2500: ',Product 2499,Product 2499,1',
        5001: 'p0001,Product 5000,Product 5000,1',
      }),
    );
    await expect(part.getByText('Nothing can be imported')).toBeVisible();
    await expect(part.getByText(/^3 things are wrong with the table\./)).toBeVisible();
    const rows = part.getByRole('table', { name: 'What is wrong with the table' }).getByRole('row');
    await expect(rows).toHaveText([
      'RowColumnWhat is wrong',
      '17number“many” is no number. Write it with a point: 2.5.',
      '2500codeThe code is missing: options are told by it.',
      '5001codeAnother option of the picklist has the code p0001.',
    ]);
    await shot(editor.page, 'editor-import-refused');
    await expect(part.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
    await editor.openTab('Picklists');
    await expect(editor.picklist('Campaigns')).toContainText('6 options');

    await editor.openTab('Import and export');
    await give(table(5000, {}));
    await expect(
      part.getByText(
        '5,000 new, 0 changed, 0 as they are. 6 options are not in the table and stay.',
      ),
    ).toBeVisible();
    await shot(editor.page, 'editor-import-dry-run');
    await part.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(part.getByText('Imported into the draft')).toBeVisible();
    await editor.openTab('Picklists');
    await expect(editor.picklist('Campaigns')).toContainText('5,006 options');
    await editor.expectSaved();

    await editor.button('Undo').click();
    await expect(editor.picklist('Campaigns')).toContainText('6 options');
    await editor.button('Redo').click();
    await expect(editor.picklist('Campaigns')).toContainText('5,006 options');
    await editor.choosePicklist('Campaigns');
    await editor.root.getByLabel('Search options').fill('Product 4999');
    await expect(editor.option('Product 4999')).toBeVisible();
  },
);

test(
  'steps are undone and done again, by button and by key; what is not saved survives a reload',
  LONG,
  async ({ editorOf }) => {
    const editor = await (await editorOf('supervisor')).open();
    await editor.choosePicklist('Campaigns');
    await editor.renameOption('Renewals', 'Renewals 2027');
    await editor.renameOption('Spring offer', 'Summer offer');
    await editor.button('Undo').click();
    await expect(editor.option('Spring offer')).toBeVisible();
    await editor.option('Spring offer').click();
    await editor.page.keyboard.press('Control+z');
    await expect(editor.option('Renewals')).not.toContainText('2027');
    await expect(editor.button('Undo')).toBeDisabled();
    await editor.page.keyboard.press('Control+Shift+z');
    await expect(editor.option('Renewals 2027')).toBeVisible();
    await editor.button('Redo').click();
    await expect(editor.option('Summer offer')).toBeVisible();
    await editor.expectSaved();

    const release = await editor.holdService();
    await editor.renameOption('Win-back', 'Won back');
    await editor.expectSaving();
    await editor.page.reload();
    await release();
    await editor.expectReady();
    await editor.choosePicklist('Campaigns');
    await expect(editor.option('Won back')).toBeVisible();
    await editor.expectSaved();
    await editor.reload();
    await editor.choosePicklist('Campaigns');
    await expect(editor.option('Won back')).toBeVisible();
    await expect(editor.option('Renewals 2027')).toBeVisible();
    await expect(editor.option('Summer offer')).toBeVisible();
  },
);

const textOf = async (download: Download): Promise<string> =>
  readFile(await download.path(), 'utf8');

const downloaded = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return textOf(download);
};

test('what is exported is the same when it is imported again', LONG, async ({ editorOf }) => {
  const editor = await (await editorOf('supervisor')).open();
  await editor.openTab('Import and export');
  const json = await downloaded(editor.page, () =>
    editor.button('Export the catalog (JSON)').click(),
  );
  await editor.root.getByLabel('Picklist to export').selectOption('Contact reasons');
  const csv = await downloaded(editor.page, () =>
    editor.button('Export the picklist (CSV)').click(),
  );
  expect(csv.charCodeAt(0), 'a byte order mark, for Excel').toBe(0xfeff);

  const options = editor.part('Import options into a picklist');
  await options.getByLabel('Picklist to import into').selectOption('Contact reasons');
  await options.getByLabel('Or paste the rows').fill(csv);
  await options.getByRole('button', { name: 'Try it out' }).click();
  await expect(options.getByText('0 new, 0 changed, 18 as they are.')).toBeVisible();
  await expect(options.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);

  const catalog = editor.part('Import a catalog');
  await catalog.getByLabel('Catalog file (JSON)').setInputFiles({
    name: 'debrief-catalog.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json),
  });
  await catalog.getByRole('button', { name: 'Try it out' }).click();
  await expect(catalog.getByText('The draft is the same already.')).toBeVisible();

  // Into a draft that is another one, it brings back what was exported.
  await editor.openTab('Picklists');
  await editor.choosePicklist('Campaigns');
  await editor.renameOption('Renewals', 'Something else');
  await editor.openTab('Import and export');
  await catalog.getByRole('button', { name: 'Try it out' }).click();
  await catalog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(catalog.getByText('Imported into the draft')).toBeVisible();
  expect(
    await downloaded(editor.page, () => editor.button('Export the catalog (JSON)').click()),
  ).toBe(json);
});

test.describe('who may not edit', () => {
  test(
    'without the service it can be looked at and exported, and says why',
    LONG,
    async ({ sandbox, editorOf }) => {
      await sandbox.settings({ functions: false });
      const editor = await (await editorOf('supervisor')).open();
      await expect(
        editor.root.getByRole('heading', { name: 'You can look and export, but not edit' }),
      ).toBeVisible();
      await expect(editor.root.getByText(/^No catalog service is set up/)).toBeVisible();
      await expect(editor.button('Publish…')).toHaveCount(0);
      await editor.choosePicklist('Campaigns');
      await editor.option('Renewals').click();
      await editor.page.keyboard.press('F2');
      await expect(
        editor.root
          .getByRole('group', { name: 'Details of Renewals' })
          .getByLabel('Name (English)', { exact: true }),
      ).not.toBeEditable();
      await expect(editor.root.getByRole('textbox', { name: 'New name for Renewals' })).toHaveCount(
        0,
      );
      await editor.openTab('Import and export');
      expect(
        await downloaded(editor.page, () => editor.button('Export the catalog (JSON)').click()),
      ).toContain('"campaigns"');
      await shot(editor.page, 'editor-read-only');
    },
  );

  test(
    'a role that the service does not take for an editor looks on, and learns whom to ask',
    LONG,
    async ({ editorOf, expectErrors }) => {
      expectErrors(
        'Failed to load resource: the server responded with a status of 403 (Forbidden)',
      );
      const editor = await editorOf('supervisor');
      // As the service answers somebody whose role has been taken away since they signed in.
      await editor.page.route(/\/catalog$/, (route) =>
        route.fulfill({
          status: 403,
          headers: { 'access-control-allow-origin': '*' },
          json: { ok: false, error: { code: 'role-refused', message: 'no', details: {} } },
        }),
      );
      await editor.open();
      await expect(
        editor.root.getByRole('heading', { name: 'You can look, but not edit' }),
      ).toBeVisible();
      await expect(editor.root.getByText(/^Your role in Flex may not change/)).toBeVisible();
      await expect(editor.button('Publish…')).toHaveCount(0);
      await editor.openTab('Forms');
      await expect(editor.button('Add a form')).toHaveCount(0);
    },
  );

  test('an agent has no editor at all', async ({ flex }) => {
    await flex.open('/debrief');
    await expect(flex.page.getByRole('button', { name: 'Wrap-up catalog' })).toHaveCount(0);
    await expect(flex.page.getByRole('region', { name: 'Debrief', exact: true })).toHaveCount(0);
  });
});
