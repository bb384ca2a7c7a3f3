import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { answersAreHere, openSession } from '../../src/app/openSession';
import type { TaskAttributes } from '../../src/app/ports';
import { flushSession } from '../../src/app/saveSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from './facts';
import { createFakePorts } from './fakePorts';
import { createFakeBrowser } from './fakeTabs';
import { createFakeTask } from './fakeTask';

/** A tab flushes the outcome `sale`, and another one takes over before the task has been read for it. */
export const takeOverFromASlowFlush = async (catalog: Catalog, reservationSid: string) => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const open = (tab: number, attributes: TaskAttributes) => {
    const fakes = createFakePorts(attributes);
    const app = createAppState(always(catalog), { ...fakes.ports, tabs: browser.open(tab) });
    void openSession(app, { reservationSid, facts: noFacts, attributes: {}, readOnly: false });
    return { ...fakes, app, session: () => sessionOf(app, reservationSid) };
  };
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const one = open(0, { ...task, read: (sid) => held.then(() => task.read(sid)) });
  await one.until(() => one.session()?.follows === false);
  changeAnswers(one.app, reservationSid, { type: 'choose', field: 'outcome', code: 'sale' });
  const flushing = flushSession(one.app, reservationSid);

  const two = open(1, task);
  await two.until(() => two.session()?.follows === true);
  void answersAreHere(two.app, reservationSid);
  await two.until(() => two.session()?.follows === false);
  return {
    task,
    one,
    two,
    /** Resolves when the flush has come to its end. */
    goOn: (): Promise<void> => {
      goOn();
      return flushing;
    },
  };
};
