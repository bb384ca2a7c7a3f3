/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { Assignment, Matcher } from '../../../src/core/catalog/types';
import { contentWith, renderAssignments } from '../../support/renderAssignments';

const assignment = (
  id: string,
  when: Matcher = {},
  form: string | null = 'service',
): Assignment => ({
  id,
  when,
  form,
});
/** A list of names has the label of its control. */
const CONTROL = { selector: 'input, select' };
const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status', { name: 'What has happened' });
const rows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .slice(0, 3)
        .map((cell) => cell.textContent)
        .join(' | '),
    );
const editor = (number: number) => screen.getByRole('region', { name: `Assignment ${number}` });
const why = () => screen.getByRole('region', { name: 'Why?' });

const three = contentWith(
  assignment('sales', { queues: ['Sales'], directions: ['outbound'] }, 'sales'),
  assignment('chat', { channels: ['chat', 'sms'] }, null),
  assignment('rest'),
);

describe('the table', () => {
  test('says in words when each assignment matches, and what it gives', async () => {
    await renderAssignments({ content: three });
    expect(rows()).toEqual([
      'Queue is SalesDirection is outbound | Sales | ',
      'Channel is chat or sms | No form, no gate | The order decides: some tasks match an earlier one too (1).',
      'Every task | Service | ',
    ]);
  });

  test('tells every kind of criterion', async () => {
    const when: Matcher = {
      workflows: ['Main'],
      workerSkills: ['spanish', 'french', 'german'],
      teams: ['Blue'],
      attributes: [{ path: 'customers.tier', oneOf: ['gold'] }],
      from: '2026-11-01',
      to: '2026-11-30',
    };
    await renderAssignments({ content: contentWith(assignment('a', when)) });
    for (const words of [
      'Workflow is Main',
      'Skill of the worker is spanish, french or german',
      'Team of the worker is Blue',
      'customers.tier is gold',
      'Begun from 2026-11-01 to 2026-11-30',
    ]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
  });

  test('flags what no task ever gets to, in a draft with refusals too', async () => {
    const content = contentWith(
      assignment('rest'),
      assignment('sales', { queues: ['Sales'] }, 'sales'),
      assignment('lost', {}, 'gone'),
    );
    await renderAssignments({ content });
    expect(rows()).toEqual([
      'Every task | Service | ',
      'Queue is Sales | Sales | No task ever gets here: assignment 1 takes all of them before.',
      'Every task | gone (does not exist) | The form gone does not exist.No task ever gets here: assignment 1 takes all of them before.',
    ]);
  });

  test('teaches where nothing is assigned yet', async () => {
    const { user, assignments } = await renderAssignments();
    expect(screen.getByRole('heading', { name: 'No task gets a form yet' })).toBeVisible();
    await user.click(button('Add assignment'));
    expect(assignments()).toEqual([{ id: 'service', when: {}, form: 'service' }]);
    expect(editor(1)).toBeVisible();
  });
});

describe('the order', () => {
  test('is changed by buttons, which keep the focus and say what has happened', async () => {
    const { user, order, steps, undo } = await renderAssignments({ content: three });
    await user.click(button('Move assignment 3 up'));
    expect(order()).toBe('sales rest chat');
    expect(status()).toHaveTextContent('Assignment 3 is assignment 2 now.');
    expect(button('Move assignment 2 up')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(order()).toBe('rest sales chat');
    // The first has no way up: the focus goes to its way down.
    expect(button('Move assignment 1 down')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(order()).toBe('sales rest chat');
    expect(steps).toEqual([
      'Move assignment 3 to 2',
      'Move assignment 2 to 1',
      'Move assignment 1 to 2',
    ]);
    undo();
    expect(order()).toBe('rest sales chat');
  });

  test('has an end on both sides', async () => {
    await renderAssignments({ content: three });
    expect(button('Move assignment 1 up')).toBeDisabled();
    expect(button('Move assignment 3 down')).toBeDisabled();
  });
});

describe('adding and taking away', () => {
  test('a new one stands before what matches every task', async () => {
    const { user, order } = await renderAssignments({ content: three });
    await user.click(button('Add assignment'));
    expect(order()).toBe('sales chat service rest');
    expect(editor(3)).toBeVisible();
  });

  test('a copy stands behind its original, and is opened', async () => {
    const { user, assignments } = await renderAssignments({ content: three });
    await user.click(button('Duplicate assignment 1'));
    expect(assignments().map(({ id }) => id)).toEqual(['sales', 'sales-2', 'chat', 'rest']);
    expect(assignments()[1]).toEqual({ ...three.assignments[0], id: 'sales-2' });
    expect(editor(2)).toBeVisible();
  });

  test('after a deletion the focus is on the next one', async () => {
    const { user, order } = await renderAssignments({ content: three });
    await user.click(button('Delete assignment 2'));
    expect(order()).toBe('sales rest');
    expect(status()).toHaveTextContent('Assignment 2 is deleted. Undo brings it back.');
    expect(button('Delete assignment 2')).toHaveFocus();
  });

  test('after the last deletion the focus is on the way to begin again', async () => {
    const { user } = await renderAssignments({ content: contentWith(assignment('a')) });
    await user.click(button('Delete assignment 1'));
    expect(button('Add assignment')).toHaveFocus();
  });
});

describe('one assignment', () => {
  const open = async (when: Matcher = {}) => {
    const view = await renderAssignments({ content: contentWith(assignment('a', when)) });
    await view.user.click(button('Edit assignment 1'));
    return { ...view, when: () => view.assignments()[0]?.when };
  };
  const box = (name: string) => within(editor(1)).getByLabelText(name, CONTROL);

  test('gets another form, or none', async () => {
    const { user, assignments } = await open();
    await user.selectOptions(box('Form'), 'Sales');
    expect(assignments()[0]?.form).toBe('sales');
    await user.selectOptions(box('Form'), 'No form, no gate');
    expect(assignments()[0]?.form).toBeNull();
  });

  test('a new criterion asks for nothing yet, and says that this does not do', async () => {
    const { user, when } = await open();
    await user.click(button('Add: Queue'));
    expect(when()).toEqual({ queues: [] });
    expect(box('Queue')).toHaveAccessibleDescription(/Nothing is chosen, so nothing ever matches/);
    await user.type(box('Queue'), 'Sales{Enter}');
    expect(when()).toEqual({ queues: ['Sales'] });
    expect(box('Queue')).not.toHaveAccessibleDescription(/Nothing is chosen/);
    await user.click(button('Take away: Queue'));
    expect(when()).toEqual({});
  });

  test('the account’s own names are suggested, and others can be typed', async () => {
    const { user, when } = await open({ queues: ['Sales'] });
    const listed = document.getElementById(box('Queue').getAttribute('list') ?? '');
    expect([...(listed?.children ?? [])].map((one) => one.getAttribute('value'))).toEqual([
      'Support',
    ]);
    await user.type(box('Queue'), ' Night shift ');
    await user.click(within(editor(1)).getByRole('button', { name: 'Add to: Queue' }));
    expect(when()).toEqual({ queues: ['Sales', 'Night shift'] });
    expect(box('Queue')).toHaveValue('');
    expect(box('Queue')).toHaveFocus();
    await user.type(box('Queue'), 'night SHIFT{Enter}');
    expect(when()).toEqual({ queues: ['Sales', 'Night shift'] });
    await user.click(within(editor(1)).getByRole('button', { name: 'Remove Sales' }));
    expect(when()).toEqual({ queues: ['Night shift'] });
  });

  test('directions, days and attributes', async () => {
    const { user, when } = await open({ directions: ['outbound'], from: '2026-11-01' });
    await user.click(within(editor(1)).getByRole('checkbox', { name: 'inbound' }));
    expect(when()?.directions).toEqual(['inbound', 'outbound']);
    await user.type(box('Last day'), '2026-11-30');
    expect(when()).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
    await user.click(button('Add: Task attribute'));
    await user.type(box('Attribute'), 'customers.tier{Enter}');
    await user.type(box('Values of customers.tier'), 'gold{Enter}');
    expect(when()?.attributes).toEqual([{ path: 'customers.tier', oneOf: ['gold'] }]);
    await user.click(button('Take away the attribute customers.tier'));
    expect(when()?.attributes).toEqual([]);
  });

  test('says where an attribute is one that a form writes', async () => {
    const { user } = await open({ attributes: [{ path: 'tier', oneOf: ['gold'] }] });
    await user.clear(box('Attribute'));
    await user.type(box('Attribute'), 'conversations.outcome{Enter}');
    expect(
      within(editor(1)).getByText(/A form writes to conversations.outcome/),
    ).toBeInTheDocument();
  });

  test('is opened by a jump to it, and closed by its own button', async () => {
    const { user, jump } = await renderAssignments({ content: three });
    jump('/assignments/1/when/channels');
    expect(editor(2)).toBeVisible();
    await user.click(button('Close'));
    expect(screen.queryByRole('region', { name: 'Assignment 2' })).toBeNull();
    expect(button('Edit assignment 2')).toHaveFocus();
  });
});

describe('why', () => {
  const result = () => within(why()).getByRole('region', { name: 'What becomes of this task' });
  const verdicts = () =>
    within(result())
      .getAllByRole('listitem')
      .map((item) => item.textContent);

  test('a live task has its form, what won, what was beaten, and what did not match', async () => {
    const { user } = await renderAssignments({
      content: contentWith(
        assignment('sales', { queues: ['Sales'] }, 'sales'),
        assignment('gold', { attributes: [{ path: 'customers.tier', oneOf: ['Gold'] }] }),
        assignment('blue', { teams: ['T1'], workerSkills: ['spanish'] }, 'sales'),
        assignment('rest', {}, null),
        assignment('by SID', { queues: [`WQ${'9'.repeat(32)}`] }),
      ),
    });
    await user.selectOptions(within(why()).getByLabelText('Task'), 'Ana: Support, chat');
    expect(within(result()).getByRole('status').textContent).toBe(
      'It gets the form Service.Assignment 2 wins: customers.tier is Gold.' +
        'It beats what matches too and comes later: 3, 4.',
    );
    expect(verdicts()).toEqual([
      'Assignment 1 does not match. Queue is Sales; here: Support.',
      'Assignment 2 wins',
      'Assignment 3 matches too, but assignment 2 comes first',
      'Assignment 4 matches too, but assignment 2 comes first',
      `Assignment 5 does not match. Queue is WQ${'9'.repeat(32)}; here: Support, WQ${'2'.repeat(32)}.`,
    ]);
  });

  test('a task can be made up, of what the assignments look at', async () => {
    const { user } = await renderAssignments({
      content: contentWith(
        assignment('sales', { queues: ['Sales'], directions: ['outbound'] }, 'sales'),
        assignment('november', { from: '2026-11-01', to: '2026-11-30' }),
        assignment('spanish', { workerSkills: ['spanish'] }, null),
      ),
    });
    const panel = within(why());
    expect(within(result()).getByText('No assignment matches.')).toBeInTheDocument();
    expect(verdicts()[1]).toBe(
      'Assignment 2 does not match. Begun from 2026-11-01 to 2026-11-30; here: not known.',
    );
    expect(panel.queryByLabelText('Workflow')).toBeNull();
    await user.type(panel.getByLabelText('Queue', CONTROL), 'Sales{Enter}');
    expect(verdicts()[0]).toBe(
      'Assignment 1 does not match. Direction is outbound; here: not known.',
    );
    await user.selectOptions(panel.getByLabelText('Direction', CONTROL), 'outbound');
    expect(within(result()).getByText('It gets the form Sales.')).toBeInTheDocument();
    await user.type(panel.getByLabelText('Queue', CONTROL), 'Support{Enter}');
    await user.selectOptions(panel.getByLabelText('Worker', CONTROL), 'Ana');
    expect(within(result()).getByText('It gets no form and is left alone.')).toBeInTheDocument();
    await user.type(panel.getByLabelText('Day on which it began', CONTROL), '2026-11-30');
    expect(within(result()).getByText('It gets the form Service.')).toBeInTheDocument();
  });

  test('tasks are looked up again when asked for', async () => {
    const { user, look } = await renderAssignments({ content: three });
    expect(look).toHaveBeenCalledTimes(1);
    await user.click(button('Look up tasks again'));
    expect(look).toHaveBeenCalledTimes(2);
  });
});

describe('who may not edit', () => {
  test('looks at everything and changes nothing', async () => {
    const { user } = await renderAssignments({ content: three, readOnly: true });
    expect(
      screen.queryByRole('button', { name: /Move|Delete|Duplicate|Add assignment/ }),
    ).toBeNull();
    await user.click(button('Look at assignment 1'));
    expect(within(editor(1)).getByLabelText('Form')).toBeDisabled();
    expect(within(editor(1)).getByRole('checkbox', { name: 'outbound' })).toBeDisabled();
    expect(within(editor(1)).queryByRole('button', { name: /Add|Take away|Remove/ })).toBeNull();
    // Asking why changes nothing.
    expect(within(why()).getByLabelText('Task')).toBeEnabled();
  });
});

describe('accessibility', () => {
  test.each([false, true])('has no violations, read-only: %s', async (readOnly) => {
    const { user, container } = await renderAssignments({
      content: contentWith(
        assignment(
          'all',
          {
            queues: ['Sales'],
            directions: ['inbound'],
            attributes: [{ path: 'tier', oneOf: ['gold'] }],
            workerSkills: ['french'],
            teams: ['Blue'],
            from: '2026-11-01',
          },
          'gone',
        ),
        assignment('rest'),
      ),
      readOnly,
    });
    await user.click(button(readOnly ? 'Look at assignment 1' : 'Edit assignment 1'));
    expect((await axe(container)).violations).toEqual([]);
  });
});

test('Spanish has its own words', async () => {
  await renderAssignments({ content: three, language: 'es' });
  expect(screen.getByRole('button', { name: 'Subir la asignación 2' })).toBeInTheDocument();
  expect(screen.getByText('Canal: chat o sms')).toBeInTheDocument();
});
