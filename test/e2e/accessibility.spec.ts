import type { Locator } from '@playwright/test';
import { catalogOption, withFields, withOptions } from './support/catalogs';
import { overflowing } from './support/overflowing';
import { withConversations } from './support/rawAttributes';
import { seriousProblems } from './support/seriousProblems';
import { shot } from './support/shot';
import { tabTo } from './support/tabTo';
import { expect, test } from './support/test';
import { LONG, longUnless } from './support/long';

const PANEL = '[data-debrief="panel"]';
const REQUIRED = { debrief: { enforcement: 'required' } };
/** What Chromium and the TaskRouter SDK write to the console about a write that is refused. */
const REFUSED = [
  'Failed to load resource: the server responded with a status of 403 (Forbidden)',
  '[time] Request failed with  403 Ordered by the operator',
] as const;

for (const theme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing serious in the panel (${theme})`, () => {
    test.beforeEach(({ sandbox }) => sandbox.settings({ ...REQUIRED, theme }));

    test(
      'empty, list open, nothing found, errors, filled, failed, saving',
      longUnless(theme === 'light'),
      async ({ sandbox, flex, expectErrors }) => {
        expectErrors(...REFUSED);
        // Eight audits and pictures.
        test.slow();
        const expectNone = async (state: string) => {
          await shot(flex.page, `${theme}-${state}`);
          expect(await seriousProblems(flex.page, PANEL), state).toEqual([]);
        };
        await flex.open();
        await sandbox.sendCustom({
          conversations: { case: 'A-1', conversation_attribute_4: 'maybe', campaign: 'Unheard of' },
        });
        await flex.accept();
        await flex.openTab();
        await expectNone('empty');

        await flex.field('Outcome').click();
        await expect(flex.page.getByRole('option').first()).toBeVisible();
        await expectNone('list-open');
        await flex.field('Outcome').fill('zzz');
        await expect(flex.panel.getByText('Nothing found. Try other words.')).toBeVisible();
        await expectNone('nothing-found');
        await flex.field('Outcome').press('Escape');

        await flex.complete();
        await expect(flex.field('Outcome')).toBeFocused();
        await flex.text('Note').fill('x'.repeat(129));
        await flex.complete();
        await expect(flex.field('Campaign')).toHaveAttribute('aria-invalid', 'true');
        await expect(flex.text('Note')).toHaveAttribute('aria-invalid', 'true');
        await expectNone('errors');

        await flex.answerService();
        await flex.chooseAll('Contact reasons', ['Payment', 'Refund', 'Return']);
        await flex.answer('First contact about this?', 'Yes');
        await flex.text('Note').fill('Credit of 5 given');
        await flex.field('Contact reasons').click();
        await expect(flex.panel.getByText(/^All 3 places are used\./)).toBeVisible();
        await expectNone('filled');
        await flex.field('Contact reasons').press('Escape');

        await sandbox.fault('task.update', { type: 'status', status: 403 });
        await flex.complete();
        await expect(flex.failure).toBeVisible();
        await expectNone('failed');

        // Last: after 15 seconds without an answer the SDK writes to the console.
        await sandbox.fault('task.update', { type: 'hang' });
        await flex.complete();
        await expect(flex.panel.getByText('Saving…')).toBeVisible();
        await expectNone('saving');
      },
    );

    test("read-only, in a supervisor's view", LONG, async ({ sandbox, flex, deskOf }) => {
      await flex.open();
      await sandbox.sendCustom({
        conversations: {
          outcome: 'Ticket opened',
          campaign: 'Unheard of',
          conversation_attribute_1: 'billing-refund',
          conversation_label_1: 'Refund',
          conversation_attribute_4: 'No',
          content: 'called twice',
        },
      });
      await flex.accept();
      const supervisor = await deskOf('supervisor');
      await supervisor.open('/teams');
      await supervisor.page
        .getByRole('table')
        .getByRole('button', { name: /^Web request / })
        .click();
      await supervisor.openTab();
      await expect(supervisor.text('Note')).toHaveValue('called twice');
      await shot(supervisor.page, `${theme}-read-only`);
      expect(await seriousProblems(supervisor.page, PANEL)).toEqual([]);
    });
  });
}

test.describe('the keyboard alone', () => {
  test.beforeEach(({ sandbox }) => sandbox.settings(REQUIRED));

  test('completes a call: tabs, typing, arrows, Enter and Space', async ({ sandbox, flex }) => {
    const { page } = flex;
    await flex.open();
    const call = await sandbox.send();
    await tabTo(page, page.getByRole('button', { name: /^Accept/ }).first());
    await page.keyboard.press('Enter');
    await flex.expectInHand();
    await flex.expectLive();
    const before = await sandbox.attributes(call);

    // Complete at once: the focus is put where the first answer is lacking, which says so.
    await sandbox.customerHangsUp(call);
    await flex.expectWrapUp();
    await expect(flex.panel).toBeVisible();
    await tabTo(page, flex.completeButton);
    await page.keyboard.press('Enter');
    await expect(flex.field('Outcome')).toBeFocused();
    await expect(flex.field('Outcome')).toHaveAccessibleDescription('This answer is required.');

    await page.keyboard.type('goodw');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(flex.field('Outcome')).toHaveValue('Resolved with goodwill credit');
    await expect(flex.field('Outcome')).toHaveAttribute('aria-invalid', 'false');

    await tabTo(page, flex.field('Campaign'));
    await page.keyboard.press('ArrowDown');
    await expect(flex.option('No campaign')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(flex.field('Campaign')).toHaveValue('Spring offer');

    await tabTo(page, flex.field('Contact reasons'));
    await page.keyboard.type('return');
    await page.keyboard.press('Enter');
    await expect(flex.chosen('Contact reasons', 'Return')).toBeVisible();
    await page.keyboard.type('payment');
    await page.keyboard.press('Enter');
    await expect(flex.chosen('Contact reasons', 'Payment')).toBeVisible();
    await page.keyboard.press('Escape');
    const remove = flex.panel.getByRole('button', { name: 'Remove Return' });
    await tabTo(page, remove, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(remove).toHaveCount(0);
    await expect(flex.field('Contact reasons')).toBeFocused();

    await tabTo(page, flex.panel.getByRole('radio', { name: 'Yes', exact: true }));
    await page.keyboard.press('ArrowRight');
    await expect(flex.panel.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
    await tabTo(page, flex.text('Reference'));
    await page.keyboard.type('K-1');
    await tabTo(page, flex.text('Note'));
    await page.keyboard.type('by keys');
    await shot(page, 'keyboard');
    await tabTo(page, flex.completeButton, 'Shift+Tab');
    await page.keyboard.press('Enter');

    expect((await sandbox.completed(call)).attributes).toBe(
      withConversations(
        before,
        '{"outcome":"Resolved with goodwill credit","campaign":"Spring offer",' +
          '"conversation_attribute_1":"billing-payment","conversation_label_1":"Payment",' +
          '"conversation_attribute_4":"No","case":"K-1","content":"by keys"}',
      ),
    );
  });

  test("undo and clear keep the keyboard's place in the page", LONG, async ({ sandbox, flex }) => {
    const { page } = flex;
    await flex.open();
    await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.text('Reference').fill('K');
    const clear = flex.panel.getByRole('button', { name: 'Clear Reference' });
    await tabTo(page, clear);
    await page.keyboard.press('Enter');
    await expect(flex.text('Reference')).toHaveValue('');
    await expect(flex.text('Reference')).toBeFocused();

    const undo = flex.panel.getByRole('button', { name: 'Undo' });
    await tabTo(page, undo, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(flex.text('Reference')).toHaveValue('K');
    await expect(undo).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(undo).toHaveCount(0);
    const inPanel = () =>
      page.evaluate((panel) => document.activeElement?.closest(panel) !== null, PANEL);
    expect(await inPanel()).toBe(true);
  });
});

test(
  'the cursor stays where it is when text is typed into the middle',
  LONG,
  async ({ sandbox, flex }) => {
    await flex.open();
    await sandbox.send({ direction: 'outbound', queue: 'Sales' });
    await flex.expectLive();
    await flex.openTab();
    const cursor = (box: Locator) =>
      box.evaluate((element) => (element as HTMLInputElement).selectionStart);

    for (const name of ['Reference', 'Note', 'Order value', 'Outcome'] as const) {
      const box = name === 'Outcome' ? flex.field(name) : flex.text(name);
      await box.fill('1264');
      await box.press('ArrowLeft');
      await box.press('ArrowLeft');
      await box.pressSequentially('345', { delay: 30 });
      await expect(box).toHaveValue('1234564');
      expect(await cursor(box), name).toBe(5);
      await box.press('Escape');
    }
  },
);

/** 128 characters without a place to break. */
const UNBROKEN = `${'Donaudampfschifffahrtsgesellschaft'.repeat(4).slice(0, 124)}-end`;

const LONG_CATALOG = {
  ...withFields([
    {
      kind: 'choice',
      id: 'outcome',
      name: { en: 'Outcome' },
      required: true,
      picklist: 'outcomes',
      levels: 'any',
      target: { path: 'conversations.outcome' },
    },
    {
      kind: 'choices',
      id: 'reasons',
      name: { en: 'Reasons' },
      picklist: 'outcomes',
      levels: 'any',
      slots: [1, 2, 3].map((n) => ({
        attribute: `conversations.conversation_attribute_${n}`,
        label: `conversations.conversation_label_${n}`,
      })),
    },
    {
      kind: 'yesno',
      id: 'solved',
      name: { en: `${UNBROKEN}?` },
      target: { path: 'conversations.conversation_attribute_4' },
    },
    {
      kind: 'text',
      id: 'note',
      name: { en: UNBROKEN },
      help: { en: UNBROKEN },
      target: { path: 'conversations.content' },
      multiline: true,
    },
  ]),
  picklists: withOptions([
    catalogOption('parent', UNBROKEN.replace('-end', '-top')),
    catalogOption('long', UNBROKEN, { parent: 'parent' }),
    catalogOption('short', 'Short'),
  ])['picklists'],
};

test(
  'the reason of a failed save is in view, however far the agent has scrolled',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors(...REFUSED);
    await sandbox.settings(REQUIRED);
    await flex.page.setViewportSize({ width: 1280, height: 600 });
    await flex.open();
    await sandbox.sendCustom();
    await flex.accept();
    await flex.openTab();
    await flex.answerService();
    await flex.text('Note').fill('at the very end');
    await expect(flex.field('Outcome')).not.toBeInViewport();
    await sandbox.fault('task.update', { type: 'status', status: 403 }, 9);
    await flex.complete();
    await expect(flex.failure).toBeInViewport();
    await expect(flex.panel.getByRole('button', { name: 'Try again' })).toBeInViewport();
    await shot(flex.page, 'failed-in-view');
  },
);

test.describe('narrow', () => {
  // Flex gives the panel no less beside its other columns; below 1200 pixels it stacks them.
  for (const [viewport, panelWidth] of [
    [1280, 293],
    [1200, 275],
    [640, 320],
  ] as const) {
    test(
      `nothing of the panel stands out of it in a window of ${viewport} pixels`,
      longUnless(viewport === 640),
      async ({ sandbox, flex }) => {
        await sandbox.settings({ debrief: { catalog: LONG_CATALOG } });
        await flex.open();
        const task = await sandbox.sendCustom({
          conversations: { outcome: UNBROKEN.toUpperCase() },
        });
        const before = await sandbox.attributes(task);
        await flex.accept();
        await flex.openTab();
        await flex.page.setViewportSize({ width: viewport, height: 720 });
        await expect
          .poll(() => flex.panel.evaluate((panel) => panel.getBoundingClientRect().width))
          .toBe(panelWidth);
        await expect(flex.panel.getByText(/^On the task now: DONAU/)).toBeVisible();
        expect(await overflowing(flex.panel), 'foreign value').toEqual([]);

        await flex.field('Outcome').click();
        await expect(flex.page.getByRole('option')).toHaveCount(3);
        expect(await overflowing(flex.panel), 'list open').toEqual([]);
        await shot(flex.page, `narrow-${viewport}-list`);
        await flex.field('Outcome').press('Escape');
        await flex.complete();
        await expect(flex.field('Outcome')).toBeFocused();
        expect(await overflowing(flex.panel), 'errors').toEqual([]);

        await flex.choose('Outcome', UNBROKEN);
        await flex.chooseAll('Reasons', [UNBROKEN, 'Short']);
        await flex.text(UNBROKEN).fill(UNBROKEN + UNBROKEN);
        await flex.complete();
        await expect(flex.panel.getByText('128 characters too many')).toBeVisible();
        expect(await overflowing(flex.panel), 'filled').toEqual([]);
        await shot(flex.page, `narrow-${viewport}-filled`);

        await flex.text(UNBROKEN).fill(UNBROKEN);
        await flex.complete();
        expect((await sandbox.completed(task)).attributes).toBe(
          before.replace(
            /\{"outcome":.*$/,
            `{"outcome":"${UNBROKEN}","conversation_attribute_1":"long",` +
              `"conversation_label_1":"${UNBROKEN}","conversation_attribute_2":"short",` +
              `"conversation_label_2":"Short","content":"${UNBROKEN}"}}`,
          ),
        );
      },
    );
  }
});

test('of 10 000 options fifty are rendered, the rest is counted and found by typing', async ({
  sandbox,
  flex,
}) => {
  const options = Array.from({ length: 10_000 }, (_, n) =>
    catalogOption(`o${n}`, `Product ${String(n).padStart(5, '0')}`),
  );
  await sandbox.settings({ debrief: { catalog: withOptions(options) } });
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  const shown = flex.page.getByRole('option');
  await expect(shown).toHaveCount(0);
  await flex.field('Outcome').click();
  await expect(shown).toHaveCount(50);
  await expect(flex.panel.getByText('9,950 more: type to narrow')).toBeVisible();
  await shot(flex.page, 'ten-thousand');

  await flex.field('Outcome').pressSequentially('Product 042');
  await expect(shown).toHaveCount(50);
  await expect(shown.first()).toHaveText('Product 04200');
  await flex.field('Outcome').pressSequentially('4');
  await expect(shown).toHaveText([
    'Product 04240',
    'Product 04241',
    'Product 04242',
    'Product 04243',
    'Product 04244',
    'Product 04245',
    'Product 04246',
    'Product 04247',
    'Product 04248',
    'Product 04249',
    // One slip per word is forgiven, at the end of the list.
    'Product 00424',
  ]);
  await expect(flex.panel.getByText(/type to narrow/)).toHaveCount(0);
  await flex.option('Product 04242').click();
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(before, '{"outcome":"Product 04242"}'),
  );
});
