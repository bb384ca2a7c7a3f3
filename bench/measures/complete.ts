import type { Browser, Page } from '@playwright/test';
import { compare, spreadOf, type Figure } from '../support/figures';
import { Twilio } from '../support/Twilio';

const PAIRS = 7;
const GROUP =
  'Complete: from the press to the task completed (real Flex UI, a task of a custom channel)';

/** What reaches TaskRouter, and the calls of the browser among it, by their names in the sandbox. */
const COUNTED = {
  'calls of the browser, SDK': ['task.fetch', 'task.update'],
  'calls of the browser, Functions': ['functions.call'],
  'reads by the Function': ['api.reservation.list', 'api.task.fetch'],
  'writes of the task': ['task.update', 'api.task.update'],
} as const;

type Agent = 'agent1' | 'agent2';

interface Desk {
  readonly page: Page;
  readonly agent: Agent;
  /** Flex without the plugin has nothing to answer. */
  readonly answers: boolean;
}

/** Times are the page's own: the press as the document hears it, the end as Flex tells it. */
const keepTimes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const holder = window as unknown as {
      Twilio: { Flex: { Manager: { getInstance(): { events: NodeJS.EventEmitter } } } };
      completeTimes: number[];
    };
    let pressed = 0;
    holder.completeTimes = [];
    document.addEventListener('click', () => (pressed = performance.now()), true);
    holder.Twilio.Flex.Manager.getInstance().events.on('taskCompleted', () =>
      holder.completeTimes.push(performance.now() - pressed),
    );
  });

const lastTime = (page: Page, count: number): Promise<number> =>
  page
    .waitForFunction((wanted) => {
      const { completeTimes } = window as unknown as { completeTimes: number[] };
      return completeTimes.length >= wanted ? completeTimes[wanted - 1] : false;
    }, count)
    .then(async (handle) => (await handle.jsonValue()) as number);

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).fill(option);
  await page.getByRole('option', { name: option }).first().click();
};

/** One task from the offer to its end; answers the milliseconds from the press on Complete. */
const completeOne = async (twilio: Twilio, desk: Desk, count: number): Promise<number> => {
  const { page, agent, answers } = desk;
  await twilio.send({ channel: 'custom1', direction: 'inbound', worker: agent });
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  const complete = page.getByRole('button', { name: 'Complete', exact: true }).first();
  await complete.waitFor();
  if (answers) {
    await page.getByText('Wrap-up', { exact: true }).first().click();
    await choose(page, 'Outcome', 'Resolved in this contact');
    await choose(page, 'Campaign', 'Renewals');
  }
  await complete.click();
  const time = await lastTime(page, count);
  await page.getByText('No active tasks').first().waitFor();
  return time;
};

const callsOf = async (twilio: Twilio, operations: readonly string[]): Promise<number> => {
  const { callCounts } = await twilio.state();
  return operations.reduce((sum, operation) => sum + (callCounts[operation] ?? 0), 0);
};

const measureWay = async (
  chromium: Browser,
  twilio: Twilio,
  way: string,
  functions: boolean,
): Promise<Figure[]> => {
  await twilio.settings({ plugin: false });
  const bare: Desk = {
    page: await twilio.openFlex(chromium, { agent: 'agent2' }),
    agent: 'agent2',
    answers: false,
  };
  await twilio.settings({ plugin: true, functions, debrief: { enforcement: 'required' } });
  const ours: Desk = {
    page: await twilio.openFlex(chromium),
    agent: 'agent1',
    answers: true,
  };
  try {
    for (const { page } of [bare, ours]) await keepTimes(page);
    // The first of each warms up what later ones find warm, twilio-run among it.
    await completeOne(twilio, bare, 1);
    await completeOne(twilio, ours, 1);
    const times: { readonly ours: number[]; readonly bare: number[] } = { ours: [], bare: [] };
    const counts = Object.keys(COUNTED).map(() => [] as number[]);
    for (let pair = 2; pair < PAIRS + 2; pair++) {
      times.bare.push(await completeOne(twilio, bare, pair));
      const before = await Promise.all(
        Object.values(COUNTED).map((operations) => callsOf(twilio, operations)),
      );
      times.ours.push(await completeOne(twilio, ours, pair));
      for (const [index, operations] of Object.values(COUNTED).entries()) {
        counts[index]?.push((await callsOf(twilio, operations)) - (before[index] ?? 0));
      }
    }
    return [
      {
        group: GROUP,
        what: `${way}: time`,
        unit: 'ms',
        ...compare(times.ours, 'Flex alone', times.bare),
      },
      ...Object.keys(COUNTED).map((what, index): Figure => ({
        group: GROUP,
        what: `${way}: ${what}`,
        unit: 'calls',
        value: spreadOf(counts[index] ?? []),
      })),
    ];
  } finally {
    await ours.page.context().close();
    await bare.page.context().close();
  }
};

/** What the gate adds to a press on Complete: round trips, and time beside a Flex without the plugin in the same run. */
export const measureComplete = async (chromium: Browser, plugin: string): Promise<Figure[]> => {
  const twilio = await Twilio.start(plugin);
  try {
    return [
      ...(await measureWay(chromium, twilio, 'through the SDK', false)),
      ...(await measureWay(chromium, twilio, 'through the Functions', true)),
    ];
  } finally {
    await twilio.stop();
  }
};
