import { DRAFT_MOVED, type EditorPage } from './support/EditorPage';
import { LONG } from './support/long';
import { seriousProblems } from './support/seriousProblems';
import { shot } from './support/shot';
import { expect, test } from './support/test';

const EDITOR = '[role="region"][aria-label="Debrief"]';
/** Flex has dialogs of its own in the page, which are not shown. */
const DIALOG = '[aria-modal="true"]';

test.describe.configure({ timeout: 240_000 });

for (const theme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing serious in the editor (${theme})`, () => {
    test.beforeEach(({ sandbox }) =>
      sandbox.settings({ functions: true, theme, publishRoles: ['admin', 'supervisor'] }),
    );

    const check = (editor: EditorPage) => async (state: string, root: string) => {
      await shot(editor.page, `editor-${theme}-${state}`);
      expect(await seriousProblems(editor.page, root), state).toEqual([]);
    };

    test('on any of its tabs', LONG, async ({ editorOf }) => {
      const editor = await (await editorOf('supervisor')).open();
      const expectNone = check(editor);
      const { root } = editor;
      await editor.button('6 warnings').click();
      await expectNone('findings', EDITOR);
      await editor.button('6 warnings').click();

      await editor.option('Resolved').click();
      await editor.page.keyboard.press('ArrowRight');
      await editor.option('Information given').click();
      await expectNone('picklists', EDITOR);

      await editor.openTab('Forms');
      await expect(root.getByRole('combobox', { name: 'Outcome' })).toBeVisible();
      await expectNone('forms', EDITOR);
      await root.getByRole('button', { name: /^Outcome One option/ }).click();
      await root.getByRole('button', { name: 'Show only when…' }).click();
      await expectNone('field', EDITOR);
      await editor.button('Undo').click();

      await editor.openTab('Assignments');
      await editor.button('Edit assignment 4').click();
      await expectNone('assignments', EDITOR);
      await editor.openTab('Policies');
      await expectNone('policies', EDITOR);
      await editor.openTab('Import and export');
      const part = editor.part('Import options into a picklist');
      await part.getByLabel('Or paste the rows').fill('code,number\nx,many');
      await part.getByRole('button', { name: 'Try it out' }).click();
      await expect(part.getByText('Nothing can be imported')).toBeVisible();
      await expectNone('exchange', EDITOR);
    });

    test('among its versions', LONG, async ({ editorOf }) => {
      const editor = await (await editorOf('supervisor')).open();
      const expectNone = check(editor);
      const { root } = editor;
      await editor.openTab('Policies');
      const policies = root.getByRole('tabpanel', { name: 'Policies' });
      await policies.getByText('Observe only', { exact: true }).click();
      await editor.publish('A first version');
      await editor.expectInForce(2);
      await policies.getByText('Required', { exact: true }).click();
      await editor.publish('A second version');
      await editor.expectInForce(3);
      await editor.openTab('Versions');
      await editor.button('What changed with version 3').click();
      await expect(
        root.getByRole('tabpanel', { name: 'Versions' }).getByText('Settings of the catalog'),
      ).toBeVisible();
      await expectNone('versions', EDITOR);
    });

    test('in its dialogs', LONG, async ({ editorOf }) => {
      const editor = await (await editorOf('supervisor')).open();
      const expectNone = check(editor);
      const { dialog, root } = editor;
      await editor.choosePicklist('Campaigns');
      await editor.renameOption('Renewals', 'Renewals 2027');
      await editor.button('Paste options').click();
      await dialog.getByRole('textbox').fill('One\n  Below it');
      await expect(dialog.getByText('2 options are new.')).toBeVisible();
      await expectNone('paste', DIALOG);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await editor.expectSaved();

      await editor.button('Publish…').click();
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(dialog.getByText('Write a note.')).toBeVisible();
      await expectNone('publish', DIALOG);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await editor.button('Discard draft…').click();
      await expectNone('discard', DIALOG);
      await editor.page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();

      await editor.openTab('Forms');
      await root.getByRole('button', { name: /^Outcome One option/ }).click();
      await root.getByRole('button', { name: 'Choose where' }).click();
      await expect(dialog).toBeVisible();
      await expectNone('path', DIALOG);
    });

    test(
      'with a clash, and when it is read only',
      LONG,
      async ({ sandbox, editorOf, expectErrors }) => {
        expectErrors(DRAFT_MOVED);
        const sue = await (await editorOf('supervisor')).open();
        const sid = await (await editorOf('supervisor2')).open();
        for (const one of [sue, sid]) await one.choosePicklist('Campaigns');
        const release = await sid.holdService();
        await sid.renameOption('Renewals', 'Renewals B');
        await sid.expectSaving();
        await sue.renameOption('Renewals', 'Renewals A');
        await sue.expectSaved();
        await release();
        await expect(sid.clash('→ “Renewals A”')).toBeVisible();
        await check(sid)('clash', EDITOR);

        await sandbox.settings({ functions: false });
        await sue.reload();
        await check(sue)('read-only', EDITOR);
      },
    );
  });
}
