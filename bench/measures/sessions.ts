import { createServerClock } from '../../src/app/wrapUp/serverClock';
import { always } from '../../src/app/catalogs/always';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { changeAnswers } from '../../src/app/changeAnswers';
import { endSession } from '../../src/app/endSession';
import { openSession } from '../../src/app/openSession';
import type { Ports } from '../../src/app/ports';
import { createAppState, type AppState } from '../../src/app/sessions';
import { compare, type Figure } from '../support/figures';
import { largestTask, type LargestTask } from '../support/largestTask';
import { noFacts } from '../../test/support/facts';

const SAMPLES = 5;
const SESSIONS = 200;

const collectGarbage = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

/** Ports that keep nothing, so that what stays in memory is the app's own. */
const portsOf = (attributes: unknown): Ports => ({
  attributes: {
    isTransferred: () => false,
    snapshot: () => attributes,
    read: () => Promise.reject(new Error('nothing is saved here')),
    write: () => Promise.reject(new Error('nothing is saved here')),
  },
  serviceDrafts: null,
  drafts: {
    load: () => Promise.resolve(null),
    save: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    left: () => Promise.resolve(new Map()),
    retire: () => Promise.resolve(),
    setAside: () => Promise.resolve(),
    aside: () => Promise.resolve([]),
    forgetAside: () => Promise.resolve(),
  },
  clock: { now: () => 0, wait: () => Promise.resolve(), random: () => 0.5 },
  serverClock: createServerClock(),
  service: null,
  tabs: null,
  completeLater: () => Promise.resolve(),
  journal: { record: () => undefined },
});

const work = async (app: AppState, { attributes }: LargestTask, end: boolean): Promise<void> => {
  for (let i = 0; i < SESSIONS; i++) {
    const reservationSid = `WR${i}`;
    // Attributes of its own, as each real task has.
    const own = JSON.parse(JSON.stringify(attributes)) as unknown;
    await openSession(app, {
      reservationSid,
      facts: noFacts,
      attributes: own,
      readOnly: false,
    });
    for (let key = 1; key <= 40; key++) {
      const text = `${i} `.repeat(key).slice(0, 100);
      changeAnswers(app, reservationSid, { type: 'write', field: 'note', text });
      changeAnswers(app, reservationSid, {
        type: 'choose',
        field: 'outcome',
        code: key % 2 ? 'resolved-now' : 'resolved-info',
      });
    }
    if (end) endSession(app, reservationSid, own);
  }
};

/** What sessions leave behind in memory, against the same sessions left open. */
export const measureSessions = async (): Promise<Figure[]> => {
  const gc = collectGarbage();
  const task = largestTask();
  const kilobytesKept = async (end: boolean): Promise<number> => {
    const app = createAppState(always(task.catalog), portsOf(task.attributes));
    gc();
    const before = process.memoryUsage().heapUsed;
    await work(app, task, end);
    gc();
    const kept = (process.memoryUsage().heapUsed - before) / 1024;
    const open = Object.keys(app.store.getState().sessions).length + app.memory.size;
    if (end ? open > 0 : open !== 2 * SESSIONS) throw new Error(`${open} sessions left`);
    return kept;
  };
  await kilobytesKept(true);
  const ended: number[] = [];
  const open: number[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    ended.push(await kilobytesKept(true));
    open.push(await kilobytesKept(false));
  }
  const { value, control } = compare(ended, 'left open', open);
  return [
    {
      group: `Memory (Node, ${SESSIONS} reservations, one after the other)`,
      what: 'kept after they ended',
      unit: 'kB',
      value,
      control,
    },
  ];
};
