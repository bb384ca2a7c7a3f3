import type { Page } from '@playwright/test';
import type { FlexPage } from './support/FlexPage';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { LONG } from './support/long';
import { expect, test } from './support/test';

test.beforeEach(({ sandbox }) => sandbox.settings({ debrief: { enforcement: 'required' } }));

interface Neighbour {
  readonly debrief: {
    readonly v1: {
      state(sid: string): unknown;
      suggest(sid: string, answers: unknown, source: string): unknown;
      on(event: string, handler: (details: { reservationSid: string }) => void): void;
    };
  };
  heard: unknown[];
}

/** Another plugin that suggests as soon as a form is there, notes what it hears, and has a bug. */
const addNeighbour = (flex: FlexPage): Promise<void> =>
  flex.page.evaluate(() => {
    const page = window as never as Neighbour;
    const { v1 } = page.debrief;
    page.heard = [];
    for (const event of ['opened', 'changed', 'saved', 'stopped', 'completed']) {
      v1.on(event, ({ reservationSid: _sid, ...details }) => page.heard.push([event, details]));
    }
    v1.on('opened', ({ reservationSid }) => {
      const suggested = {
        outcome: 'Ticket opened',
        note: 'Asked for an invoice',
        campaign: 'none of them',
      };
      page.heard.push(v1.suggest(reservationSid, suggested, 'CRM'));
    });
    v1.on('changed', () => {
      throw new Error('another plugin has a bug');
    });
  });

test('another plugin suggests and listens; the agent decides', async ({
  sandbox,
  flex,
  expectErrors,
}) => {
  expectErrors('[debrief] another plugin failed Error: another plugin has a bug');
  await flex.open();
  await addNeighbour(flex);
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await expect(flex.panel.getByText('Suggested by CRM')).toHaveCount(2);
  await expect(flex.field('Outcome')).toHaveValue('');
  await shot(flex.page, 'suggested');

  // A suggestion is no answer.
  await flex.complete();
  await expect(flex.field('Outcome')).toBeFocused();
  expect((await sandbox.task(task)).status).toBe('assigned');

  await flex.text('Note').fill('my own words');
  await flex.panel.getByRole('button', { name: 'Use the suggestion for Outcome' }).click();
  await expect(flex.field('Outcome')).toHaveValue('Ticket opened');
  await expect(flex.text('Note')).toHaveValue('my own words');
  await flex.choose('Campaign', 'Renewals');
  const state = await flex.page.evaluate(
    (sid) => (window as never as Neighbour).debrief.v1.state(sid),
    task.reservationSid,
  );
  expect(state).toEqual({
    formId: 'inbound-service',
    version: 1,
    answers: { outcome: 'follow-up-ticket', campaign: 'renewals', note: 'my own words' },
    lacking: [],
    saveStatus: 'idle',
  });
  await flex.complete();
  expect((await sandbox.completed(task)).attributes).toBe(
    withConversations(
      before,
      '{"outcome":"Ticket opened","campaign":"Renewals","content":"my own words"}',
    ),
  );
  await flex.expectNoTask();
  const heard = await flex.page.evaluate(() => (window as never as Neighbour).heard);
  expect(heard.filter((one) => !JSON.stringify(one).includes('"note"]'))).toEqual([
    ['opened', { formId: 'inbound-service' }],
    { outcome: 'offered', note: 'offered', campaign: 'not-an-answer' },
    ['stopped', { because: 'answers' }],
    ['changed', { fields: ['outcome'] }],
    ['changed', { fields: ['campaign'] }],
    ['saved', {}],
    ['completed', {}],
  ]);
});

/**
 * What both of Twilio's dispositions features do, as far as others see it: their tab, their settings, and a completion
 * that is stopped until something is chosen. In front of ours, so that it registers first.
 */
const addDispositions = async (page: Page): Promise<void> => {
  await page.route('**/plugins/plugin-debrief.js', async (route) => {
    const response = await route.fetch();
    const theirs = `{
      const { Actions, Manager, Tab, TaskCanvasTabs } = Twilio.Flex;
      Manager.getInstance().serviceConfiguration.ui_attributes.custom_data = {
        features: { dispositions: { require_disposition: true, global_dispositions: ['Sold'] } },
      };
      const choose = React.createElement('button', { onClick: () => (window.chosen = true) }, 'Choose Sold');
      TaskCanvasTabs.Content.add(
        React.createElement(Tab, { key: 'disposition', uniqueName: 'disposition', label: 'Disposition' }, choose),
        { sortOrder: 1000 },
      );
      Actions.addListener('beforeCompleteTask', (_payload, abort) => {
        if (!window.chosen) abort();
      });
    }`;
    await route.fulfill({ response, body: `${theirs}\n${await response.text()}` });
  });
};

const BESIDE = 'Debrief: Twilio’s dispositions run beside it';

test(
  'beside Twilio’s dispositions one gate is theirs, ours reports, and admins are told',
  LONG,
  async ({ sandbox, flex, deskOf, watch }) => {
    const admin = await deskOf('supervisor');
    await addDispositions(admin.page);
    await admin.open();
    await expect(admin.notice(BESIDE)).toHaveCount(1);

    await addDispositions(flex.page);
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await expect(flex.notice(BESIDE)).toHaveCount(0);
    await flex.openTab();
    await flex.choose('Outcome', 'Ticket opened');
    await flex.complete();
    // Theirs has stopped it, and ours has saved what there is.
    await expect(flex.panel.getByText(/^Saved at/)).toBeVisible();
    expect((await sandbox.task(task)).status).toBe('assigned');
    await expect(flex.panel.getByText('This answer is required.')).toHaveCount(0);

    await flex.tabNamed('Disposition').click();
    await flex.page.getByRole('button', { name: 'Choose Sold' }).click();
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Ticket opened"}'),
    );
    expect(watch.warnings).toContain(
      '[debrief] would-have-stopped {"reservationSid":"WR…","fields":["campaign"]}',
    );
  },
);
