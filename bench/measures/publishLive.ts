import type { Browser, Locator, Page } from '@playwright/test';
import { spreadOf, type Figure } from '../support/figures';
import { Twilio } from '../support/Twilio';

const ROUNDS = 7;
/** Stated as a goal when catalogs became live. */
const GOAL_MS = 5_000;

const now = (page: Page): Promise<number> => page.evaluate(() => Date.now());

/** When the browser has kept the version on its disk, right before tasks get their forms by it. */
const keptAt = (page: Page, version: number): Promise<number> =>
  page.evaluate(async (wanted) => {
    const deadline = Date.now() + 60_000;
    for (;;) {
      // No function of its own with a name: esbuild would give it one with a helper that the page does not have.
      const newest = await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('debrief-catalogs');
        opening.onerror = () => reject(opening.error as Error);
        opening.onsuccess = () => {
          const cursor = opening.result
            .transaction('headers')
            .objectStore('headers')
            .openKeyCursor(null, 'prev');
          cursor.onsuccess = () => {
            opening.result.close();
            resolve(Number(cursor.result?.key ?? 0));
          };
        };
      });
      if (newest >= wanted) break;
      if (Date.now() > deadline) throw new Error(`Version ${wanted} has not come`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return Date.now();
  }, version);

const rename = async (editor: Locator, option: string, to: string): Promise<void> => {
  await editor.getByRole('treeitem', { name: new RegExp(`^${option}`) }).click();
  await editor.page().keyboard.press('F2');
  const input = editor.getByRole('textbox', { name: `New name for ${option}` });
  await input.fill(to);
  await input.press('Enter');
};

/** Answers when Publish was pressed, on this machine's clock. */
const publish = async (editor: Locator): Promise<number> => {
  const page = editor.page();
  await editor.getByText(/^Saved at /).waitFor({ timeout: 60_000 });
  await editor.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill('Bench');
  const button = dialog.getByRole('button', { name: 'Publish', exact: true });
  await button.waitFor();
  const pressed = await now(page);
  await button.click();
  return pressed;
};

/** The next task can be wrapped up with the option as it is called now. */
const wrapUpWith = async (twilio: Twilio, agent: Page, option: string): Promise<void> => {
  await twilio.send({ channel: 'custom1', direction: 'inbound', worker: 'agent1' });
  await agent
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  const complete = agent.getByRole('button', { name: 'Complete', exact: true }).first();
  await complete.waitFor();
  await agent.getByText('Wrap-up', { exact: true }).first().click();
  for (const [field, answer] of [
    ['Outcome', 'Resolved in this contact'],
    ['Campaign', option],
  ] as const) {
    await agent.getByRole('combobox', { name: field }).fill(answer);
    await agent.getByRole('option', { name: answer }).first().click();
  }
  await complete.click();
  await agent.getByText('No active tasks').first().waitFor();
};

/** From the press on Publish until the agent's Flex works by the version, both in the real Flex UI. */
export const measurePublishLive = async (chromium: Browser, plugin: string): Promise<Figure[]> => {
  const twilio = await Twilio.start(plugin);
  try {
    await twilio.settings({ functions: true, debrief: { enforcement: 'required' } });
    const agent = await twilio.openFlex(chromium);
    const admin = await twilio.openEditor(chromium, 'admin');
    await admin.getByRole('button', { name: /^Campaigns/ }).click();
    const times: number[] = [];
    let option = 'Renewals';
    for (let round = 1; round <= ROUNDS; round++) {
      const name = `Renewals ${2030 + round}`;
      await rename(admin, option, name);
      const pressed = await publish(admin);
      times.push((await keptAt(agent, round + 1)) - pressed);
      await wrapUpWith(twilio, agent, name);
      option = name;
    }
    return [
      {
        group: 'A published version (in Flex, two desktops)',
        what: 'from the press on Publish until the agent has it',
        unit: 'ms',
        value: spreadOf(times),
        budget: GOAL_MS,
      },
    ];
  } finally {
    await twilio.stop();
  }
};
