import { expect } from '@playwright/test';
import { limitedCatalog, smallCatalog } from '../../e2e/support/catalogs';
import type { FlexWindow } from '../../e2e/support/FlexPage';
import { flex, type FlexCell } from '../flexCell';
import { HOUR_MS, jump, withClock } from '../clock';
import { BOTH } from '../literals';
import type { Scene } from '../Scene';

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

const FAILS = { type: 'status', status: 500 } as const;
const PROBLEM = /Twilio has a problem right now\./;

/** The attributes with what Debrief notes on the task behind them. */
const marked = (scene: Scene, answers: string, mark: string): string =>
  `${scene.holding(answers).slice(0, -1)},${mark}}`;

// ---- the time for wrap-up

const timed = (onTimeout: 'default' | 'partial' | 'hold', atTimeout?: string) => ({
  debrief: { catalog: limitedCatalog({ seconds: 10, onTimeout }, atTimeout) },
});

const COMPLETED = /^The time for wrap-up was over\. The task was completed/;
const OVER = 'The time for wrap-up is over. The task waits for you to complete it.';

const inWrapUp = async (scene: Scene): Promise<void> => {
  scene.required = { outcome: 'Outcome' };
  await scene.callTaken();
  await scene.flex.text('Note').fill('of the call');
  await scene.wrapUp();
};

const TIME: readonly FlexCell[] = [
  overSdk(
    'time is over: default',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      scene.meant = '"outcome":"Other","content":"of the call"';
      await inWrapUp(scene);
      scene.expected = marked(scene, scene.meant, '"debrief_wrap_up":{"timeout":"default"}');
      await scene.ends(45_000);
      await scene.hears(COMPLETED);
      await scene.flex.closeNotice(COMPLETED);
    },
    timed('default', 'other'),
  ),
  overSdk(
    'time is over: partial',
    'save at Complete',
    'told',
    async (scene) => {
      scene.meant = '"content":"of the call"';
      await inWrapUp(scene);
      scene.expected = marked(
        scene,
        scene.meant,
        '"debrief_wrap_up":{"timeout":"partial","lacking":["outcome"]}',
      );
      await scene.ends(45_000);
      await scene.hears(
        /^The time for wrap-up was over\. The task was completed without: Outcome\./,
      );
      await scene.flex.closeNotice(COMPLETED);
    },
    timed('partial'),
  ),
  overSdk(
    'time is over: hold',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      scene.meant = '"outcome":"Billing dispute","content":"of the call"';
      await inWrapUp(scene);
      scene.expected = marked(scene, scene.meant, '"debrief_wrap_up":{"timeout":"hold"}');
      await scene.hears(/^The time for wrap-up is over\. The task was not completed: /, 45_000);
      await scene.reservationIs('wrapping');
      await scene.flex.choose('Outcome', 'Billing dispute');
      await scene.complete();
      await scene.ends();
    },
    timed('hold'),
  ),
  overSdk(
    'time is over, and 500',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      scene.meant = '"outcome":"Billing dispute","content":"of the call"';
      scene.required = { outcome: 'Outcome' };
      await scene.callTaken();
      await scene.flex.text('Note').fill('of the call');
      scene.expected = marked(scene, scene.meant, '"debrief_wrap_up":{"timeout":"hold"}');
      await scene.fault('task.update', FAILS, 'until-off');
      await scene.wrapUp();
      await scene.hears(OVER, 60_000);
      await scene.hears(PROBLEM);
      await scene.reservationIs('wrapping');
      expect(await scene.attributes()).toBe(scene.holding(''));
      await scene.faultsEnd();
      await scene.flex.choose('Outcome', 'Billing dispute');
      await scene.complete();
      await scene.ends();
    },
    timed('default', 'other'),
  ),
  overFunctions(
    'time is over, and clock jump',
    'flush at wrap-up',
    'told, then saved',
    async (scene) => {
      scene.meant = '"outcome":"Other","content":"of the call"';
      await scene.ownWindow(withClock);
      await inWrapUp(scene);
      scene.expected = marked(scene, scene.meant, '"debrief_wrap_up":{"timeout":"default"}');
      const timer = scene.flex.panel.getByRole('timer', { name: 'Time for wrap-up' });
      await expect(timer).toHaveText(/left$/);
      await jump(scene, HOUR_MS);
      await expect(timer).toHaveText(/^0:[12]\d left$/, { timeout: 15_000 });
      await scene.ends(60_000);
      await scene.hears(COMPLETED);
    },
    { debrief: { catalog: limitedCatalog({ seconds: 30, onTimeout: 'default' }) } },
  ),
];

// ---- who decides between two values

const decidedBy = (conflicts: 'agent' | 'theirs') => ({
  debrief: {
    catalog: smallCatalog({ policies: { enforcement: 'required', wayOut: false, conflicts } }),
  },
});
const OTHERS = { 'conversations.outcome': 'Other' };

const choosesDispute = async (scene: Scene): Promise<void> => {
  scene.required = { outcome: 'Outcome' };
  scene.meant = '"outcome":"Billing dispute"';
  await scene.taken();
  await scene.flex.choose('Outcome', 'Billing dispute');
};
/** Both values are shown, and nothing is written before the agent has decided. */
const keepsMine = async (scene: Scene): Promise<void> => {
  expect(await scene.attributes()).toBe(scene.holding('"outcome":"Other"'));
  await scene.flex.panel.getByRole('button', { name: 'Keep mine: Outcome' }).click();
  await scene.complete();
  await scene.ends();
};

const CONFLICTS: readonly FlexCell[] = [
  overSdk(
    'our key changed, the agent decides',
    'capture',
    'told, then saved',
    async (scene) => {
      await choosesDispute(scene);
      await scene.otherWrites(OTHERS);
      await scene.hears('On the task now: Other');
      await scene.complete();
      await expect(scene.flex.field('Outcome')).toBeFocused();
      await keepsMine(scene);
    },
    decidedBy('agent'),
  ),
  overFunctions(
    'our key changed, the agent decides',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      await choosesDispute(scene);
      await scene.fault('api.task.fetch', { type: 'other-writer', set: OTHERS });
      await scene.complete();
      await scene.hears('On the task now: Other');
      await keepsMine(scene);
    },
    decidedBy('agent'),
  ),
  overSdk(
    'our key changed, the task’s value counts',
    'capture',
    'told, then saved',
    async (scene) => {
      await choosesDispute(scene);
      scene.meant = '"outcome":"Other"';
      await scene.otherWrites(OTHERS);
      await scene.hears(/^Changed on the task meanwhile: its value was taken\./);
      await expect(scene.flex.field('Outcome')).toHaveValue('Other');
      await scene.complete();
      await scene.ends();
    },
    decidedBy('theirs'),
  ),
];

// ---- the way out

const WITH_REASONS = {
  debrief: {
    catalog: smallCatalog({
      policies: {
        enforcement: 'required',
        wayOut: false,
        wayOutByReason: {
          reasons: [{ code: 'crm-down', name: { en: 'CRM is down' } }],
          afterRefusals: 1,
        },
      },
    }),
  },
};

const takesWayOut = async (scene: Scene): Promise<void> => {
  await scene.flex.panel.getByText('CRM is down').click();
  await scene.flex.panel.getByRole('button', { name: 'Complete with this reason' }).click();
};

const WAY_OUT: readonly FlexCell[] = [
  overSdk(
    'required answer missing, with a way out',
    'save at Complete',
    'told',
    async (scene) => {
      scene.required = { outcome: 'Outcome' };
      scene.meant = '"content":"of the call"';
      await scene.taken();
      scene.expected = marked(
        scene,
        scene.meant,
        '"debrief_way_out":{"WR…":{"reason":"crm-down","at":"…","missing":["outcome"]}}',
      );
      await scene.flex.text('Note').fill('of the call');
      await scene.complete();
      await scene.hears('Missing: Outcome.');
      await takesWayOut(scene);
      await scene.ends();
      await scene.flex.expectNoTask();
    },
    WITH_REASONS,
  ),
  overSdk(
    '403, with a way out',
    'save at Complete',
    'kept aside',
    async (scene) => {
      scene.required = { outcome: 'Outcome' };
      scene.meant = '"outcome":"Billing dispute","content":"never stored"';
      await scene.taken();
      scene.expected = scene.holding('');
      await scene.flex.choose('Outcome', 'Billing dispute');
      await scene.flex.text('Note').fill('never stored');
      await scene.fault('task.update', { type: 'status', status: 403 }, 'until-off');
      await scene.complete();
      await scene.hears(/^Twilio refused the change\./);
      await takesWayOut(scene);
      await scene.ends();
      await scene.hasAside('Billing dispute', 'never stored');
    },
    WITH_REASONS,
  ),
];

// ---- leaving

/** Where an action leads away from the page, it ends in other hands. */
const logsOut = async (scene: Scene): Promise<void> => {
  scene.isSpent = true;
  await scene.page.evaluate(async () => {
    const { Actions } = (window as never as FlexWindow).Twilio.Flex;
    Actions.replaceAction('Logout', () => Promise.resolve());
    await Actions.invokeAction('Logout', {});
  });
};

const LEAVING: readonly FlexCell[] = [
  overSdk('log-out with a task open', 'capture', 'told, then saved', async (scene) => {
    await scene.answered();
    await logsOut(scene);
    await scene.hears(/^Your answers to 1 open task were saved\. The task still waits/);
    expect(await scene.attributes()).toBe(scene.holding(BOTH));
    await scene.reservationIs('accepted');
    await scene.complete();
    await scene.ends();
  }),
  overSdk('log-out, and hang', 'capture', 'told, then saved', async (scene) => {
    await scene.answered();
    await scene.fault('task.update', { type: 'hang' });
    await logsOut(scene);
    await scene.hears(
      /^Your answers to 1 open task are not saved yet\. They are kept in this browser\./,
    );
    await scene.onDisk();
    await scene.flex.reload();
    await scene.back();
    await scene.showsBoth();
    await scene.complete();
    await scene.ends();
  }),
];

export const FEATURES: readonly FlexCell[] = [...TIME, ...CONFLICTS, ...WAY_OUT, ...LEAVING];
