import { expect } from '@playwright/test';
import type { FlexWindow } from '../../e2e/support/FlexPage';
import { flex, type FlexCell } from '../flexCell';
import { BOTH } from '../literals';
import type { Scene } from '../Scene';

const overFunctions = flex('Functions');
const overSdk = flex('SDK');

/** Another plugin of the same page, loaded later than ours; `before`: earlier. */
const installs = (scene: Scene, code: string): Promise<unknown> => {
  scene.isSpent = true;
  return scene.page.evaluate(code);
};
const installsBefore = (scene: Scene, code: string): Promise<unknown> => {
  scene.isSpent = true;
  return scene.page.route('**/plugins/plugin-debrief.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
};

const THROWS = `Twilio.Flex.Actions.addListener('beforeCompleteTask', () => {
  throw new Error('another plugin has a bug');
}); undefined`;

/** Once, so that its next try is let through. */
const ABORTS = `{
  let aborted = false;
  Twilio.Flex.Actions.addListener('beforeCompleteTask', (payload, abort) => {
    if (!aborted) { aborted = true; abort(); }
  });
} undefined`;

const HANGS = `Twilio.Flex.Actions.addListener('beforeCompleteTask', () => new Promise(() => undefined)); undefined`;

/** Late, so that our save is done; whole, as Flex's own SetTaskAttributes does. */
const WRITES = `Twilio.Flex.Actions.addListener('beforeCompleteTask', async ({ task }) => {
  const panel = document.querySelector('[data-debrief="panel"]');
  while (!panel?.textContent?.includes('Saved at')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const { conversations, ...others } = task.attributes;
  await task.setAttributes({
    ...others,
    conversations: { conversation_id: 'CONV1', outcome: 'Set by a survey plugin' },
  });
}); undefined`;

const REPLACES = `Twilio.Flex.Actions.replaceAction('CompleteTask', (payload, original) => original(payload)); undefined`;

/** A listener of Flex's events, `task` at hand. */
const at = (event: string, does: string): string =>
  `Twilio.Flex.Manager.getInstance().events.addListener('${event}', (task) => ${does}); undefined`;
/** In the events of a task it would be Flex itself that stands still, with its task half accepted. */
const THROWS_AFTER = (...actions: readonly string[]): string =>
  actions.map((action) => THROWS.replace('beforeCompleteTask', `after${action}`)).join('\n');
const THROWS_AT = (...events: readonly string[]): string =>
  events.map((event) => at(event, "{ throw new Error('another plugin has a bug'); }")).join('\n');

/** As every write of the SDK that does not look at what is there meanwhile. */
const WRITES_WHEN_LOADED = `Twilio.Flex.Manager.getInstance().store.subscribe(() => {
  const [task] = Twilio.Flex.Manager.getInstance().store.getState().flex.worker.tasks.values();
  if (!task || window.hasWritten) return;
  window.hasWritten = true;
  void task.setAttributes({ ...task.attributes, crm: { stage: 'open', tags: ['a', null] } });
});`;

/** Put in front of our script, which Flex runs when it has its manager. */
const whenLoaded = (code: string): string => `(() => { ${code} })();`;

/** Answered, and all of it there again after a reload, with another plugin at work. */
const isBack = async (scene: Scene): Promise<void> => {
  await scene.answered();
  await scene.onDisk();
  await scene.flex.reload();
  await scene.back();
  await scene.showsBoth();
  await scene.complete();
  await scene.ends();
};

const withNeighbour = async (scene: Scene, code: string): Promise<void> => {
  await scene.taken();
  await installs(scene, code);
};

export const NEIGHBOURS: readonly FlexCell[] = [
  overSdk('other plugin throws', 'save at Complete', 'told, then saved', async (scene) => {
    await withNeighbour(scene, THROWS);
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.complete();
    await scene.hears('This answer is required.');
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('other plugin throws', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    await installs(
      scene,
      `Twilio.Flex.Manager.getInstance().events.addListener('taskWrapup', () => {
        throw new Error('another plugin has a bug');
      }); undefined`,
    );
    await scene.wrapUp();
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('other plugin throws', 'capture', 'saved', async (scene) => {
    await scene.ready();
    await installs(scene, THROWS_AFTER('AcceptTask', 'SetComponentState'));
    await scene.answered();
    await scene.complete();
    await scene.ends();
  }),
  overSdk('other plugin throws', 'restore', 'saved', async (scene) => {
    await scene.leaves();
    await installsBefore(scene, whenLoaded(THROWS_AT('pluginsInitialized')));
    await isBack(scene);
  }),
  overSdk('other plugin writes', 'restore', 'saved', async (scene) => {
    await scene.leaves();
    await installsBefore(scene, whenLoaded(WRITES_WHEN_LOADED));
    await isBack(scene);
    expect(await scene.count('task.update')).toBeGreaterThan(1);
  }),
  overFunctions('other plugin hangs', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    await installs(scene, at('taskWrapup', 'new Promise(() => undefined)'));
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.holding(BOTH));
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('other plugin writes', 'flush at wrap-up', 'saved', async (scene) => {
    await scene.callAnswered();
    scene.expected = `${scene.holding(BOTH).slice(0, -1)},"survey":"sent"}`;
    await installs(
      scene,
      at('taskWrapup', 'task.setAttributes({ ...task.attributes, survey: "sent" })'),
    );
    await scene.wrapUp();
    await expect.poll(scene.attributes, { timeout: 30_000 }).toBe(scene.expected);
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('other plugin aborts', 'save at Complete', 'saved', async (scene) => {
    await withNeighbour(scene, ABORTS);
    await scene.flex.answerService();
    await scene.complete();
    await expect.poll(scene.attributes).toBe(scene.holding(BOTH));
    await scene.reservationIs('accepted');
    await scene.complete();
    await scene.ends();
  }),
  overSdk('other plugin hangs', 'save at Complete', 'told, then saved', async (scene) => {
    await withNeighbour(scene, HANGS);
    await scene.flex.answerService();
    await scene.complete();
    await scene.hears(/another plugin has not answered for 15 seconds/, 30_000);
    expect(await scene.attributes()).toBe(scene.holding(BOTH));
    // As the notice says: a reload frees the button.
    await scene.flex.reload();
    await scene.back();
    await scene.complete();
    await scene.ends();
  }),
  overFunctions('other plugin writes', 'save at Complete', 'saved', async (scene) => {
    await withNeighbour(scene, WRITES);
    await scene.flex.answerService();
    await scene.complete();
    await scene.ends();
  }),
  overSdk('other plugin writes', 'capture', 'saved', async (scene) => {
    scene.expected = `${scene.holding(BOTH).slice(0, -1)},"survey":"sent"}`;
    await scene.taken();
    await scene.flex.choose('Outcome', 'Resolved in this contact');
    await scene.page.evaluate(
      (sid) =>
        (window as never as FlexWindow).Twilio.Flex.Actions.invokeAction('SetTaskAttributes', {
          sid,
          attributes: { survey: 'sent' },
          mergeExisting: true,
        }),
      scene.task.reservationSid,
    );
    await scene.flex.choose('Campaign', 'Renewals');
    await scene.complete();
    await scene.ends();
  }),
  overSdk('other plugin replaces', 'save at Complete', 'saved', async (scene) => {
    await withNeighbour(scene, REPLACES);
    await scene.flex.answerService();
    await scene.complete();
    await scene.ends();
  }),
  overSdk('other plugin replaces before ours', 'save at Complete', 'saved', async (scene) => {
    await scene.leaves();
    await installsBefore(scene, REPLACES);
    await scene.atWork();
    await scene.answered();
    await scene.complete();
    await scene.ends();
  }),
  overFunctions(
    'other plugin’s timer completes',
    'save at Complete',
    'told, then saved',
    async (scene) => {
      await scene.taken();
      expect(await scene.flex.invokeComplete(scene.task.reservationSid)).toBe(
        'Action CompleteTask cancelled by before event',
      );
      await scene.hears('This answer is required.');
      await scene.flex.answerService();
      await scene.fault('api.task.update', { type: 'status', status: 500 }, 'until-off');
      await scene.flex.invokeComplete(scene.task.reservationSid);
      await scene.hears(/Twilio has a problem right now\./);
      await scene.faultsEnd();
      await scene.flex.invokeComplete(scene.task.reservationSid);
      await scene.ends();
    },
    { seen: true },
  ),
];
