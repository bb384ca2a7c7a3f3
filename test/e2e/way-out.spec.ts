import { smallCatalog } from './support/catalogs';
import { LONG } from './support/long';
import { withoutSids } from './support/rawAttributes';
import { answered } from './support/sdkErrors';
import { shot } from './support/shot';
import { expect, test } from './support/test';

const REASONS = [
  { code: 'crm-down', name: { en: 'CRM is down', es: 'El CRM no funciona' } },
  { code: 'caller-hung-up', name: { en: 'The caller hung up early' } },
];

const withWayOut = (more: object) => ({
  debrief: {
    catalog: smallCatalog({
      policies: {
        enforcement: 'required',
        wayOut: false,
        wayOutByReason: { reasons: REASONS, ...more },
      },
    }),
  },
});

/** Only the time differs from run to run. */
const comparable = (raw: string): string =>
  withoutSids(raw).replace(/"at":"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"at":"…"');

test('after two refusals the agent completes with a reason: the default, the mark, the log', async ({
  sandbox,
  flex,
  watch,
}) => {
  await sandbox.settings(
    withWayOut({ afterRefusals: 2, default: { field: 'outcome', option: 'other' } }),
  );
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  const wayOut = flex.panel.getByRole('heading', { name: 'Complete anyway' });
  await flex.complete();
  await expect(flex.field('Outcome')).toBeFocused();
  await flex.text('Note').fill('said goodbye');
  await expect(wayOut).toHaveCount(0);
  await flex.reload();
  await flex.openTab();
  await expect(flex.text('Note')).toHaveValue('said goodbye');
  await flex.complete();
  await expect(wayOut).toBeVisible();
  expect((await sandbox.task(task)).status).toBe('assigned');
  expect(await sandbox.attributes(task)).toBe(before);
  await shot(flex.page, 'way-out');

  const go = flex.panel.getByRole('button', { name: 'Complete with this reason' });
  await expect(go).toBeDisabled();
  await flex.panel.getByText('CRM is down').click();
  await go.click();

  expect(comparable((await sandbox.completed(task)).attributes)).toBe(
    `${before.slice(0, -1)},"conversations":{"outcome":"Other","content":"said goodbye"},` +
      '"debrief_way_out":{"WR…":{"reason":"crm-down","at":"…","default":"outcome"}}}',
  );
  await flex.expectNoTask();
  expect(watch.warnings).toContain(
    '[debrief] completed-by-way-out {"reservationSid":"WR…","reason":"crm-down","saved":"yes","missing":["outcome"]}',
  );
});

test('with Twilio down it completes all the same, and what was lost is listed', async ({
  sandbox,
  flex,
  watch,
  expectErrors,
}) => {
  expectErrors(...answered(403, 'Forbidden'));
  await sandbox.settings(withWayOut({ afterRefusals: 1 }));
  await flex.open();
  const task = await sandbox.sendCustom();
  const before = await sandbox.attributes(task);
  await flex.accept();
  await flex.openTab();
  await flex.choose('Outcome', 'Billing dispute');
  await flex.text('Note').fill('never stored');
  await sandbox.fault('task.update', { type: 'status', status: 403 }, 'until-off');
  await flex.complete();
  await expect(flex.failure).toBeVisible();
  await expect(flex.panel.getByRole('button', { name: 'Complete without saving' })).toHaveCount(0);
  await flex.panel.getByText('The caller hung up early').click();
  await flex.panel.getByRole('button', { name: 'Complete with this reason' }).click();

  expect((await sandbox.completed(task)).attributes).toBe(before);
  expect(watch.warnings).toContain(
    '[debrief] completed-by-way-out {"reservationSid":"WR…","reason":"caller-hung-up","saved":"no","missing":[]}',
  );
  const listed = flex.page.locator('[data-debrief="aside"]');
  await expect(listed).toContainText('Completed as you chose. These answers of');
  await expect(listed).toContainText('Billing dispute');
  await expect(listed).toContainText('never stored');
  await shot(flex.page, 'way-out-lost');
});

test('a supervisor sees why and what is missing', LONG, async ({ sandbox, flex, deskOf }) => {
  await sandbox.settings(withWayOut({ afterRefusals: 1 }));
  await flex.open();
  await sandbox.send({
    attributes: {
      debrief_way_out: {
        WR00000000000000000000000000000009: {
          reason: 'crm-down',
          at: '2026-11-28T10:00:00.000Z',
          missing: ['outcome'],
        },
      },
    },
  });
  await flex.accept();
  const supervisor = await deskOf('supervisor');
  await supervisor.open('/teams');
  await supervisor.page
    .getByRole('table')
    .getByRole('button', { name: /^\+1 415-555-0100 / })
    .click();
  await supervisor.openTab();
  await expect(supervisor.panel.getByText(/^Completed anyway \(CRM is down, .*\)\./)).toContainText(
    'Missing: Outcome.',
  );
  await shot(supervisor.page, 'way-out-supervisor');
});
