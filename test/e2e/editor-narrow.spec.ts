import { LONG } from './support/long';
import { overflowing } from './support/overflowing';
import { shot } from './support/shot';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 240_000 });

for (const width of [1000, 640]) {
  test(
    `nothing of the editor stands out of a window of ${width} pixels`,
    LONG,
    async ({ sandbox, editorOf }) => {
      await sandbox.settings({ functions: true });
      const editor = await (await editorOf('supervisor')).open();
      await editor.page.setViewportSize({ width, height: 900 });
      const { root } = editor;
      const expectNone = async (state: string) => {
        await shot(editor.page, `editor-${width}-${state}`);
        expect(await overflowing(root, 'table'), state).toEqual([]);
      };

      await editor.option('Resolved').click();
      await expectNone('picklists');
      await editor.openTab('Forms');
      await expect(root.getByRole('combobox', { name: 'Outcome' })).toBeVisible();
      await expectNone('forms');
      await root.getByRole('button', { name: /^Outcome One option/ }).click();
      await root.getByRole('button', { name: 'Show only when…' }).click();
      await expectNone('field');
      await editor.button('Undo').click();
      await editor.openTab('Assignments');
      await expectNone('assignments');
      await editor.button('Edit assignment 4').click();
      await expectNone('assignment');
      await editor.openTab('Policies');
      await expectNone('policies');
      await editor.openTab('Versions');
      await expectNone('versions');
      await editor.openTab('Import and export');
      await expectNone('exchange');
    },
  );
}
