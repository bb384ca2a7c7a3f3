import type { Locator } from '@playwright/test';
import { shot } from './support/shot';
import { tabTo } from './support/tabTo';
import { expect, test } from './support/test';
import { LONG } from './support/long';

test.describe.configure({ timeout: 180_000 });

test.beforeEach(({ sandbox }) => sandbox.settings({ functions: true }));

test(
  'a supervisor does everything by the keyboard alone: options, fields, sections, assignments, publishing, the way back',
  LONG,
  async ({ editorOf }) => {
    const editor = await (await editorOf('admin')).open();
    const { page, root } = editor;
    const { keyboard } = page;
    const press = async (target: Locator, key = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab') => {
      await tabTo(page, target, way);
      await keyboard.press(key);
    };
    /** From the tab that is open, by as many arrows. */
    const goToTab = async (from: string, to: string, arrows: number) => {
      await tabTo(page, editor.tabNamed(from), 'Shift+Tab');
      for (let n = 0; n < arrows; n++) await keyboard.press('ArrowRight');
      await expect(editor.tabNamed(to)).toHaveAttribute('aria-selected', 'true');
    };
    const type = async (target: Locator, text: string) => {
      await tabTo(page, target);
      await keyboard.press('Control+a');
      await keyboard.type(text);
    };

    // Options: add, rename, move.
    await press(editor.button('Campaigns'));
    const tree = root.getByRole('tree', { name: 'Campaigns' });
    await tabTo(page, tree);
    await keyboard.press('End');
    await keyboard.press('Insert');
    await expect(root.getByRole('textbox', { name: 'Name of the new option' })).toBeFocused();
    await keyboard.type('Autumn offer');
    await keyboard.press('Enter');
    await expect(tree).toBeFocused();
    await expect(editor.option('Autumn offer')).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('F2');
    await keyboard.type('Autumn sale');
    await keyboard.press('Enter');
    await expect(tree).toBeFocused();
    await keyboard.press('Alt+ArrowUp');
    await expect(tree.getByRole('treeitem')).toHaveText([
      'No campaign',
      'Newsletter',
      'Spring offer',
      'Renewals',
      'Win-back',
      // The reported text was made of the first name.
      /^Autumn sale/,
      'Product recall',
    ]);
    await expect(editor.option('Autumn sale')).toHaveAttribute('aria-posinset', '6');

    // A field, and the section that it is in before the other one.
    await goToTab('Picklists', 'Forms', 1);
    const outline = root.getByRole('region', { name: 'Sections and fields' });
    const line = (name: RegExp) => outline.getByRole('button', { name });
    await press(line(/^Details Section/));
    await tabTo(page, outline.getByLabel('Kind of the new field'));
    await keyboard.type('Yes');
    await expect(outline.getByLabel('Kind of the new field')).toHaveValue('yesno');
    await press(outline.getByRole('button', { name: 'Add field' }));
    await expect(root.getByRole('group', { name: 'Field: New field: Yes or no' })).toBeFocused();
    await type(root.getByRole('textbox', { name: 'Name (English)' }), 'Solved for good?');
    await keyboard.press('Tab');
    await expect(line(/^Solved for good\? Yes or no/)).toBeVisible();
    await tabTo(page, line(/^Details Section/), 'Shift+Tab');
    await keyboard.press('Alt+ArrowUp');
    await expect(line(/^Details Section/)).toBeFocused();
    await expect(outline.getByRole('listitem')).toHaveText([
      /^Details/,
      /^Contact reasons/,
      /^First contact about this\?/,
      /^Reference/,
      /^Note/,
      /^Solved for good\?/,
      /^Result/,
      /^Outcome/,
      /^Campaign/,
    ]);
    // Beside it, what agents will see.
    await expect(
      root.getByRole('region', { name: 'As agents see it' }).getByRole('heading', { level: 3 }),
    ).toHaveText(['Details', 'Result']);
    await shot(page, 'editor-keyboard-forms');

    // An assignment, before the one for every task.
    await goToTab('Forms', 'Assignments', 1);
    await press(editor.button('Add assignment'));
    const assignment = root.getByRole('region', { name: 'Assignment 5' });
    await tabTo(page, assignment.getByLabel('Form', { exact: true }));
    await keyboard.type('Digital');
    await press(assignment.getByRole('button', { name: 'Add: Queue' }));
    await tabTo(
      page,
      assignment
        .getByRole('textbox', { name: 'Queue' })
        .or(assignment.getByRole('combobox', { name: 'Queue' })),
    );
    await keyboard.type('Escalations');
    await keyboard.press('Enter');
    await expect(
      root.getByRole('table', { name: /^Assignments/ }).getByRole('row', { name: /^5 / }),
    ).toContainText('Queue is Escalations');

    await editor.expectSaved();
    await press(editor.button('Publish…'), 'Enter', 'Shift+Tab');
    await expect(editor.dialog.getByLabel('Note')).toBeFocused();
    await keyboard.type('By keys');
    await press(editor.dialog.getByRole('button', { name: 'Publish', exact: true }));
    await editor.expectInForce(2);

    // Another version, so that there is one to bring back.
    await goToTab('Assignments', 'Policies', 1);
    await tabTo(page, root.getByRole('radio', { name: 'Optional' }));
    await keyboard.press('ArrowDown');
    await expect(root.getByRole('radio', { name: 'Observe only' })).toBeChecked();
    await editor.expectSaved();
    await press(editor.button('Publish…'), 'Enter', 'Shift+Tab');
    await keyboard.type('Observed from now on');
    await press(editor.dialog.getByRole('button', { name: 'Publish', exact: true }));
    await editor.expectInForce(3);

    await goToTab('Policies', 'Versions', 1);
    await press(editor.button('Bring back version 2…'));
    await expect(editor.dialog.getByLabel('Note')).toBeFocused();
    await keyboard.type('Not yet');
    await press(editor.dialog.getByRole('button', { name: 'Bring back', exact: true }));
    await editor.expectInForce(4);
    await shot(page, 'editor-keyboard-versions');
  },
);
