import { catalogOption, smallCatalog } from './support/catalogs';
import { seriousProblems } from './support/seriousProblems';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG, longUnless } from './support/long';

const PANEL = '[data-debrief="panel"]';
/** What the sandbox puts on a task without a conversation, before what a test sends. */
const BEFORE = '{"name":"Web request","direction":"inbound","customerAddress":"grace@example.com"';

type Part = Record<string, unknown>;
const text = (id: string, name: string, path: string, more: Part = {}): Part => ({
  kind: 'text',
  id,
  name: { en: name },
  target: { path },
  ...more,
});
const NOTE = text('note', 'Note', 'conversations.content', { multiline: true });

const catalog = (fields: readonly Part[], form: Part = {}, policies: Part = {}): Part =>
  smallCatalog({
    policies: { enforcement: 'required', wayOut: false, ...policies },
    picklists: [
      {
        id: 'countries',
        name: { en: 'Countries' },
        options: [catalogOption('it', 'Italy'), catalogOption('fr', 'France')],
      },
      {
        id: 'cities',
        name: { en: 'Cities' },
        options: [
          catalogOption('rome', 'Rome', { under: ['it'] }),
          catalogOption('paris', 'Paris', { under: ['fr'] }),
        ],
      },
    ],
    forms: [
      {
        id: 'small',
        name: { en: 'Small form' },
        sections: [{ id: 'all', name: { en: 'All' }, fields }],
        ...form,
      },
    ],
  });

const COUNTRY: Part = {
  kind: 'choice',
  id: 'country',
  name: { en: 'Country' },
  required: true,
  picklist: 'countries',
  levels: 'any',
  target: { path: 'conversations.case' },
};
const CITY: Part = {
  kind: 'choice',
  id: 'city',
  name: { en: 'City' },
  picklist: 'cities',
  levels: 'any',
  dependsOn: 'country',
  target: { path: 'conversations.campaign' },
};

test('who said what: marked, kept by a press, told when another answer takes it away, and written', async ({
  sandbox,
  flex,
}) => {
  const fields = [
    COUNTRY,
    CITY,
    text('source', 'Source', 'conversations.source', { prefill: { var: 'task.origin' } }),
    text('language', 'Language', 'conversations.language', { default: 'en' }),
    text('initiative', 'Initiative', 'conversations.initiative', {
      rules: { set: [{ when: { '==': [{ var: 'answers.country' }, 'fr'] }, to: 'Paris office' }] },
    }),
    text('content', 'Subject', 'conversations.content'),
  ];
  await sandbox.settings({
    debrief: { catalog: catalog(fields, {}, { originsKey: 'debrief_origins' }) },
  });
  await flex.open();
  const task = await sandbox.sendCustom({ origin: 'web', conversations: { content: 'Invoice 7' } });
  await flex.accept();
  await flex.openTab();
  await expect(flex.text('Subject')).toHaveAccessibleDescription(
    'Filled in before you Change it if wrong.',
  );
  await expect(flex.text('Source')).toHaveAccessibleDescription(
    'From the task or worker Change it if wrong.',
  );
  await expect(flex.text('Language')).toHaveAccessibleDescription('Default Change it if wrong.');

  await flex.choose('Country', 'Italy');
  await flex.choose('City', 'Rome');
  await flex.choose('Country', 'France');
  await expect(flex.field('City')).toHaveValue('');
  await expect(
    flex.panel.getByText('Cleared: City, because Country changed. Undo brings it back.'),
  ).toBeVisible();
  await expect(flex.field('City')).toHaveAccessibleDescription('Cleared, because Country changed.');
  await expect(flex.text('Initiative')).toHaveAccessibleDescription(
    'Set by a rule Change it if wrong.',
  );
  await shot(flex.page, 'origins');
  expect(await seriousProblems(flex.page, PANEL)).toEqual([]);
  await flex.panel.getByRole('button', { name: 'Undo' }).click();
  await expect(flex.field('City')).toHaveValue('Rome');
  await expect(flex.panel.getByText(/^Cleared/)).toHaveCount(0);

  await flex.choose('Country', 'France');
  await flex.panel.getByRole('button', { name: 'Keep Language' }).click();
  await expect(flex.text('Language')).toBeFocused();
  await expect(flex.panel.getByText('Default', { exact: true })).toHaveCount(0);
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    `${BEFORE},"origin":"web",` +
      '"conversations":{"case":"France","source":"web","language":"en","initiative":"Paris office","content":"Invoice 7"},' +
      '"debrief_origins":{"country":"agent","source":"prefill","language":"agent","initiative":"rule","content":"prefill"}}',
  );
});

test(
  'a required field of which another answer leaves nothing says so, and holds nobody',
  LONG,
  async ({ sandbox, flex }) => {
    // Of the cities of Italy only one of France.
    const limit = [{ when: { '==': [{ var: 'answers.country' }, 'it'] }, options: ['paris'] }];
    const city = { ...CITY, required: true, rules: { limit } };
    await sandbox.settings({ debrief: { catalog: catalog([COUNTRY, city]) } });
    await flex.open();
    const task = await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.choose('Country', 'Italy');
    await flex.field('City').click();
    const empty = flex.page.getByText('With your other answers there is nothing to choose here.');
    await expect(empty).toBeVisible();
    await shot(flex.page, 'nothing-to-choose');
    expect(await seriousProblems(flex.page, PANEL)).toEqual([]);
    await flex.field('City').press('Escape');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      `${BEFORE},"conversations":{"case":"Italy"}}`,
    );
  },
);

test('a form that asks only for what is missing, and shows what Insights will record', async ({
  sandbox,
  flex,
}) => {
  const fields = [
    COUNTRY,
    { ...NOTE, required: true },
    text('language', 'Language', 'conversations.language', { default: 'en', required: true }),
    text('label', 'Ticket', 'conversations.conversation_label_4', { notForSegmenting: true }),
  ];
  await sandbox.settings({ debrief: { catalog: catalog(fields, { asksOnlyMissing: true }) } });
  await flex.open();
  const task = await sandbox.sendCustom({ conversations: { content: 'Wants a refund' } });
  await flex.accept();
  await flex.openTab();
  await expect(flex.panel.getByText('1 required answer left')).toBeVisible();
  await expect(flex.text('Note')).toHaveCount(0);
  await shot(flex.page, 'folded');

  const fold = flex.panel.getByRole('button', { name: 'Filled in for you (2)' });
  await fold.click();
  await expect(flex.text('Note')).toHaveValue('Wants a refund');
  await flex.text('Note').fill('Wants');
  await expect(flex.text('Note')).toBeFocused();
  await flex.text('Note').fill('');
  await expect(flex.text('Note')).toBeFocused();
  await fold.click();
  await flex.choose('Country', 'Italy');
  await flex.complete();
  // What stops it is unfolded and has the focus.
  await expect(flex.text('Note')).toBeFocused();
  await flex.text('Note').fill('Wants it back');

  await flex.text('Ticket').fill('T-1');
  await flex.panel.getByRole('button', { name: 'What Insights will record' }).click();
  await expect(flex.panel.getByRole('definition')).toHaveText([
    'Italy',
    'Wants it back',
    'en',
    'T-1',
    'Without a code the segment’s id takes its place, so reports cannot group by it, according to Twilio’s documentation.',
  ]);
  await shot(flex.page, 'record');
  expect(await seriousProblems(flex.page, PANEL)).toEqual([]);
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    `${BEFORE},"conversations":{"case":"Italy","content":"Wants it back","language":"en","conversation_label_4":"T-1"}}`,
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(
    `a task that gets full is told, and refused with the fields that help most (${theme})`,
    longUnless(theme === 'light'),
    async ({ sandbox, flex }) => {
      const fields = [NOTE, text('case', 'Case', 'conversations.case')];
      await sandbox.settings({ debrief: { catalog: catalog(fields) }, theme });
      // Not later: a text area measures itself anew at the next press, and what is below it moves from under the mouse.
      await flex.page.setViewportSize({ width: 900, height: 900 });
      await flex.open();
      const filler = 'x'.repeat(3980 - BEFORE.length - ',"filler":""}'.length);
      const task = await sandbox.sendCustom({ filler });
      const before = await sandbox.attributes(task);
      expect(before).toHaveLength(3980);
      await flex.accept();
      await flex.openTab();
      const meter = flex.panel.getByRole('meter', { name: 'Room on this task' });
      await expect(meter).toHaveAttribute('aria-valuetext', '3,980 of 4,096 characters used');
      await shot(flex.page, `room-tight-${theme}`);

      await flex.text('Case').fill('C-7');
      await flex.text('Note').fill('y'.repeat(100));
      await expect(flex.panel.getByText(/^This task is too full to save/)).toContainText(
        'Clearing helps most at: Note, Case.',
      );
      await flex.complete();
      await expect(
        flex.panel.getByText(
          'This task has no room for your answers: 4,124 of 4,096 characters. Shorten or clear one, best Note, Case, then try again. Your answers are kept here.',
        ),
      ).toBeVisible();
      await shot(flex.page, `room-over-${theme}`);
      expect(await seriousProblems(flex.page, PANEL)).toEqual([]);
      expect(await sandbox.attributes(task)).toBe(before);
      expect(await sandbox.count('task.update')).toBe(0);

      await flex.panel.getByRole('button', { name: 'Clear Note' }).click();
      await flex.panel.getByRole('button', { name: 'Try again' }).click();
      expect((await sandbox.completed(task)).attributes).toBe(
        `${before.slice(0, -1)},"conversations":{"case":"C-7"}}`,
      );
    },
  );
}

test('personal data: masked by a press, kept off a HIPAA task, and never in the console', async ({
  sandbox,
  flex,
}) => {
  const SENTINEL = 'SENTINEL-4711';
  const fields = [
    NOTE,
    text('secret', 'Secret', 'conversations.case', { pii: true, maxLength: 30 }),
    { kind: 'text', id: 'name', name: { en: 'Name' }, target: { path: 'customers.name' } },
  ];
  const lines: string[] = [];
  flex.page.on('console', (message) => lines.push(message.text()));
  await sandbox.settings({ debrief: { catalog: catalog(fields, {}, { hipaa: 'omit' }) } });
  await flex.open();
  const task = await sandbox.sendCustom();
  await flex.accept();
  await flex.openTab();
  await expect(flex.text('Name')).toHaveAccessibleDescription('This is not written to the task.');
  await flex.text('Name').fill('Grace Hopper');
  await flex.text('Note').fill('Card 4111 1111 1111 1111');
  await expect(flex.panel.getByText('This looks like personal data: a card number.')).toBeVisible();
  await shot(flex.page, 'personal-data');
  expect(await seriousProblems(flex.page, PANEL)).toEqual([]);
  await flex.panel.getByRole('button', { name: 'Mask the personal data in Note' }).click();
  await expect(flex.text('Note')).toHaveValue('Card •••• •••• •••• 1111');
  await expect(flex.text('Note')).toBeFocused();

  // Refused once, so that whatever is logged of a failure is logged.
  await flex.text('Secret').fill(`${SENTINEL} ${'x'.repeat(30)}`);
  await flex.complete();
  await expect(flex.text('Secret')).toBeFocused();
  await flex.text('Secret').fill(SENTINEL);
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    `${BEFORE},"conversations":{"content":"Card •••• •••• •••• 1111","case":"SENTINEL-4711"}}`,
  );
  expect(lines.some((line) => line.includes('[debrief] stopped'))).toBe(true);
  expect(lines.filter((line) => line.startsWith('[debrief]') && line.includes(SENTINEL))).toEqual(
    [],
  );
  expect(lines.filter((line) => line.includes(SENTINEL))).toEqual([]);
});
