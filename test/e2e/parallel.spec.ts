import type { FlexPage } from './support/FlexPage';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { LONG } from './support/long';
import { expect, test } from './support/test';

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

/** What the agent answers, and the bytes that stand on the task for it. */
const TASKS = [
  [
    'Resolved in this contact',
    'Renewals',
    'zero',
    '"Resolved in this contact","campaign":"Renewals"',
  ],
  ['Ticket opened', 'Newsletter', 'one', '"Ticket opened","campaign":"Newsletter"'],
  ['Information given', 'Renewals', 'two', '"Information given","campaign":"Renewals"'],
  ['Callback promised', 'Newsletter', 'three', '"Callback promised","campaign":"Newsletter"'],
  ['Solution refused', 'Renewals', 'four', '"Solution refused","campaign":"Renewals"'],
  ['Spam or silence', 'Newsletter', 'five', '"Spam or silence","campaign":"Newsletter"'],
  ['Test contact', 'Renewals', 'six', '"Test contact","campaign":"Renewals"'],
  ['Waiting for customer', 'Newsletter', 'seven', '"Waiting for customer","campaign":"Newsletter"'],
  [
    'Transferred to a partner',
    'Renewals',
    'eight',
    '"Transferred to a partner","campaign":"Renewals"',
  ],
  [
    'Wrong number or address',
    'Newsletter',
    'nine',
    '"Wrong number or address","campaign":"Newsletter"',
  ],
] as const;

const nameOf = (number: number): string => `Order ${number}`;

/** What the list says of a task: its mark stands right after it. */
const markOf = (flex: FlexPage, number: number, text: string) =>
  flex
    .taskNamed(nameOf(number))
    .locator('xpath=following-sibling::*[1]')
    .getByRole('img', { name: text });

const marks = (flex: FlexPage, text: string | RegExp) => flex.page.getByRole('img', { name: text });

test(
  'ten tasks in parallel never mix, and the list shows which still lack something',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    const sent = [];
    for (const [number] of TASKS.entries()) {
      sent.push(await sandbox.sendCustom({ name: nameOf(number), order: number }));
      await flex
        .taskNamed(nameOf(number))
        .getByRole('button', { name: /^Accept/ })
        .click();
      await expect(markOf(flex, number, 'Wrap-up form: 2 required answers left')).toBeVisible();
    }
    const before = await Promise.all(sent.map((task) => sandbox.attributes(task)));

    for (const [number, [outcome, , note]] of TASKS.entries()) {
      await flex.taskNamed(nameOf(number)).click();
      await flex.openTab();
      await expect(flex.text('Note')).toHaveValue('');
      await flex.choose('Outcome', outcome);
      await flex.text('Note').fill(note);
    }
    await expect(marks(flex, 'Wrap-up form: 1 required answer left')).toHaveCount(10);

    for (const [number, [outcome, campaign, note]] of [...TASKS.entries()].reverse()) {
      await flex.taskNamed(nameOf(number)).click();
      await flex.openTab();
      await expect(flex.field('Outcome')).toHaveValue(outcome);
      await expect(flex.text('Note')).toHaveValue(note);
      await flex.choose('Campaign', campaign);
      await expect(markOf(flex, number, 'Wrap-up form: not saved yet')).toBeVisible();
      if (number === 5) await shot(flex.page, 'ten-tasks');
    }

    const outcomes = await Promise.all(
      sent.map(({ reservationSid }) => flex.invokeComplete(reservationSid)),
    );
    expect(outcomes).toEqual(TASKS.map(() => 'completed'));
    for (const [number, [, , note, stored]] of TASKS.entries()) {
      expect((await sandbox.completed(sent[number]!)).attributes).toBe(
        withConversations(before[number]!, `{"outcome":${stored},"content":"${note}"}`),
      );
    }
    await flex.expectNoTask();
    await expect(marks(flex, /^Wrap-up form/)).toHaveCount(0);
  },
);
