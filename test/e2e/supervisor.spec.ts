import type { FlexPage } from './support/FlexPage';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

const SERVICE_FIELDS = ['Outcome', 'Campaign', 'Reference', 'Note'] as const;

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

/** The agent's task in the table of the Teams view. */
const tile = (supervisor: FlexPage, name: string | RegExp) =>
  supervisor.page.getByRole('table').getByRole('button', { name });

/** Opens the agent's task in Teams, and our tab on it. */
const watchTask = async (supervisor: FlexPage, name: string | RegExp): Promise<void> => {
  await supervisor.open('/teams');
  await tile(supervisor, name).click();
  await supervisor.openTab();
};

test(
  'a supervisor sees what is on the task of an agent, can write nothing, and follows its changes',
  LONG,
  async ({ sandbox, flex, deskOf }) => {
    await flex.open();
    const call = await sandbox.send({ queue: 'Support' });
    await flex.accept();
    await flex.expectLive();
    const before = await sandbox.attributes(call);
    await flex.openTab();
    await flex.answerService();
    await flex.chooseAll('Contact reasons', ['Payment']);
    await flex.answer('First contact about this?', 'No');
    await flex.text('Reference').fill('A-1');

    const supervisor = await deskOf('supervisor');
    await watchTask(supervisor, /^\+1 415-555-0100 /);
    const { panel } = supervisor;
    await expect(
      panel.getByText('You see what the agent has answered. Nothing can be changed here.'),
    ).toBeVisible();
    // What the agent has not saved yet is in the agent's browser only.
    for (const field of SERVICE_FIELDS) await expect(supervisor.text(field)).toHaveValue('');
    await shot(supervisor.page, 'supervisor-empty');

    await sandbox.customerHangsUp(call);
    await expect(supervisor.text('Outcome')).toHaveValue('Resolved in this contact');
    await expect(supervisor.text('Campaign')).toHaveValue('Renewals');
    await expect(supervisor.text('Reference')).toHaveValue('A-1');
    await expect(supervisor.chosen('Contact reasons', 'Payment')).toBeVisible();
    await expect(panel.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
    await shot(supervisor.page, 'supervisor-filled');
    // The agent's own saved answers: nobody filled them in before, and here nobody can change them.
    await expect(panel.getByText('Filled in before you')).toHaveCount(0);

    for (const field of SERVICE_FIELDS) {
      await expect(supervisor.text(field)).not.toBeEditable();
      await supervisor.text(field).focus();
      await supervisor.page.keyboard.type('from the supervisor');
    }
    for (const radio of await panel.getByRole('radio').all()) await expect(radio).toBeDisabled();
    await expect(panel.getByRole('combobox')).toHaveCount(0);
    await expect(panel.getByRole('button')).toHaveCount(0);
    await expect(supervisor.text('Note')).toHaveValue('');
    await expect(supervisor.text('Reference')).toHaveValue('A-1');

    await flex.complete();
    expect((await sandbox.completed(call)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Resolved in this contact","campaign":"Renewals",' +
          '"conversation_attribute_1":"billing-payment","conversation_label_1":"Payment",' +
          '"conversation_attribute_4":"No","case":"A-1"}',
      ),
    );
    await expect(tile(supervisor, /^\+1 415-555-0100 /)).toHaveCount(0);
    await expect(supervisor.page.getByRole('heading', { name: 'Your Teams' })).toBeVisible();
    await expect(supervisor.notice(/./)).toHaveCount(0);
    expect(await supervisor.drafts()).toBe(0);
    const writers = (await sandbox.calls())
      .filter(({ operation }) => operation === 'task.update')
      .map(({ person }) => person);
    expect(writers).toEqual(['agent1']);
  },
);

test(
  'what other programs write on the task comes before the eyes of the supervisor',
  LONG,
  async ({ sandbox, flex, deskOf }) => {
    await flex.open();
    const task = await sandbox.sendCustom({
      name: 'Web request 7',
      conversations: { outcome: 'Ticket opened', campaign: 'Newsletter' },
    });
    await flex.accept();
    const supervisor = await deskOf('supervisor');
    await watchTask(supervisor, /^Web request 7 /);
    await expect(supervisor.text('Outcome')).toHaveValue('Ticket opened');
    await expect(supervisor.text('Campaign')).toHaveValue('Newsletter');

    await sandbox.post(`tasks/${task.taskSid}/attributes`, {
      attributes:
        '{"name":"Web request 7","direction":"inbound",' +
        '"conversations":{"outcome":"Self-service 4711","campaign":"Win-back","case":"T-9"}}',
    });
    await expect(supervisor.text('Campaign')).toHaveValue('Win-back');
    await expect(supervisor.text('Reference')).toHaveValue('T-9');
    await expect(supervisor.text('Outcome')).toHaveValue('');
    await expect(supervisor.text('Outcome')).toHaveAccessibleDescription(
      'On the task now: Self-service 4711. It is not one of the options.',
    );
    await shot(supervisor.page, 'supervisor-foreign');
    expect(await sandbox.count('task.update')).toBe(0);
  },
);

test(
  'a supervisor passes from task to task, and each shows its own answers',
  LONG,
  async ({ sandbox, flex, deskOf }) => {
    const agent2 = await deskOf('agent2');
    await flex.open();
    await agent2.open();
    await sandbox.sendCustom({ name: 'First', conversations: { outcome: 'Ticket opened' } });
    await sandbox.send({
      channel: 'custom1',
      worker: 'agent2',
      attributes: { name: 'Second', conversations: { outcome: 'Return of goods', case: 'S-2' } },
    });
    await flex.accept();
    await agent2.accept();
    const supervisor = await deskOf('supervisor');
    await watchTask(supervisor, /^First /);
    await expect(supervisor.text('Outcome')).toHaveValue('Ticket opened');
    await tile(supervisor, /^Second /).click();
    await supervisor.openTab();
    await expect(supervisor.text('Reference')).toHaveValue('S-2');
    await expect(supervisor.text('Outcome')).toHaveValue('');
    await tile(supervisor, /^First /).click();
    await supervisor.openTab();
    await expect(supervisor.text('Outcome')).toHaveValue('Ticket opened');
    await expect(supervisor.text('Reference')).toHaveValue('');
  },
);
