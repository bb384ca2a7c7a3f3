import { shot } from './support/shot';
import { LONG } from './support/long';
import { expect, test } from './support/test';

const IVR =
  '"conversations":{"outcome":"Callback promised","campaign":"Product recall","ivr_path":"1 ▸ 2"}}';

const FROM_IVR = {
  conversations: {
    outcome: 'Callback promised',
    campaign: 'Product recall',
    ivr_path: '1 ▸ 2',
  },
};

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

test('values that the IVR filled in are shown as such, count as answers, and cost no write', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  const task = await sandbox.sendCustom(FROM_IVR);
  const before = await sandbox.attributes(task);
  expect(before.endsWith(`,${IVR}`)).toBe(true);
  await flex.accept();
  await flex.openTab();
  await expect(flex.field('Outcome')).toHaveValue('Callback promised');
  await expect(flex.field('Outcome')).toHaveAccessibleDescription(
    'Follow-up Filled in before you Change it if wrong.',
  );
  await expect(flex.field('Campaign')).toHaveValue('Product recall');
  await expect(flex.panel.getByText('Filled in before you')).toHaveCount(2);
  await shot(flex.page, 'prefilled');
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toBe(before);
  expect(await sandbox.count('task.update')).toBe(0);
});

test(
  'a prefilled value that the agent changes is written, its neighbours are not touched',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom(FROM_IVR);
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.choose('Outcome', 'Ticket opened');
    await expect(flex.panel.getByText('Filled in before you')).toHaveCount(1);
    await flex.complete();

    expect((await sandbox.completed(task)).attributes).toBe(
      before.replace(
        IVR,
        '"conversations":{"ivr_path":"1 ▸ 2","outcome":"Ticket opened","campaign":"Product recall"}}',
      ),
    );
    expect(await sandbox.count('task.update')).toBe(1);
  },
);

test('a prefilled value that the agent clears is gone from the task, and missing where it is required', async ({
  sandbox,
  flex,
}) => {
  await flex.open();
  const task = await sandbox.sendCustom({
    conversations: { outcome: 'Callback promised', campaign: 'Newsletter', case: 'C-7' },
  });
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.panel.getByRole('button', { name: 'Clear Reference' }).click();
  await expect(flex.text('Reference')).toHaveValue('');
  await flex.panel.getByRole('button', { name: 'Clear Campaign' }).click();
  await flex.complete();
  await expect(flex.field('Campaign')).toBeFocused();
  await expect(flex.field('Campaign')).toHaveAttribute('aria-invalid', 'true');
  expect(await sandbox.attributes(task)).toBe(before);

  await flex.choose('Campaign', 'No campaign');
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    before.replace(
      '{"outcome":"Callback promised","campaign":"Newsletter","case":"C-7"}',
      '{"outcome":"Callback promised","campaign":"No campaign"}',
    ),
  );
});

test(
  'a foreign value is shown, is no answer, and is replaced only by one',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom({
      conversations: { outcome: 'Self-service 4711', campaign: 'Newsletter' },
    });
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await expect(
      flex.panel.getByText(
        'On the task now: Self-service 4711. It is not one of the options; choosing replaces it.',
      ),
    ).toBeVisible();
    await shot(flex.page, 'foreign-value');
    await flex.complete();
    await expect(flex.field('Outcome')).toBeFocused();
    expect(await sandbox.attributes(task)).toBe(before);

    await flex.choose('Outcome', 'Information given');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      before.replace(
        '{"outcome":"Self-service 4711","campaign":"Newsletter"}',
        '{"outcome":"Information given","campaign":"Newsletter"}',
      ),
    );
  },
);

test(
  'a foreign value stays where nothing is required and nothing is answered',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({ debrief: { enforcement: 'optional' } });
    await flex.open();
    const task = await sandbox.sendCustom({ conversations: { outcome: 'Self-service 4711' } });
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.complete();

    expect((await sandbox.completed(task)).attributes).toBe(before);
    expect(await sandbox.count('task.update')).toBe(0);
  },
);

test('a label slot that holds a foreign value is not used', LONG, async ({ sandbox, flex }) => {
  await flex.open();
  const task = await sandbox.sendCustom({
    conversations: {
      conversation_attribute_1: 'queue-7',
      outcome: 'Refund',
    },
  });
  await flex.accept();
  await flex.openTab();
  await flex.answerService();
  await flex.chooseAll('Contact reasons', ['Refund', 'Payment']);
  await flex.complete();

  expect((await sandbox.completed(task)).attributes).toContain(
    '"conversations":{"outcome":"Resolved in this contact","campaign":"Renewals",' +
      '"conversation_attribute_1":"queue-7",' +
      '"conversation_attribute_2":"billing-payment","conversation_label_2":"Payment",' +
      '"conversation_attribute_3":"billing-refund","conversation_label_3":"Refund"}',
  );
});

test(
  'fields the agent has not answered follow what others write meanwhile',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const task = await sandbox.sendCustom({ conversations: { outcome: 'Ticket opened' } });
    await flex.accept();
    await flex.openTab();
    await flex.choose('Campaign', 'Newsletter');
    const written =
      '{"direction":"inbound","conversations":{"outcome":"Refund later","campaign":"Renewals","case":"9"}}';
    await sandbox.post(`tasks/${task.taskSid}/attributes`, { attributes: written });

    await expect(flex.text('Reference')).toHaveValue('9');
    await expect(flex.field('Outcome')).toHaveValue('');
    await expect(flex.panel.getByText(/^On the task now: Refund later\./)).toBeVisible();
    await expect(flex.field('Campaign')).toHaveValue('Newsletter');
    await flex.choose('Outcome', 'Solution refused');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      '{"direction":"inbound","conversations":{"outcome":"Solution refused","campaign":"Newsletter","case":"9"}}',
    );
  },
);

test(
  'what stands on the task and does not fit its field is shown, is no answer, and stays until it is answered',
  LONG,
  async ({ sandbox, flex }) => {
    const long = `${'A note of the voice bot that goes on and on, '.repeat(3)}and ends`;
    await flex.open();
    const task = await sandbox.sendCustom({
      conversations: { content: long, case: 'T-1, T-2, T-3, T-4, T-5, T-6, T-7, T-8, T-9' },
    });
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await expect(flex.text('Note')).toHaveValue('');
    await expect(flex.text('Note')).toHaveAccessibleDescription(
      new RegExp(
        `^On the task now: ${long}\\. It does not fit this field; your answer replaces it\\.`,
      ),
    );
    await flex.answerService();
    await flex.text('Reference').fill('T-1');
    await flex.text('Reference').scrollIntoViewIfNeeded();
    await shot(flex.page, 'misfit');
    await flex.complete();

    expect((await sandbox.completed(task)).attributes).toBe(
      before.replace(
        /"conversations":\{.*\}\}$/,
        `"conversations":{"outcome":"Resolved in this contact","campaign":"Renewals","case":"T-1","content":"${long}"}}`,
      ),
    );
  },
);
