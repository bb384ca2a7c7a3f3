import type { Locator } from '@playwright/test';
import type { FlexPage } from './support/FlexPage';
import { limitedCatalog } from './support/catalogs';
import { LONG } from './support/long';
import { answered } from './support/sdkErrors';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { takeCall } from './support/takeCall';

const timer = ({ panel }: FlexPage): Locator =>
  panel.getByRole('timer', { name: 'Time for wrap-up' });

/** What the countdown says, in seconds. */
const secondsLeft = async (flex: FlexPage): Promise<number> => {
  const [, minutes, seconds] = /(\d+):(\d\d) left/.exec(await timer(flex).innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

test('the time runs out, over a reload: the default outcome is set, saved, marked and told', async ({
  sandbox,
  flex,
  watch,
}) => {
  await sandbox.settings({
    functions: true,
    debrief: {
      catalog: limitedCatalog({ seconds: 20, onTimeout: 'default' }, 'other', {
        originsKey: 'debrief_origins',
      }),
    },
  });
  await flex.open();
  const task = await sandbox.send();
  await flex.accept();
  await flex.expectLive();
  // A call that is taken has its conference in them.
  const before = await sandbox.attributes(task);
  await flex.openTab();
  await flex.text('Note').fill('typed before the time was over');
  await expect(timer(flex)).toHaveCount(0);
  await sandbox.customerHangsUp(task);
  await flex.expectWrapUp();
  await expect(timer(flex)).toHaveText(/^0:(20|1\d) left$/);
  await shot(flex.page, 'wrap-up-time');
  const began = Date.now();
  const left = await secondsLeft(flex);

  await flex.reload();
  await flex.openTab();
  const passed = (Date.now() - began) / 1000;
  expect(Math.abs((await secondsLeft(flex)) - (left - passed))).toBeLessThan(2.5);
  await expect(flex.text('Note')).toHaveValue('typed before the time was over');

  const record = await sandbox.completed(task, 30_000);
  expect(record.attributes).toBe(
    `${before.slice(0, -1)},"conversations":{"outcome":"Other","content":"typed before the time was over"},` +
      '"debrief_wrap_up":{"timeout":"default"},"debrief_origins":{"outcome":"timeout","note":"agent"}}',
  );
  await flex.expectNoTask();
  await expect(
    flex.notice('The time for wrap-up was over. The task was completed, and is marked so.'),
  ).toBeVisible();
  expect(watch.warnings).toContain(
    '[debrief] time-over {"reservationSid":"WR…","did":"default","fields":[]}',
  );
  expect((Date.now() - began) / 1000).toBeGreaterThan(left - 2);
});

test(
  'held: nothing is completed, the agent is told, and completes when they have answered',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({
      debrief: {
        catalog: limitedCatalog({
          seconds: 10,
          extensions: { count: 2, seconds: 15, askReason: true },
          onTimeout: 'hold',
        }),
      },
      theme: 'dark',
    });
    await flex.page.setViewportSize({ width: 900, height: 800 });
    const { call: task, before } = await takeCall(sandbox, flex);
    await sandbox.customerHangsUp(task);
    await flex.expectWrapUp();

    // By the keyboard, with a reason.
    await flex.panel
      .getByRole('button', { name: 'More time: 0:15 more, 2 times left' })
      .press('Enter');
    const reason = flex.panel.getByRole('textbox', {
      name: 'Why do you need more time? (optional)',
    });
    await expect(reason).toBeFocused();
    await reason.pressSequentially('looking up the order');
    await shot(flex.page, 'wrap-up-more-time');
    await reason.press('Enter');
    await expect(timer(flex)).toBeFocused();
    await expect(timer(flex)).toHaveText(/^0:(2\d|1[5-9]) left$/);
    await flex.reload();
    await flex.openTab();
    await expect(
      flex.panel.getByRole('button', { name: 'More time: 0:15 more, 1 time left' }),
    ).toBeVisible();

    await expect(timer(flex)).toHaveText(
      'The time for wrap-up is over. The task waits for you to complete it.',
      { timeout: 40_000 },
    );
    const told =
      'The time for wrap-up is over. The task was not completed: it waits for you, and your answers are kept.';
    await expect(flex.notice(told)).toBeVisible();
    await shot(flex.page, 'wrap-up-held');
    await flex.closeNotice(told);
    expect(await sandbox.attributes(task)).toBe(before);
    expect((await sandbox.task(task)).status).toBe('wrapping');

    await flex.choose('Outcome', 'Billing dispute');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      `${before.slice(0, -1)},"conversations":{"outcome":"Billing dispute"},` +
        '"debrief_wrap_up":{"timeout":"hold","extensions":1,"reasons":["looking up the order"]}}',
    );
  },
);

test(
  'partial: it completes with what there is, and says what is lacking',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({
      debrief: { catalog: limitedCatalog({ seconds: 10, onTimeout: 'partial' }, undefined) },
    });
    const { call: task, before } = await takeCall(sandbox, flex);
    await sandbox.customerHangsUp(task);
    await flex.expectWrapUp();
    await flex.text('Note').fill('no time for more');
    expect((await sandbox.completed(task, 30_000)).attributes).toBe(
      `${before.slice(0, -1)},"conversations":{"content":"no time for more"},` +
        '"debrief_wrap_up":{"timeout":"partial","lacking":["outcome"]}}',
    );
    await expect(
      flex.notice(
        'The time for wrap-up was over. The task was completed without: Outcome. It is marked so.',
      ),
    ).toBeVisible();
  },
);

test(
  'a default that cannot be saved completes nothing: the task is held',
  LONG,
  async ({ sandbox, flex, expectErrors }) => {
    expectErrors(...answered(500, 'Internal Server Error'));
    await sandbox.settings({
      debrief: { catalog: limitedCatalog({ seconds: 10, onTimeout: 'default' }) },
    });
    const { call: task, before } = await takeCall(sandbox, flex);
    await sandbox.fault('task.update', { type: 'status', status: 500 }, 'until-off');
    await sandbox.customerHangsUp(task);
    await flex.expectWrapUp();
    await expect(timer(flex)).toHaveText(
      'The time for wrap-up is over. The task waits for you to complete it.',
      { timeout: 60_000 },
    );
    await expect(flex.failure).toBeVisible();
    expect(await sandbox.attributes(task)).toBe(before);
    expect((await sandbox.task(task)).status).toBe('wrapping');
    await shot(flex.page, 'wrap-up-not-saved');
  },
);

test(
  'a computer that slept, and one whose clock is set, end at the same moment',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({
      functions: true,
      debrief: { catalog: limitedCatalog({ seconds: 40, onTimeout: 'partial' }, undefined) },
    });
    await flex.page.clock.install();
    await flex.open();
    const task = await sandbox.send();
    await flex.accept();
    await flex.expectLive();
    await flex.openTab();
    await sandbox.customerHangsUp(task);
    await flex.expectWrapUp();
    await expect(timer(flex)).toHaveText(/left$/);
    const began = Date.now();
    // The clock of the page is an hour ahead at once; the service knows better.
    await flex.page.clock.fastForward('01:00:00');
    await expect(timer(flex)).toHaveText(/^0:[123]\d left$/, { timeout: 15_000 });
    await sandbox.completed(task, 60_000);
    expect((Date.now() - began) / 1000).toBeGreaterThan(30);
  },
);
