import { changeAnswers } from '../../src/app/changeAnswers';
import { saveSession } from '../../src/app/saveSession';
import { takeOverFromASlowFlush } from '../support/slowFlush';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** A flush that was slow put its own answers over those that another tab had taken up, changed and saved meanwhile. */
it('a save of a tab that follows by now writes nothing older than the other tab has saved', async () => {
  const { task, one, two, goOn } = await takeOverFromASlowFlush(smallCatalog, WR);
  changeAnswers(two.app, WR, { type: 'choose', field: 'outcome', code: 'no-sale' });
  await saveSession(two.app, WR, { purpose: 'flush' });
  expect(task.text).toBe('{"conversations":{"outcome":"No sale"}}');
  const shown = () => one.session()?.capture.answers['outcome']?.value;
  await one.until(() => JSON.stringify(shown()).includes('no-sale'));

  await goOn();
  expect(task.text).toBe('{"conversations":{"outcome":"No sale"}}');
});
