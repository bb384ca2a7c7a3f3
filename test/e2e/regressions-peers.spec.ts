import { catalogOption, smallCatalog, withFields } from './support/catalogs';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';
import { takeCall } from './support/takeCall';

/**
 * What the disposition plugins of today were seen to do wrong in the same Flex, each with the right behaviour. The
 * faults of saving are in save-faults, those of wrap-up in lifecycle, those of broken lists in bad-input.
 */
test('options whose names contain one another are chosen and cleared one by one', async ({
  sandbox,
  flex,
}) => {
  await sandbox.settings({
    debrief: {
      catalog: withFields([
        {
          kind: 'choices',
          id: 'topics',
          name: { en: 'Topics' },
          picklist: 'outcomes',
          levels: 'any',
          slots: [1, 2].map((n) => ({
            attribute: `conversations.conversation_attribute_${n}`,
            label: `conversations.conversation_label_${n}`,
          })),
        },
      ]),
    },
  });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  // A row reads its name and what its button does.
  const chosen = flex.panel.getByRole('listitem');
  await flex.chooseAll('Topics', ['Billing dispute']);
  await expect(chosen).toHaveText(['Billing disputeRemove Billing dispute']);
  await flex.field('Topics').fill('billing');
  await flex.page.getByRole('option', { name: 'Billing', exact: true }).click();
  await expect(chosen).toHaveText([
    'BillingRemove Billing',
    'Billing disputeRemove Billing dispute',
  ]);
  await flex.field('Topics').press('Escape');
  await flex.panel.getByRole('button', { name: 'Remove Billing dispute' }).click();
  await expect(chosen).toHaveText(['BillingRemove Billing']);
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(
      before,
      '{"conversation_attribute_1":"billing","conversation_label_1":"Billing"}',
    ),
  );
});

test(
  'a note typed and cleared again leaves nothing on the task',
  LONG,
  async ({ sandbox, flex }) => {
    const { call, before } = await takeCall(sandbox, flex);
    await flex.text('Note').fill('secret card 4111');
    await flex.text('Note').fill('');
    await sandbox.customerHangsUp(call);
    await flex.complete();

    expect((await sandbox.completed(call)).attributes).toBe(before);
    expect(await sandbox.count('task.update')).toBe(0);
  },
);

test(
  'a note that was saved and is cleared then is gone from the task',
  LONG,
  async ({ sandbox, flex }) => {
    const { call, before } = await takeCall(sandbox, flex);
    await flex.text('Note').fill('secret card 4111');
    await sandbox.customerHangsUp(call);
    await expect(flex.panel.getByText(/^Saved at /)).toBeVisible();
    expect(await sandbox.attributes(call)).toBe(
      withConversations(before, '{"content":"secret card 4111"}'),
    );
    await flex.text('Note').fill('');
    await flex.complete();

    expect((await sandbox.completed(call)).attributes).toBe(withConversations(before, '{}'));
  },
);

test('a key in the note and a radio right after it are both kept', async ({ sandbox, flex }) => {
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.text('Note').focus();
  await flex.page.keyboard.press('n');
  await flex.answer('First contact about this?', 'Yes');
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(before, '{"conversation_attribute_4":"Yes","content":"n"}'),
  );
});

test('keys in the note of one task do not land on the next', LONG, async ({ sandbox, flex }) => {
  await flex.open();
  const first = await sandbox.sendCustom({ name: 'First' });
  await flex.accept();
  const second = await sandbox.sendCustom({ name: 'Second' });
  await flex.accept();
  await flex.taskNamed('First').click();
  await flex.openTab();
  await flex.text('Note').pressSequentially('only the first');
  await flex.taskNamed('Second').click();
  await flex.openTab();
  await expect(flex.text('Note')).toHaveValue('');
  await flex.complete();
  const untouched = '{"name":"Second","direction":"inbound","customerAddress":"grace@example.com"}';
  expect((await sandbox.completed(second)).attributes).toBe(untouched);

  await flex.taskNamed('First').click();
  await flex.complete();
  expect((await sandbox.completed(first)).attributes).toBe(
    '{"name":"First","direction":"inbound","customerAddress":"grace@example.com",' +
      '"conversations":{"content":"only the first"}}',
  );
});

test('two presses on Complete make one write and one completion', async ({ sandbox, flex }) => {
  await sandbox.settings({ debrief: { enforcement: 'required' } });
  await flex.open();
  const task = await sandbox.sendCustom();
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.completeButton.dblclick();

  await sandbox.completed(task);
  await flex.expectNoTask();
  expect(await sandbox.count('task.update')).toBe(1);
});

test('whatever kind of field is required, the tab is there to answer it', async ({
  sandbox,
  flex,
}) => {
  const field = (kind: string, id: string, path: string) => ({
    kind,
    id,
    name: { en: id },
    required: true,
    target: { path: `conversations.${path}` },
  });
  await sandbox.settings({
    debrief: {
      catalog: withFields([
        field('text', 'Ticket', 'case'),
        field('yesno', 'Consent', 'conversation_attribute_1'),
        field('number', 'Minutes', 'conversation_measure_1'),
      ]),
    },
  });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await expect(flex.tab).toBeVisible();
  await flex.complete();
  await expect(flex.text('Ticket')).toBeFocused();
  await flex.text('Ticket').fill('   ');
  await flex.complete();
  await expect(flex.text('Ticket')).toHaveAttribute('aria-invalid', 'true');
  await flex.text('Ticket').fill(' T-1 ');
  await flex.complete();
  await expect(flex.panel.getByRole('radiogroup', { name: 'Consent' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(flex.panel.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await flex.page.keyboard.press('Space');
  await flex.text('Minutes').fill('ten');
  await flex.complete();
  await expect(flex.text('Minutes')).toBeFocused();
  await expect(flex.text('Minutes')).toHaveAccessibleDescription(
    /Enter a number, for example 42\./,
  );
  await flex.text('Minutes').fill('10');
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(
      before,
      '{"case":"T-1","conversation_attribute_1":"Yes","conversation_measure_1":10}',
    ),
  );
});

test('long names wrap inside the panel, and a long text is refused rather than cut', async ({
  sandbox,
  flex,
}) => {
  const long = 'Unbroken'.repeat(16);
  await sandbox.settings({
    debrief: {
      catalog: smallCatalog({
        picklists: [
          {
            id: 'outcomes',
            name: { en: 'Outcomes' },
            options: [
              catalogOption('long', long),
              catalogOption('words', 'word '.repeat(25).trim()),
              catalogOption('other', 'Other'),
            ],
          },
        ],
      }),
    },
  });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.field('Outcome').click();
  await expect(flex.page.getByRole('option')).toHaveCount(3);
  await shot(flex.page, 'long-names');
  const overflow = () =>
    flex.panel.evaluate((panel) =>
      [panel, ...panel.querySelectorAll<HTMLElement>('[role="listbox"], [role="group"]')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
  expect(Math.max(...(await overflow()))).toBe(0);
  await flex.option(long).click();
  await flex.text('Note').fill('x'.repeat(129));
  await flex.complete();
  await expect(flex.text('Note')).toBeFocused();
  await expect(flex.text('Note')).toHaveAccessibleDescription(/At most 128 characters\./);
  expect(await sandbox.attributes(task)).toBe(before);
  await flex.text('Note').fill('x'.repeat(128));
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(before, `{"outcome":"${long}","content":"${'x'.repeat(128)}"}`),
  );
});
