import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { spreadOf, type Figure } from '../support/figures';
import { Twilio } from '../support/Twilio';

const FAILED = join(__dirname, '..', 'results', 'failed.png');
const TASKS = 3;
const READ = 'task.fetch';
const WRITE = 'task.update';

interface Desk {
  readonly twilio: Twilio;
  readonly page: Page;
}

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  const box = page.getByRole('combobox', { name: field });
  await box.fill(option);
  await page.getByRole('option', { name: option }).first().click();
  await expect(box).toHaveValue(option);
};

const hangUp = async ({ twilio }: Desk, taskSid: string): Promise<void> => {
  await twilio.post(`tasks/${taskSid}/hang-up`);
  await twilio.taskIs(taskSid, ({ reservations }) =>
    reservations.some(({ status }) => status === 'wrapping'),
  );
};

const versionOf = async ({ twilio }: Desk, taskSid: string): Promise<number> =>
  (await twilio.state()).tasks.find(({ sid }) => sid === taskSid)?.version ?? 0;

/** What an agent does between accepting a call and pressing Complete. */
type Story = (desk: Desk, taskSid: string) => Promise<void>;

const answersAfter: Story = async (desk, taskSid) => {
  await hangUp(desk, taskSid);
  await choose(desk.page, 'Outcome', 'Resolved in this contact');
  await choose(desk.page, 'Campaign', 'Renewals');
};

const answersBeforeAndAfter: Story = async (desk, taskSid) => {
  await desk.page.getByText('Wrap-up', { exact: true }).first().click();
  await choose(desk.page, 'Outcome', 'Resolved in this contact');
  const before = await versionOf(desk, taskSid);
  await hangUp(desk, taskSid);
  // The save at the start of wrap-up, or its answer would count for the next task.
  await desk.twilio.taskIs(taskSid, ({ version }) => version > before);
  await choose(desk.page, 'Campaign', 'Renewals');
};

const nothingToDo: Story = hangUp;

const ANSWERED = {
  conversations: { outcome: 'Resolved in this contact', campaign: 'Renewals' },
};

/** Calls that one task took, per task. */
const countCalls = async (desk: Desk, story: Story, attributes: unknown): Promise<Figure[]> => {
  const { twilio, page } = desk;
  const reads: number[] = [];
  const writes: number[] = [];
  for (let i = 0; i < TASKS; i++) {
    const { callCounts: before } = await twilio.state();
    const taskSid = await twilio.send({
      channel: 'voice',
      direction: 'inbound',
      queue: 'Support',
      attributes,
    });
    await page
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click();
    await twilio.taskIs(taskSid, ({ reservations }) =>
      reservations.some(({ status }) => status === 'accepted'),
    );
    await story(desk, taskSid);
    await page.getByRole('button', { name: 'Complete', exact: true }).first().click();
    await twilio.taskIs(taskSid, ({ reservations }) =>
      reservations.some(({ status }) => status === 'completed'),
    );
    await page.getByText('No active tasks').first().waitFor();
    const { callCounts: after } = await twilio.state();
    const calls = (operation: string) => (after[operation] ?? 0) - (before[operation] ?? 0);
    reads.push(calls(READ));
    writes.push(calls(WRITE));
  }
  const group = 'Calls about the task, one voice task from accept to completed (real Flex UI)';
  return [
    { group, what: 'reads of the task', unit: 'calls', value: spreadOf(reads) },
    { group, what: 'writes of the task', unit: 'calls', value: spreadOf(writes) },
  ];
};

/** An agent's day in a page of its own; what it showed when something went wrong is kept. */
const atDesk = async (
  chromium: Browser,
  twilio: Twilio,
  work: (desk: Desk) => Promise<Figure[]>,
): Promise<Figure[]> => {
  const page = await twilio.openFlex(chromium);
  try {
    return await work({ twilio, page });
  } catch (error) {
    await page.screenshot({ path: FAILED });
    console.error(`What Flex showed: ${FAILED}`);
    throw error;
  } finally {
    await page.context().close();
  }
};

/** What the agent's browser asks TaskRouter for about one task; Flex's own calls are among them, and counted alone. */
export const measureTaskCalls = async (chromium: Browser, plugin: string): Promise<Figure[]> => {
  const twilio = await Twilio.start(plugin);
  const named = (name: string, figures: Figure[]): Figure[] =>
    figures.map((figure) => ({ ...figure, what: `${name}: ${figure.what}` }));
  try {
    await twilio.settings({ debrief: { enforcement: 'required' } });
    const ours = await atDesk(chromium, twilio, async (desk) => [
      ...named('answers after hang-up', await countCalls(desk, answersAfter, {})),
      ...named('answers before and after', await countCalls(desk, answersBeforeAndAfter, {})),
      ...named('the task already says it', await countCalls(desk, nothingToDo, ANSWERED)),
    ]);
    await twilio.settings({ plugin: false });
    const alone = await atDesk(chromium, twilio, (desk) => countCalls(desk, nothingToDo, {}));
    return [...ours, ...named('Flex alone, no plugin', alone)];
  } finally {
    await twilio.stop();
  }
};
