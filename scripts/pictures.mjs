import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureInstalled } from './install.mjs';
import { root, run } from './run.mjs';

/** Makes the pictures of docs/images anew: the real Flex UI with the plugin, driven as a person would. */
await ensureInstalled();
const { chromium } = await import('@playwright/test');
const { requireChromium } = await import('./chromium.mjs');

const images = join(root, 'docs', 'images');
const DESKTOP = { width: 1400, height: 900 };
const REQUIRED = { debrief: { enforcement: 'required' } };

const everyKind = JSON.parse(
  readFileSync(join(root, 'test', 'e2e', 'support', 'everyKind.json'), 'utf8'),
);

const executablePath = requireChromium();
if ((await run('npm', ['run', '--silent', 'build'])) !== 0) process.exit(1);
mkdirSync(images, { recursive: true });

const server = spawn(
  process.execPath,
  ['--import', 'tsx', 'sandbox/main.ts', '--port', '0', '--json'],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
const firstLine = await new Promise((resolve, reject) => {
  createInterface({ input: server.stdout }).once('line', resolve);
  server.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}.`)));
});
const addresses = JSON.parse(firstLine);
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
  ],
});

const post = async (path, body = {}) => {
  const answer = await fetch(`${addresses.console}/api/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
};
const scenario = async (id) => {
  const all = await (await fetch(`${addresses.console}/api/scenarios`)).json();
  return all.find((one) => one.id === id).task;
};

const open = async (address, viewport = DESKTOP) =>
  (await browser.newContext({ viewport })).newPage().then(async (page) => {
    await page.goto(address, { timeout: 90_000 });
    return page;
  });

/** Starts over, and has agent 1 in wrap-up of a call with the form open. */
const inWrapUp = async ({ settings = REQUIRED, id = 'inbound-service', viewport } = {}) => {
  await post('reset');
  await post('settings', settings);
  const page = await open(addresses.people.agent1, viewport);
  await page.getByText('Available').first().waitFor({ timeout: 60_000 });
  const { taskSid } = await post('tasks', await scenario(id));
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await page
    .getByText(/^Live \|/)
    .first()
    .waitFor();
  await post(`tasks/${taskSid}/hang-up`);
  await page.getByRole('form').waitFor();
  return page;
};

const choose = async (page, field, option, typed = option) => {
  await page.getByRole('combobox', { name: field }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
};
const answerAll = async (page) => {
  await choose(page, 'Outcome', /Callback promised/, 'callback');
  await choose(page, 'Campaign', /Renewals/, 'renew');
  await choose(page, 'Contact reasons', /Billing dispute/, 'dispute');
  await choose(page, 'Contact reasons', /Invoice question/, 'invoice');
  await page.keyboard.press('Escape');
};
/** Those that a picture of the panel's middle shows. */
const answerEveryKind = async (page) => {
  const box = (name) => page.getByRole('textbox', { name, exact: true });
  const callback = page.getByRole('group', { name: 'Callback' });
  await choose(page, 'Topic', /Outage/, 'outage');
  await page.getByRole('radiogroup', { name: 'Solved?' }).getByText('No', { exact: true }).click();
  await box('What is left to do').fill('Replace the cable');
  await box('Cost').fill('12.5');
  await page.getByRole('radiogroup', { name: /^Mood/ }).getByText('7', { exact: true }).click();
  await box('Due').fill('2026-12-01');
  await callback.getByLabel('Date').fill('2026-11-25');
  await callback.getByLabel('Time').fill('17:05');
  await box('Phone').fill('0044 20 7946 0000');
  await box('E-mail').fill('ann@example.com');
  await box('Ticket').fill('https://tickets.example/7');
  await box('Order number').fill('ab-0043');
  await page.getByRole('button', { name: 'Add link' }).click();
  await box('Address').fill('https://files.example/1');
  await box('Cost').scrollIntoViewIfNeeded();
  await page.getByRole('heading', { name: 'Figures' }).evaluate((one) => one.scrollIntoView());
};
/** The catalog editor in somebody's Flex. */
const inEditor = async (person, viewport = DESKTOP) => {
  const page = await open(`${addresses.people[person]}/debrief`, viewport);
  const editor = page.getByRole('region', { name: 'Debrief', exact: true });
  await editor.getByRole('tab', { name: 'Picklists' }).waitFor({ timeout: 60_000 });
  return {
    page,
    editor,
    button: (name) => editor.getByRole('button', { name }),
    tab: (name) => editor.getByRole('tab', { name }).click(),
    option: (name) => editor.getByRole('treeitem', { name }).first(),
    rename: async (name, to) => {
      await editor.getByRole('treeitem', { name }).first().click();
      await page.keyboard.press('F2');
      await editor.getByRole('textbox', { name: `New name for ${name}` }).fill(to);
      await page.keyboard.press('Enter');
    },
    saved: () => editor.getByText(/Saved at /).waitFor(),
    publish: async (note, version) => {
      await editor.getByText(/Saved at /).waitFor();
      await editor.getByRole('button', { name: 'Publish…' }).click();
      await page.getByRole('dialog').getByLabel('Note').fill(note);
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
      await editor.getByText(`Version ${version} is in force`).waitFor({ timeout: 30_000 });
    },
  };
};
const complete = (page) =>
  page.getByRole('button', { name: 'Complete', exact: true }).first().click();

const shoot = async (page, name) => {
  // The pointer would leave a hover on whatever was clicked last.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(images, name), animations: 'disabled', caret: 'hide' });
  console.log(`docs/images/${name}`);
};

const PICTURES = [
  async () => {
    const page = await inWrapUp();
    await answerAll(page);
    await page.getByText('All required given').waitFor();
    await shoot(page, 'wrap-up.png');

    await complete(page);
    await page.getByText('No active tasks').first().waitFor();
    const operator = await open(addresses.console);
    await operator.getByText('reservation.completed').waitFor();
    await shoot(operator, 'console.png');
    await page.context().close();
    await operator.context().close();
  },
  async () => {
    const page = await inWrapUp();
    await complete(page);
    await page.getByText('This answer is required.').first().waitFor();
    await page.keyboard.press('Escape');
    await shoot(page, 'required-missing.png');

    await page.getByRole('combobox', { name: 'Outcome' }).fill('call');
    await page.getByRole('option').first().waitFor();
    await shoot(page, 'search.png');
    await page.context().close();
  },
  async () => {
    const page = await inWrapUp();
    await answerAll(page);
    await post('faults', {
      operation: 'task.update',
      kind: { type: 'status', status: 500 },
      times: 20,
    });
    await complete(page);
    await page.getByRole('heading', { name: 'Not saved' }).waitFor({ timeout: 30_000 });
    await shoot(page, 'save-failed.png');
    await page.context().close();
  },
  async () => {
    const page = await inWrapUp({ id: 'inbound-ivr' });
    await page.getByText('Filled in before you').first().waitFor();
    await shoot(page, 'prefilled.png');
    await page.context().close();
  },
  async () => {
    const page = await inWrapUp({ settings: { ...REQUIRED, theme: 'dark' } });
    await answerAll(page);
    await shoot(page, 'dark.png');
    await page.context().close();
  },
  async () => {
    const page = await inWrapUp({
      settings: { ...REQUIRED, languages: { agent1: 'es' } },
      viewport: { width: 900, height: 800 },
    });
    await shoot(page, 'narrow-spanish.png');
    await page.context().close();
  },
  ...['light', 'dark'].map((theme) => async () => {
    const page = await inWrapUp({
      settings: { theme, debrief: { catalog: everyKind } },
      viewport: { width: 1280, height: 1500 },
    });
    await answerEveryKind(page);
    await shoot(page, `kinds-${theme}.png`);
    await page.context().close();
  }),
  async () => {
    await post('reset');
    await post('settings', { functions: true, publishRoles: ['admin', 'supervisor'] });
    const sue = await inEditor('supervisor');
    await sue.option('Resolved').click();
    await sue.page.keyboard.press('ArrowRight');
    await sue.option('Information given').click();
    await shoot(sue.page, 'editor-picklists.png');

    await sue.tab('Forms');
    await sue.button(/^Note Text/).click();
    await sue.button('Show only when…').click();
    await sue.editor.getByLabel('Condition 1: how').selectOption('is under');
    await sue.editor.getByRole('combobox', { name: 'Condition 1: value' }).fill('Follow');
    await sue.page
      .getByRole('option', { name: /^Follow-up/ })
      .first()
      .click();
    await sue.editor
      .getByRole('heading', { name: 'Rules' })
      .evaluate((one) => one.scrollIntoView());
    await shoot(sue.page, 'editor-rules.png');
    await sue.button('Undo').click();
    await sue.button(/^Outcome One option/).click();
    await sue.editor.evaluate((one) => one.scrollTo(0, 0));
    await shoot(sue.page, 'editor-forms.png');

    await sue.tab('Assignments');
    await shoot(sue.page, 'editor-assignments.png');
    await sue.tab('Policies');
    await shoot(sue.page, 'editor-policies.png');

    await sue.tab('Import and export');
    await sue.editor
      .getByLabel('Or paste the rows')
      .fill('code,name.en,number\nloan,Loan,1\ncard,Card,many\n');
    await sue.button('Try it out').first().click();
    const errors = sue.editor.getByRole('table', { name: 'What is wrong with the table' });
    await errors.scrollIntoViewIfNeeded();
    await shoot(sue.page, 'editor-import.png');

    await sue.tab('Picklists');
    await sue.button('Campaigns').click();
    await sue.rename('Renewals', 'Renewals 2027');
    await sue.publish('Campaigns of next year', 2);
    await sue.rename('Spring offer', 'Spring offer 2027');
    await sue.option('Win-back').click();
    await sue.button('Archive').click();
    await sue.saved();
    await sue.button('Publish…').click();
    await sue.page
      .getByRole('dialog')
      .getByLabel('Note')
      .fill('Spring has a new name, Win-back is over');
    await shoot(sue.page, 'editor-publish.png');
    await sue.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await sue.publish('Spring has a new name, Win-back is over', 3);
    await sue.tab('Versions');
    await sue.button('What changed with version 3').click();
    await shoot(sue.page, 'editor-versions.png');

    const sid = await inEditor('supervisor2');
    await sid.button('Campaigns').click();
    await sue.tab('Picklists');
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await sid.page.route(/\/catalog$/, (route) => released.then(() => route.continue()));
    await sid.rename('Newsletter', 'Weekly letter');
    await sue.rename('Newsletter', 'Newsletter 2027');
    await sue.editor.getByText(/Draft with changes to version 3/).waitFor();
    release();
    await sid.editor.getByText('1 thing was changed in two ways').waitFor();
    await shoot(sid.page, 'editor-clash.png');
    await sid.page.context().close();
    await sue.page.context().close();
  },
  async () => {
    await post('reset');
    await post('settings', { functions: true, theme: 'dark', languages: { admin: 'es' } });
    const page = await open(`${addresses.people.admin}/debrief`, { width: 1100, height: 800 });
    await page.getByRole('tab', { name: 'Formularios' }).click({ timeout: 60_000 });
    await page.getByRole('combobox', { name: 'Resultado' }).waitFor();
    await shoot(page, 'editor-dark-spanish.png');
    await page.context().close();
  },
];

let failed = false;
try {
  for (const take of PICTURES) await take();
} catch (error) {
  failed = true;
  console.error(error);
  for (const context of browser.contexts()) {
    for (const page of context.pages())
      await page.screenshot({ path: join(root, 'test-results', 'picture-failed.png') });
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
}
process.exit(failed ? 1 : 0);
