import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { confirmCompletion, prepareCompletion } from '../../../src/app/completeTask';
import { endSession } from '../../../src/app/endSession';
import { openSession, refreshSession } from '../../../src/app/openSession';
import { flushSession } from '../../../src/app/saveSession';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeService } from '../../support/fakeService';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';
import { noFacts } from '../../support/facts';

const A = 'WR0000000000000000000000000000000a';
const B = 'WR0000000000000000000000000000000b';
const catalog = { ...smallCatalog, policies: { enforcement: 'required', wayOut: false } } as const;

/** Two agents on one transferred task, each with a browser of their own. */
const start = async (route: 'service' | 'sdk') => {
  const task = createFakeTask({ call_sid: 'CA1' });
  task.isTransferred = () => true;
  const ended = new Set<string>();
  const back = createFakeService(catalog, task, (sid) => !ended.has(sid));
  const browser = (reservationSid: string) => {
    const fakes = createFakePorts(task, route === 'service' ? back.service : null);
    const app = createAppState(always(catalog), fakes.ports);
    const look = () => refreshSession(app, reservationSid, task.snapshot(reservationSid));
    return {
      session: () => sessionOf(app, reservationSid)!,
      open: () =>
        openSession(app, {
          reservationSid,
          facts: noFacts,
          attributes: task.snapshot(reservationSid),
          readOnly: false,
        }),
      look,
      choose: (code: string) =>
        changeAnswers(app, reservationSid, { type: 'choose', field: 'outcome', code }),
      write: (field: string, text: string) =>
        changeAnswers(app, reservationSid, { type: 'write', field, text }),
      flush: () => flushSession(app, reservationSid),
      complete: async () => {
        const verdict = await prepareCompletion(app, reservationSid);
        return verdict.go ? confirmCompletion(app, reservationSid) : verdict;
      },
      /** What the task holds when the reservation ends: what Insights reads for it. */
      end: () => {
        const attributes = task.snapshot(reservationSid) as { conversations?: unknown };
        ended.add(reservationSid);
        expect(endSession(app, reservationSid, attributes)).toBe(false);
        return attributes.conversations;
      },
    };
  };
  const a = browser(A);
  await a.open();
  return { task, a, b: browser(B) };
};

const GO = { go: true };
const OF_A = { outcome: 'Sale', case: 'A-1', conversation_measure_1: 5 };

describe.each(['service', 'sdk'] as const)('two legs through the %s', (route) => {
  it('shows the first leg’s answers to the second, fills in nothing, and asks again', async () => {
    const { a, b } = await start(route);
    a.choose('sale');
    a.write('note', 'A-1');
    await a.flush();
    await b.open();
    expect(b.session().capture.answers).toEqual({});
    expect(b.session().previous.answers).toMatchObject({
      outcome: { value: { kind: 'choice', code: 'sale' } },
      note: { value: { kind: 'text', text: 'A-1' } },
    });
    expect(await b.complete()).toEqual({ go: false, because: 'answers' });
  });

  it('gives each its own record when the first completes first', async () => {
    const { a, b } = await start(route);
    a.choose('sale');
    a.write('note', 'A-1');
    a.write('amount', '5');
    await a.flush();
    await b.open();
    b.choose('no-sale');
    expect(await a.complete()).toEqual(GO);
    expect(a.end()).toEqual(OF_A);
    await b.flush();
    expect(await b.complete()).toEqual(GO);
    // Neither the first leg's note nor its measure is reported again.
    expect(b.end()).toEqual({ outcome: 'No sale' });
  });

  it('gives each its own record when the second completes first', async () => {
    const { task, a, b } = await start(route);
    a.choose('sale');
    a.write('note', 'A-1');
    a.write('amount', '5');
    await a.flush();
    await b.open();
    b.choose('no-sale');
    b.write('note', 'B-1');
    b.write('amount', '7');
    const before = task.text;
    // The first write of B while A is in wrap-up: it is held back.
    await b.flush();
    expect(task.text).toBe(before);
    expect(b.session().save).toEqual({ status: 'idle' });
    expect(await b.complete()).toEqual(GO);
    expect(b.end()).toEqual({ outcome: 'No sale', case: 'B-1', conversation_measure_1: 7 });
    a.look();
    expect(await a.complete()).toEqual(GO);
    expect(a.end()).toEqual(OF_A);
  });

  it('finds out at its own completion that the other leg has written since its save', async () => {
    const { a, b } = await start(route);
    a.choose('sale');
    await a.flush();
    await b.open();
    b.choose('no-sale');
    await b.complete();
    // A's own last save says "Sale"; the task does not.
    expect(await a.complete()).toEqual(GO);
    expect(a.end()).toEqual({ outcome: 'Sale' });
  });

  it('never has a measure of a leg in the record of another one', async () => {
    const { a, b } = await start(route);
    a.choose('sale');
    a.write('amount', '5');
    await a.flush();
    await b.open();
    b.choose('no-sale');
    expect(await b.complete()).toEqual(GO);
    expect(b.end()).toEqual({ outcome: 'No sale' });
    expect(await a.complete()).toEqual(GO);
    expect(a.end()).toEqual({ outcome: 'Sale', conversation_measure_1: 5 });
  });
});
