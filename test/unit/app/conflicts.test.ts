import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { confirmCompletion, prepareCompletion, takeWayOut } from '../../../src/app/completeTask';
import { decideConflict } from '../../../src/app/decideConflict';
import { openSession, refreshSession } from '../../../src/app/openSession';
import type { SaveService } from '../../../src/app/ports';
import { saveOpenSessions } from '../../../src/app/saveOpenSessions';
import { flushSession } from '../../../src/app/saveSession';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import type { Policies } from '../../../src/core/catalog/types';
import { fail } from '../../../src/core/result';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

const start = async (
  conflicts: Policies['conflicts'],
  attributes: unknown = {},
  more: { service?: SaveService; policies?: Partial<Policies> } = {},
) => {
  const task = createFakeTask(attributes);
  const fakes = createFakePorts(task, more.service ?? null);
  const policies: Policies = {
    ...smallCatalog.policies,
    ...more.policies,
    ...(conflicts ? { conflicts } : {}),
  };
  const open = async () => {
    const app = createAppState(always({ ...smallCatalog, policies }), fakes.ports);
    await openSession(app, {
      reservationSid: WR,
      facts: noFacts,
      attributes: task.snapshot(WR),
      readOnly: false,
    });
    return app;
  };
  const app = await open();
  return {
    ...fakes,
    task,
    app,
    open,
    choose: (code: string) => changeAnswers(app, WR, { type: 'choose', field: 'outcome', code }),
    write: (text: string) => changeAnswers(app, WR, { type: 'write', field: 'note', text }),
    amount: (text: string) => changeAnswers(app, WR, { type: 'write', field: 'amount', text }),
    /** Another program, of which the page hears. */
    other: (conversations: object) => {
      task.replace({ conversations });
      refreshSession(app, WR, task.snapshot(WR));
    },
    press: async () => {
      const prepared = await prepareCompletion(app, WR);
      return prepared.go ? confirmCompletion(app, WR) : prepared;
    },
    session: () => sessionOf(app, WR)!,
    undecided: () => sessionOf(app, WR)!.conflicts.map(({ field }) => field),
  };
};

describe('without the policy, and with `ours`', () => {
  it.each([undefined, 'ours' as const])(
    'the answer counts (%s), and nothing is kept',
    async (policy) => {
      const it = await start(policy);
      it.choose('sale');
      it.other({ outcome: 'No sale' });
      expect(it.undecided()).toEqual([]);
      expect(await it.press()).toEqual({ go: true });
      expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
      expect(it.session().capture.seen).toBeUndefined();
    },
  );
});

describe('the agent decides', () => {
  it('a value written since is shown, stops the completion, and is not overwritten', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.other({ outcome: 'No sale' });
    expect(it.session().conflicts).toMatchObject([
      { field: 'outcome', theirs: { kind: 'choice', code: 'no-sale' }, raw: 'No sale' },
    ]);
    expect(await it.press()).toEqual({ go: false, because: 'answers' });
    expect(it.session().focus?.field).toBe('outcome');
    expect(it.session().problems).toEqual([{ field: 'outcome', code: 'conflict' }]);
    expect(it.task.text).toBe('{"conversations":{"outcome":"No sale"}}');
    expect(it.task.writes).toBe(0);
    expect(it.journal[0]).toEqual({
      event: 'conflict',
      facts: { reservationSid: WR, fields: ['outcome'], decides: 'agent' },
    });
    expect(JSON.stringify(it.journal)).not.toMatch(/sale/i);
  });

  it('mine: the answer is written, and not asked about again', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.other({ outcome: 'No sale' });
    decideConflict(it.app, WR, 'outcome', 'ours');
    expect(it.session().problems).toEqual([]);
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
  });

  it('theirs: it is the agent’s answer now; Undo brings the other back', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.other({ outcome: 'No sale' });
    decideConflict(it.app, WR, 'outcome', 'theirs');
    expect(it.session().capture.answers['outcome']).toEqual({
      origin: 'agent',
      value: { kind: 'choice', code: 'no-sale' },
    });
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.writes).toBe(0);
    changeAnswers(it.app, WR, { type: 'undo' });
    expect(it.undecided()).toEqual([]);
    expect(it.session().capture.answers['outcome']?.value).toEqual({
      kind: 'choice',
      code: 'sale',
    });
  });

  it('what is no answer to the field can only be overruled', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.other({ outcome: 'Stolen' });
    expect(it.session().conflicts).toMatchObject([{ theirs: null, raw: 'Stolen' }]);
    decideConflict(it.app, WR, 'outcome', 'theirs');
    expect(it.undecided()).toEqual(['outcome']);
    decideConflict(it.app, WR, 'outcome', 'ours');
    expect(it.undecided()).toEqual([]);
  });

  it('a decision holds for what was seen: another change asks again', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.other({ outcome: 'No sale' });
    decideConflict(it.app, WR, 'outcome', 'ours');
    it.other({ outcome: 'Stolen' });
    expect(it.undecided()).toEqual(['outcome']);
  });

  it('both a conflict and a decision survive a reload', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.other({ outcome: 'No sale' });
    const app = await it.open();
    expect(sessionOf(app, WR)?.conflicts.map(({ field }) => field)).toEqual(['outcome']);
    decideConflict(app, WR, 'outcome', 'ours');
    expect(sessionOf(await it.open(), WR)?.conflicts).toEqual([]);
  });

  it('a change that only the save reads stops it, and so does one before the second look', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.task.beforeWrite = () => it.task.replace({ conversations: { outcome: 'No sale' } });
    expect(await it.press()).toEqual({ go: false, because: 'answers' });
    expect(it.task.text).toBe('{"conversations":{"outcome":"No sale"}}');
    expect(it.session().save).toEqual({ status: 'idle' });
    decideConflict(it.app, WR, 'outcome', 'ours');
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    it.task.replace({ conversations: { outcome: 'Stolen' } });
    expect(await confirmCompletion(it.app, WR)).toEqual({ go: false, because: 'answers' });
    expect(it.task.text).toContain('Stolen');
  });

  it('what was there before the agent answered is none, nor what was cleared, nor another place', async () => {
    const it = await start('agent', { conversations: { outcome: 'No sale' } });
    it.choose('sale');
    expect(it.undecided()).toEqual([]);
    it.other({ case: 'theirs', outcome: 'No sale' });
    it.other({});
    expect(it.undecided()).toEqual([]);
    expect(await it.press()).toEqual({ go: true });
  });

  it('our own earlier saves are none, be their answer lost', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.task.nextReads.push(null, 'refused');
    it.task.nextWrites.push('lost-answer');
    await flushSession(it.app, WR);
    expect(it.session().save.status).toBe('failed');
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
    it.choose('no-sale');
    refreshSession(it.app, WR, it.task.snapshot(WR));
    expect(it.undecided()).toEqual([]);
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"No sale"}}');
  });

  it('what another reservation wrote is none', async () => {
    const it = await start('agent');
    it.choose('sale');
    const wrote = { [`WR${'0'.repeat(31)}2`]: { wrote: ['outcome'] } };
    it.task.replace({ conversations: { outcome: 'No sale' }, debrief_legs: wrote });
    refreshSession(it.app, WR, it.task.snapshot(WR));
    expect(it.undecided()).toEqual([]);
  });

  it('a flush that meets one waits for the decision', async () => {
    const it = await start('agent');
    it.choose('sale');
    it.write('N-1');
    it.other({ outcome: 'No sale' });
    await flushSession(it.app, WR);
    expect(it.task.writes).toBe(0);
    decideConflict(it.app, WR, 'outcome', 'ours');
    await it.until(() => it.task.writes === 1);
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale","case":"N-1"}}');
  });

  it('the way out does not wait: who did not decide has meant their answer', async () => {
    const wayOutByReason = { afterRefusals: 1, reasons: [{ code: 'late', name: { en: 'Late' } }] };
    const it = await start('agent', {}, { policies: { wayOutByReason } });
    it.choose('sale');
    it.other({ outcome: 'No sale' });
    await it.press();
    takeWayOut(it.app, WR, 'late');
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.text).toContain('"outcome":"Sale"');
  });

  it('the service says that something has changed: it is read and shown, and not sent again', async () => {
    const sent: unknown[] = [];
    const service: SaveService = {
      save: async (request) => {
        sent.push(request.seen);
        return fail({ failure: { kind: 'changed' }, code: 'changed-elsewhere' });
      },
      check: async () => null,
    };
    const it = await start('agent', {}, { service });
    it.choose('sale');
    // The page has not heard of it.
    const { snapshot } = it.task;
    it.task.snapshot = () => ({});
    it.task.replace({ conversations: { outcome: 'No sale' } });
    expect(await it.press()).toEqual({ go: false, because: 'answers' });
    expect(it.undecided()).toEqual(['outcome']);
    expect(sent).toEqual([{ outcome: { 'conversations.outcome': [null] } }]);
    it.task.snapshot = snapshot;
  });
});

describe('an answer that was saved and comes off again', () => {
  it('taken back: it takes no other value along', async () => {
    const it = await start('agent');
    it.choose('sale');
    await flushSession(it.app, WR);
    changeAnswers(it.app, WR, { type: 'undo' });
    it.other({ outcome: 'Stolen' });
    expect(it.undecided()).toEqual(['outcome']);
    expect(await saveOpenSessions(it.app, 3_000)).toEqual({ saved: [], unsaved: [WR] });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Stolen"}}');
  });

  it('replaced by one that does not fit: neither does that', async () => {
    const it = await start('agent');
    it.amount('12');
    it.write('N-1');
    await flushSession(it.app, WR);
    it.amount('a dozen');
    it.other({ conversation_measure_1: 7, case: 'N-1' });
    expect(it.undecided()).toEqual(['amount']);
    expect(await saveOpenSessions(it.app, 3_000)).toEqual({ saved: [], unsaved: [WR] });
    expect(it.task.text).toBe('{"conversations":{"conversation_measure_1":7,"case":"N-1"}}');
  });
});

describe('what is on the task counts', () => {
  it('takes the answer’s place, is told, and can be undone', async () => {
    const it = await start('theirs');
    it.choose('sale');
    it.write('N-1');
    it.other({ outcome: 'No sale' });
    expect(it.session().taken).toEqual(['outcome']);
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"No sale","case":"N-1"}}');
    changeAnswers(it.app, WR, { type: 'undo' });
    expect(it.session().taken).toEqual([]);
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale","case":"N-1"}}');
  });

  it('one more takes no word off that was said of another', async () => {
    const it = await start('theirs');
    it.choose('sale');
    it.write('N-1');
    it.other({ outcome: 'No sale' });
    it.other({ outcome: 'No sale', case: 'X-9' });
    expect(it.session().taken).toEqual(['outcome', 'note']);
    it.write('N-2');
    expect(it.session().taken).toEqual(['outcome']);
  });

  it('also at the read before the write, of a flush too', async () => {
    const it = await start('theirs');
    it.choose('sale');
    it.write('N-1');
    it.task.beforeWrite = () => it.task.replace({ conversations: { outcome: 'No sale' } });
    await flushSession(it.app, WR);
    expect(it.task.text).toBe('{"conversations":{"outcome":"No sale","case":"N-1"}}');
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"No sale","case":"N-1"}}');
  });

  it('what is no answer stays on the task, alone; a required answer is asked for', async () => {
    const it = await start('theirs');
    it.choose('sale');
    await flushSession(it.app, WR);
    it.other({ outcome: 'Stolen' });
    expect(it.session().capture.answers['outcome']).toBeUndefined();
    expect(it.session().taken).toEqual(['outcome']);
    expect(await it.press()).toEqual({ go: false, because: 'answers' });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Stolen"}}');
    it.choose('sale');
    expect(await it.press()).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
  });
});
