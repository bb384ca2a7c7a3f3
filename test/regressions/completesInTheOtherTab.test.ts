import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { prepareCompletion } from '../../src/app/completeTask';
import { answersAreHere, openSession } from '../../src/app/openSession';
import type { TaskAttributes } from '../../src/app/ports';
import { createAppState, memoryOf, sessionOf } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** Two tabs, of which the first writes and has an answer that Twilio is too busy to take. */
const twoTabs = async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let isHeld = false;
  let isWriting = false;
  const write: TaskAttributes['write'] = async (...order) => {
    isWriting = true;
    if (isHeld) await held;
    return task.write(...order);
  };
  const tab = (number: number) => {
    const fakes = createFakePorts({ ...task, write });
    // Else its turn is after just as long as one call may take, which never passes here.
    const clock = { ...fakes.ports.clock, random: () => 0.3 };
    const app = createAppState(always(smallCatalog), {
      ...fakes.ports,
      clock,
      tabs: browser.open(number),
    });
    void openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    return { ...fakes, app, follows: () => sessionOf(app, WR)?.follows };
  };
  const [one, two] = [tab(0), tab(1)];
  await two.until(() => two.follows() === true);
  changeAnswers(one.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  task.nextWrites.push('rate-limited');
  one.holdQueue();
  return {
    one,
    goOnInTheOther: async (): Promise<void> => {
      await answersAreHere(two.app, WR);
      await two.until(() => two.follows() === false && one.follows() === true);
      changeAnswers(two.app, WR, { type: 'write', field: 'note', text: 'half a wo' });
    },
    holdWrite: (): void => {
      isHeld = true;
    },
    goOn,
    isWriting: () => isWriting,
  };
};

/**
 * Complete had to queue in one tab, and the agent went on in another. When the save was through, the first tab took the
 * turn back and completed with half of what was being typed in the other one.
 */
it('a completion that had to wait is none any more where the agent goes on in another tab', async () => {
  const { one, goOnInTheOther } = await twoTabs();
  expect(await prepareCompletion(one.app, WR)).toEqual({ go: false, because: 'queue' });
  await goOnInTheOther();
  one.releaseQueue();
  await one.until(() => memoryOf(one.app, WR).saving === null);
  expect(one.completed).toEqual([]);
});

/** The same, where it was not yet known that the save would have to queue. */
it('nor is one that has to wait when the agent is in the other tab already', async () => {
  const { one, goOnInTheOther, holdWrite, goOn, isWriting } = await twoTabs();
  holdWrite();
  const pressed = prepareCompletion(one.app, WR);
  await one.until(isWriting);
  await goOnInTheOther();
  goOn();
  expect(await pressed).toEqual({ go: false, because: 'queue' });
  one.releaseQueue();
  await one.until(() => memoryOf(one.app, WR).saving === null);
  expect(one.completed).toEqual([]);
});
