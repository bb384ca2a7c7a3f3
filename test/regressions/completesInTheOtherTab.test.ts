import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { prepareCompletion } from '../../src/app/completeTask';
import { answersAreHere, openSession } from '../../src/app/openSession';
import { createAppState, memoryOf, sessionOf } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/**
 * Complete had to queue in one tab, and the agent went on in another. When the save was through, the first tab took the
 * turn back and completed with half of what was being typed in the other one.
 */
it('a completion that had to wait is none any more where the agent goes on in another tab', async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const tab = (number: number) => {
    const fakes = createFakePorts(task);
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
  expect(await prepareCompletion(one.app, WR)).toEqual({ go: false, because: 'queue' });

  await answersAreHere(two.app, WR);
  await two.until(() => two.follows() === false && one.follows() === true);
  changeAnswers(two.app, WR, { type: 'write', field: 'note', text: 'half a wo' });
  one.releaseQueue();
  await one.until(() => memoryOf(one.app, WR).saving === null);
  expect(one.completed).toEqual([]);
});
