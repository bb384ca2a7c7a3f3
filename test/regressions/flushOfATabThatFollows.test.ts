import { changeAnswers } from '../../src/app/changeAnswers';
import { confirmCompletion, prepareCompletion } from '../../src/app/completeTask';
import { takeOverFromASlowFlush } from '../support/slowFlush';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const COMPLETED = `{"conversations":{"outcome":"No sale"},"debrief_legs":{"${WR}":{"wrote":["outcome"],"completing":true}}}`;

type Tab = Awaited<ReturnType<typeof takeOverFromASlowFlush>>['one'];
const outcomeOf = (tab: Tab) => {
  const value = tab.session()?.capture.answers['outcome']?.value;
  return value?.kind === 'choice' ? value.code : value;
};

/**
 * A tab handed the turn over while its flush was under way, and went on with the answers of then: over what the other tab
 * had saved for the completion, and without the mark that it completes, so that the next leg kept this one's values.
 * Found by test/simulation/interleavings.test.ts.
 */
it('a flush of a tab that follows writes what the other tab has by now, and takes no mark off', async () => {
  const { task, one, two, goOn } = await takeOverFromASlowFlush(smallCatalog, WR);
  task.isTransferred = () => true;
  changeAnswers(two.app, WR, { type: 'choose', field: 'outcome', code: 'no-sale' });
  expect(await prepareCompletion(two.app, WR)).toEqual({ go: true });
  expect(await confirmCompletion(two.app, WR)).toEqual({ go: true });
  await one.until(() => outcomeOf(one) === 'no-sale');
  expect(task.text).toBe(COMPLETED);
  await goOn();
  expect(task.text).toBe(COMPLETED);
});
