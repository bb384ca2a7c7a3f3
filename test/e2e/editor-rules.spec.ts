import { LONG } from './support/long';
import { shot } from './support/shot';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 180_000 });

test.beforeEach(({ sandbox }) =>
  sandbox.settings({ functions: true, publishRoles: ['admin', 'supervisor'] }),
);

test(
  'a rule in words is followed by the preview at once, and by agents once it is published',
  LONG,
  async ({ sandbox, flex, editorOf }) => {
    const editor = await (await editorOf('supervisor')).open();
    const { page, root } = editor;
    await editor.openTab('Forms');
    const preview = root.getByRole('region', { name: 'As agents see it' });
    const note = preview.getByRole('textbox', { name: 'Note' });
    await expect(note).toBeVisible();

    await root.getByRole('button', { name: /^Note Text/ }).click();
    await editor.button('Show only when…').click();
    await root.getByLabel('Condition 1: what it looks at').selectOption('Outcome');
    await root.getByLabel('Condition 1: how').selectOption('is under');
    await root.getByRole('combobox', { name: 'Condition 1: value' }).fill('Follow-up');
    await page.getByRole('option', { name: /^Follow-up/ }).click();
    await expect(root.getByText('Shown when Outcome is under Follow-up')).toBeVisible();
    await expect(note).toHaveCount(0);

    const choose = async (option: string) => {
      await preview.getByRole('combobox', { name: 'Outcome' }).fill(option);
      await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
    };
    await choose('Callback promised');
    await expect(note).toBeVisible();
    await shot(page, 'editor-rule');
    await choose('Information given');
    await expect(note).toHaveCount(0);

    await editor.publish('A note only where something is left to do');
    await editor.expectInForce(2);
    await flex.open();
    await expect.poll(() => flex.keptVersion(), { timeout: 30_000 }).toBe(2);
    await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.choose('Outcome', 'Information given');
    await expect(flex.text('Note')).toHaveCount(0);
    await flex.choose('Outcome', 'Callback promised');
    await expect(flex.text('Note')).toBeVisible();
  },
);

test(
  'why a task gets its form is told of a live one, and of one that is only thought of',
  LONG,
  async ({ sandbox, flex, editorOf }) => {
    await flex.open();
    await sandbox.send({ direction: 'outbound', queue: 'Sales' });
    await flex.expectLive();

    const editor = await (await editorOf('supervisor')).open();
    await editor.openTab('Assignments');
    const why = editor.part('Why?');
    const result = why.getByRole('region', { name: 'What becomes of this task' });
    await expect(result.getByRole('status')).toHaveText(
      'It gets the form Inbound service.Assignment 5 wins: it matches every task.',
    );
    await editor.button('Look up tasks again').click();
    await why.getByLabel('Task', { exact: true }).selectOption('Ada Agent: Sales, voice');
    await expect(result.getByRole('status')).toHaveText(
      'It gets the form Outbound sales.Assignment 3 wins: Direction is outbound.It beats what matches too and comes later: 5.',
    );
    await expect(result.getByRole('listitem')).toHaveText([
      'Assignment 1 does not match. Queue is Internal; here: Sales.',
      'Assignment 2 does not match. Channel is chat, web, sms, whatsapp, messenger or email; here: voice.',
      'Assignment 3 wins',
      /^Assignment 4 does not match\./,
      'Assignment 5 matches too, but assignment 3 comes first',
    ]);
    await shot(editor.page, 'editor-why');

    // The same task in another queue would be left alone.
    const queue = why.getByRole('combobox', { name: 'Queue', exact: true });
    await queue.fill('Internal');
    await queue.press('Enter');
    await expect(result.getByRole('status')).toContainText('It gets no form and is left alone.');
  },
);
