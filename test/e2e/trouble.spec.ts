import { limitedCatalog } from './support/catalogs';
import { LONG } from './support/long';
import { overflowing } from './support/overflowing';
import { seriousProblems } from './support/seriousProblems';
import { shot } from './support/shot';
import { expect, test } from './support/test';

const PANEL = '[data-debrief="panel"]';

for (const theme of ['light', 'dark'] as const) {
  test(
    `what goes wrong is well seen, narrow and wide (${theme}): a conflict, the countdown, the way out, a save that waits`,
    LONG,
    async ({ sandbox, flex, expectErrors }) => {
      expectErrors(
        'Failed to load resource: the server responded with a status of 503 (Service Unavailable)',
      );
      test.slow();
      await sandbox.settings({
        functions: true,
        theme,
        debrief: {
          catalog: limitedCatalog(
            {
              seconds: 600,
              extensions: { count: 2, seconds: 60, askReason: true },
              onTimeout: 'hold',
            },
            'other',
            {
              conflicts: 'agent',
              wayOutByReason: {
                reasons: [
                  { code: 'crm-down', name: { en: 'CRM is down' } },
                  { code: 'hung-up', name: { en: 'The caller hung up early' } },
                ],
                afterRefusals: 2,
                default: { field: 'outcome', option: 'other' },
              },
            },
          ),
        },
      });
      /** In the narrowest panel that Flex makes beside its other columns, and in a wide one. */
      const expectWell = async (state: string): Promise<void> => {
        for (const width of [1280, 2200]) {
          await flex.page.setViewportSize({ width, height: 1000 });
          if (width === 1280) {
            await expect
              .poll(() => flex.panel.evaluate((panel) => panel.getBoundingClientRect().width))
              .toBe(293);
          }
          await shot(flex.page, `${theme}-${state}-${width}`);
          expect(await overflowing(flex.panel), `${state} ${width}`).toEqual([]);
          expect(await seriousProblems(flex.page, PANEL), `${state} ${width}`).toEqual([]);
        }
      };
      await flex.open();
      const task = await sandbox.send();
      await flex.accept();
      await flex.expectLive();
      await flex.openTab();
      await flex.choose('Outcome', 'Billing dispute');
      await flex.text('Note').fill('What the agent says of it, at some length');
      await sandbox.post(`tasks/${task.taskSid}/other-writer`, {
        set: { 'conversations.outcome': 'Other', 'conversations.content': 'What another says' },
      });
      await expect(flex.panel.getByText('On the task now: What another says')).toBeVisible();
      await expectWell('conflict');

      await sandbox.customerHangsUp(task);
      await flex.expectWrapUp();
      const timer = flex.panel.getByRole('timer', { name: 'Time for wrap-up' });
      await expect(timer).toBeVisible();
      await flex.panel.getByRole('button', { name: /^More time/ }).press('Enter');
      await expect(flex.panel.getByRole('textbox', { name: /^Why do you need/ })).toBeFocused();
      await expectWell('countdown');
      await flex.panel.getByRole('textbox', { name: /^Why do you need/ }).press('Escape');
      await expect(flex.panel.getByRole('button', { name: /^More time/ })).toBeVisible();

      const wayOut = flex.panel.getByRole('heading', { name: 'Complete anyway' });
      await flex.complete();
      await expect(flex.field('Outcome')).toBeFocused();
      await expect(wayOut).toHaveCount(0);
      await flex.complete();
      await expect(wayOut).toBeVisible();
      await expectWell('way-out');

      await flex.panel.getByRole('button', { name: 'Keep mine: Outcome' }).click();
      await flex.panel.getByRole('button', { name: 'Keep mine: Note' }).click();
      await sandbox.fault('api.task.update', { type: 'status', status: 500 }, 'until-off');
      await flex.complete();
      await expect(flex.panel.getByRole('heading', { name: 'Waiting to save' })).toBeVisible();
      await expect(flex.panel.getByText(/^Twilio has a problem right now\./)).toBeVisible();
      await expect(flex.panel.getByText(/^Not saved since \d+:\d\d [AP]M\.$/)).toBeVisible();
      await expectWell('waiting');

      // Nobody presses again.
      await sandbox.post('faults/clear');
      await sandbox.completed(task);
    },
  );
}
