import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { flushSession } from '../../src/app/saveSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const THEIRS = '{"conversations":{"outcome":"No sale"}}';

/** A save of the outcome `sale` is on its way to the task, and has not read it yet. */
const onItsWay = async (conflicts: Catalog['policies']['conflicts']) => {
  const task = createFakeTask({});
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let isReading = false;
  const { ports, until } = createFakePorts({
    ...task,
    read: (sid) => {
      isReading = true;
      return held.then(() => task.read(sid));
    },
  });
  const policies = { ...smallCatalog.policies, ...(conflicts ? { conflicts } : {}) };
  const app = createAppState(always({ ...smallCatalog, policies }), ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  const choose = (code: string) =>
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code });
  choose('sale');
  const flushing = flushSession(app, WR);
  await until(() => isReading);
  return {
    task,
    choose,
    undo: () => changeAnswers(app, WR, { type: 'undo' }),
    save: () => sessionOf(app, WR)?.save.status,
    end: (): Promise<void> => {
      goOn();
      return flushing;
    },
  };
};

/** It was written all the same, and over another program's value, of which nobody was asked. */
it.each(['agent', 'theirs', undefined] as const)(
  'an answer that is taken back while it waits to be written is not written: %s',
  async (conflicts) => {
    const { task, undo, end } = await onItsWay(conflicts);
    task.text = THEIRS;
    task.version += 1;
    undo();
    await end();
    expect(task.text).toBe(THEIRS);
  },
);

/** Only the new answer was compared with what stands there, and the old one was written. */
it('one that is replaced by what another program has written does not go over that', async () => {
  const { task, choose, save, end } = await onItsWay('agent');
  task.text = THEIRS;
  task.version += 1;
  choose('no-sale');
  await end();
  expect(task.text).toBe(THEIRS);
  expect(save()).toBe('idle');
});
