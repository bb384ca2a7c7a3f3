import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { bypassSave, confirmCompletion, prepareCompletion } from '../../../src/app/completeTask';
import { endSession } from '../../../src/app/endSession';
import { openSession, refreshSession } from '../../../src/app/openSession';
import { flushSession, saveSession } from '../../../src/app/saveSession';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import type { Policies, TaskContext } from '../../../src/core/catalog/types';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const VOICE: TaskContext = {
  queueName: 'Support',
  queueSid: 'WQ1',
  channel: 'voice',
  direction: 'inbound',
};
const REQUIRED: Policies = { enforcement: 'required', wayOut: false };

const start = async (
  attributes: unknown,
  policies: Policies = REQUIRED,
  more: { readOnly?: boolean; context?: TaskContext } = {},
) => {
  const task = createFakeTask(attributes);
  const fakes = createFakePorts(task);
  const app = createAppState(always({ ...smallCatalog, policies }), fakes.ports);
  const open = () =>
    openSession(app, {
      reservationSid: WR,
      facts: { ...noFacts, context: more.context ?? VOICE },
      attributes,
      readOnly: more.readOnly ?? false,
    });
  await open();
  return { task, app, open, ...fakes };
};
type Started = Awaited<ReturnType<typeof start>>;

const choose = ({ app }: Started, code: string) =>
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code });

describe('completion', () => {
  it('stops when a required answer is missing and asks for its field', async () => {
    const it = await start({ call_sid: 'CA1' });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'answers' });
    const session = sessionOf(it.app, WR);
    expect(session?.problems).toEqual([{ field: 'outcome', code: 'missing' }]);
    expect(session?.focus?.field).toBe('outcome');
    expect(it.task.text).toBe('{"call_sid":"CA1"}');
  });

  it('stops all the same where another listener threw and the second look is the first', async () => {
    const it = await start({ call_sid: 'CA1' });
    expect(await confirmCompletion(it.app, WR)).toEqual({ go: false, because: 'answers' });
    expect(sessionOf(it.app, WR)?.focus?.field).toBe('outcome');
    expect(it.task.text).toBe('{"call_sid":"CA1"}');
  });

  it('saves what the agent chose, then lets go', async () => {
    const it = await start({ call_sid: 'CA1' });
    choose(it, 'sale');
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.text).toBe('{"call_sid":"CA1","conversations":{"outcome":"Sale"}}');
    expect(sessionOf(it.app, WR)?.save).toEqual({ status: 'saved', at: 1_790_000_000_000 });
  });

  it('writes nothing when the task already says what the agent means', async () => {
    const it = await start({ conversations: { outcome: 'Sale' } });
    choose(it, 'sale');
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(await confirmCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.writes).toBe(0);
  });

  it('writes at most twice: at wrap-up and at Complete', async () => {
    const it = await start({});
    choose(it, 'sale');
    await flushSession(it.app, WR);
    await flushSession(it.app, WR);
    choose(it, 'no-sale');
    await prepareCompletion(it.app, WR);
    await confirmCompletion(it.app, WR);
    expect(it.task.writes).toBe(2);
    expect(it.task.text).toBe('{"conversations":{"outcome":"No sale"}}');
  });

  it('flushes without an answer that Insights would cut, and says so at the end', async () => {
    const it = await start({});
    choose(it, 'sale');
    changeAnswers(it.app, WR, { type: 'write', field: 'note', text: 'x'.repeat(129) });
    await flushSession(it.app, WR);
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
    expect(sessionOf(it.app, WR)?.save).toEqual({ status: 'idle' });
    expect(endSession(it.app, WR, it.task.snapshot(WR))).toBe(true);
  });

  it('flushes once: a wrap-up that is told twice does not add a write', async () => {
    const it = await start({});
    choose(it, 'sale');
    await flushSession(it.app, WR);
    choose(it, 'no-sale');
    await flushSession(it.app, WR);
    expect(it.task.writes).toBe(1);
  });

  it('flushes what there was when wrap-up began, however much is typed meanwhile', async () => {
    const it = await start({});
    choose(it, 'sale');
    let typed = '';
    const type = () => {
      typed += 'x';
      changeAnswers(it.app, WR, { type: 'write', field: 'note', text: typed });
      it.task.beforeWrite = type;
    };
    it.task.beforeWrite = type;
    await flushSession(it.app, WR);
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
    expect(it.task.writes).toBe(1);
    // Not "Saved": the text is not on the task.
    expect(sessionOf(it.app, WR)?.save).toEqual({ status: 'idle' });
    it.task.beforeWrite = null;
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale","case":"x"}}');
    expect(it.task.writes).toBe(2);
  });

  it('writes again when another plugin changed our value after the first save', async () => {
    const it = await start({});
    choose(it, 'sale');
    await prepareCompletion(it.app, WR);
    it.task.replace({ conversations: { outcome: 'stolen' }, other: 1 });
    expect(await confirmCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.text).toBe('{"other":1,"conversations":{"outcome":"Sale"}}');
  });

  it("keeps another writer's change between read and write", async () => {
    const it = await start({ call_sid: 'CA1' });
    choose(it, 'sale');
    it.task.beforeWrite = (task) => task.replace({ call_sid: 'CA1', conference: { sid: 'CF1' } });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.text).toBe(
      '{"call_sid":"CA1","conference":{"sid":"CF1"},"conversations":{"outcome":"Sale"}}',
    );
  });

  it('stops with the reason when the save fails, keeps the answers, and a retry saves', async () => {
    const it = await start({});
    choose(it, 'sale');
    it.task.nextWrites.push('refused');
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'save' });
    expect(sessionOf(it.app, WR)?.save).toEqual({
      status: 'failed',
      failure: { kind: 'refused' },
      wayOut: false,
      since: 1_790_000_000_000,
      retryAt: null,
    });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
  });

  it('recognises a write that was done although the answer was lost', async () => {
    const it = await start({});
    choose(it, 'sale');
    it.task.nextWrites.push('lost-answer');
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.writes).toBe(1);
  });

  it('stops after the deadline when no answer comes', async () => {
    const it = await start({});
    choose(it, 'sale');
    it.task.nextWrites.push('hang');
    const statuses = new Set<string | undefined>();
    it.app.store.subscribe(() => statuses.add(sessionOf(it.app, WR)?.save.status));
    const verdict = prepareCompletion(it.app, WR);
    await it.ringDeadline();
    expect(await verdict).toEqual({ go: false, because: 'save' });
    expect([...statuses]).toEqual(['saving', 'failed']);
    expect(sessionOf(it.app, WR)?.save).toMatchObject({ failure: { kind: 'deadline' } });
  });

  it('a Complete behind a save that hangs has the same 10 s, not 10 s more', async () => {
    const it = await start({});
    choose(it, 'sale');
    it.task.nextWrites.push('hang', 'hang');
    const flushed = flushSession(it.app, WR);
    await it.deadlinesSet(1);
    const verdict = prepareCompletion(it.app, WR);
    await it.deadlinesSet(2);
    await it.ringDeadline();
    await flushed;
    expect(await verdict).toEqual({ go: false, because: 'save' });
  });

  it('does not wait for ever for a draft that never comes', async () => {
    const it = await start({});
    const load = () => new Promise<never>(() => undefined);
    const ports = { ...it.ports, drafts: { ...it.ports.drafts, load } };
    const app = createAppState(always(smallCatalog), ports);
    void openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    expect(await prepareCompletion(app, WR)).toEqual({ go: true });
  });

  it('takes in what is typed while the save runs', async () => {
    const it = await start({});
    choose(it, 'sale');
    it.task.beforeWrite = () =>
      changeAnswers(it.app, WR, { type: 'write', field: 'note', text: 'C-100' });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale","case":"C-100"}}');
  });

  it('stops when another writer takes a slot while the save runs: an answer would be missing', async () => {
    const it = await start({});
    choose(it, 'sale');
    const codes = ['billing', 'delivery'];
    changeAnswers(it.app, WR, { type: 'choose-all', field: 'topics', codes });
    it.task.beforeWrite = (task) =>
      task.replace({ conversations: { conversation_attribute_1: 'theirs' } });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'answers' });
    expect(sessionOf(it.app, WR)?.problems).toEqual([
      { field: 'topics', code: 'slots-taken', details: { count: 2, free: 1 } },
    ]);
  });

  it('stops when a prefilled answer that is required goes away before the second look', async () => {
    const it = await start({ conversations: { outcome: 'Sale' } });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    it.task.replace({});
    expect(await confirmCompletion(it.app, WR)).toEqual({ go: false, because: 'answers' });
    expect(sessionOf(it.app, WR)?.focus?.field).toBe('outcome');
  });

  it('does no harm when Complete is pressed twice', async () => {
    const it = await start({});
    choose(it, 'sale');
    const verdicts = await Promise.all([
      prepareCompletion(it.app, WR),
      prepareCompletion(it.app, WR),
    ]);
    expect(verdicts).toEqual([{ go: true }, { go: true }]);
    expect(it.task.writes).toBe(1);
  });

  it('lets a task without a form go', async () => {
    const it = await start({}, REQUIRED, { context: { ...VOICE, channel: 'email' } });
    expect(sessionOf(it.app, WR)).toBeUndefined();
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.reads).toBe(0);
  });

  it.each(['optional', 'observe'] as const)('%s: a missing answer stops nothing', async (mode) => {
    const it = await start({}, { enforcement: mode, wayOut: false });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
  });

  it('observe reports what would have been stopped, without what was answered', async () => {
    const it = await start({}, { enforcement: 'observe', wayOut: false });
    changeAnswers(it.app, WR, { type: 'write', field: 'note', text: 'secret' });
    await prepareCompletion(it.app, WR);
    expect(it.journal).toEqual([
      { event: 'would-have-stopped', facts: { reservationSid: WR, fields: ['outcome'] } },
    ]);
  });

  it('optional: an answer that cannot be stored still stops, as it would be lost', async () => {
    const it = await start({}, { enforcement: 'optional', wayOut: false });
    changeAnswers(it.app, WR, { type: 'write', field: 'amount', text: 'twelve' });
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'answers' });
    // Only that: the outcome is marked as required in the catalog, but nothing asks for it.
    expect(sessionOf(it.app, WR)?.problems).toEqual([{ field: 'amount', code: 'not-a-number' }]);
    changeAnswers(it.app, WR, { type: 'write', field: 'amount', text: '12' });
    expect(sessionOf(it.app, WR)?.problems).toEqual([]);
  });
});

describe('the way out', () => {
  const failedSave = async (policies: Policies) => {
    const it = await start({}, policies);
    choose(it, 'sale');
    it.task.nextWrites.push('refused');
    await prepareCompletion(it.app, WR);
    return it;
  };

  it('is closed when required and no admin left it open', async () => {
    const it = await failedSave({ enforcement: 'required', wayOut: false });
    it.task.nextWrites.push('refused');
    bypassSave(it.app, WR);
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'save' });
  });

  it('lets go and is logged when an admin left it open', async () => {
    const it = await failedSave({ enforcement: 'required', wayOut: true });
    bypassSave(it.app, WR);
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(await confirmCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.journal.at(-1)).toEqual({
      event: 'completed-without-saving',
      facts: { reservationSid: WR },
    });
  });

  it('holds for one completion: the next one is saved again', async () => {
    const it = await failedSave({ enforcement: 'required', wayOut: true });
    bypassSave(it.app, WR);
    await prepareCompletion(it.app, WR);
    await confirmCompletion(it.app, WR);
    // TaskRouter refused to complete the reservation, so the agent presses Complete once more.
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: true });
    expect(await confirmCompletion(it.app, WR)).toEqual({ go: true });
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
  });

  it('is not used up twice when another plugin stopped the completion in between', async () => {
    const it = await failedSave({ enforcement: 'required', wayOut: true });
    bypassSave(it.app, WR);
    await prepareCompletion(it.app, WR);
    await prepareCompletion(it.app, WR);
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
  });

  it('taken is not reported as a loss when the task ends', async () => {
    const it = await failedSave({ enforcement: 'required', wayOut: true });
    bypassSave(it.app, WR);
    await prepareCompletion(it.app, WR);
    await confirmCompletion(it.app, WR);
    expect(endSession(it.app, WR, {})).toBe(false);
  });

  it('does not exist before a save failed', async () => {
    const it = await start({}, { enforcement: 'required', wayOut: true });
    bypassSave(it.app, WR);
    expect(await prepareCompletion(it.app, WR)).toEqual({ go: false, because: 'answers' });
  });
});

describe('drafts', () => {
  it('brings back what was answered before a reload, and says it was flushed', async () => {
    const first = await start({});
    choose(first, 'sale');
    await flushSession(first.app, WR);
    const app = createAppState(always(smallCatalog), first.ports);
    await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    expect(sessionOf(app, WR)?.capture.answers['outcome']).toEqual({
      value: { kind: 'choice', code: 'sale' },
      origin: 'agent',
    });
    await flushSession(app, WR);
    expect(first.task.writes).toBe(1);
  });

  it('lets an answer given before the draft arrived win', async () => {
    const first = await start({});
    choose(first, 'sale');
    changeAnswers(first.app, WR, { type: 'write', field: 'note', text: 'kept' });
    const app = createAppState(always(smallCatalog), first.ports);
    const opened = openSession(app, {
      reservationSid: WR,
      facts: noFacts,
      attributes: {},
      readOnly: false,
    });
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'no-sale' });
    await opened;
    expect(sessionOf(app, WR)?.capture.answers).toMatchObject({
      outcome: { value: { code: 'no-sale' } },
      note: { value: { text: 'kept' } },
    });
  });

  const reload = async (it: Started) => {
    const app = createAppState(always(smallCatalog), it.ports);
    const attributes = it.task.snapshot(WR);
    await openSession(app, { reservationSid: WR, facts: noFacts, attributes, readOnly: false });
    return app;
  };

  it('undo after a reload still takes off the task what a save had put there', async () => {
    const it = await start({});
    choose(it, 'sale');
    await flushSession(it.app, WR);
    const app = await reload(it);
    changeAnswers(app, WR, { type: 'undo' });
    await saveSession(app, WR, { purpose: 'complete' });
    expect(it.task.text).toBe('{"conversations":{}}');
  });

  it('undo while a save is on its way takes the answer off again', async () => {
    const it = await start({});
    choose(it, 'sale');
    it.task.beforeWrite = () => changeAnswers(it.app, WR, { type: 'undo' });
    await flushSession(it.app, WR);
    expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
    await saveSession(it.app, WR, { purpose: 'complete' });
    expect(it.task.text).toBe('{"conversations":{}}');
  });

  it('keeps a draft whole that came after an answer: for undo and for the next reload', async () => {
    const it = await start({});
    changeAnswers(it.app, WR, { type: 'write', field: 'note', text: 'kept' });
    const app = createAppState(always(smallCatalog), it.ports);
    const opened = openSession(app, {
      reservationSid: WR,
      facts: noFacts,
      attributes: {},
      readOnly: false,
    });
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'no-sale' });
    await opened;
    const both = { note: { value: { text: 'kept' } }, outcome: { value: { code: 'no-sale' } } };
    expect(sessionOf(await reload(it), WR)?.capture.answers).toMatchObject(both);
    changeAnswers(app, WR, { type: 'undo' });
    expect(sessionOf(app, WR)?.capture.answers).toEqual({
      note: { value: { kind: 'text', text: 'kept' }, origin: 'agent' },
    });
  });

  it('says that it was flushed only when it was', async () => {
    const it = await start({});
    choose(it, 'sale');
    it.task.nextWrites.push('hang');
    const flushed = flushSession(it.app, WR);
    await it.deadlinesSet(1);
    changeAnswers(it.app, WR, { type: 'write', field: 'note', text: 'C-100' });
    expect(it.drafts.get(WR)?.flushed).toBe(false);
    await it.ringDeadline();
    await flushed;
  });

  it('ignores a draft that is not one', async () => {
    const it = await start({});
    const load = async () => ({ capture: { reservationSid: WR, answers: 5 } });
    const ports = { ...it.ports, drafts: { ...it.ports.drafts, load } };
    const app = createAppState(always(smallCatalog), ports);
    await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    expect(sessionOf(app, WR)?.capture.answers).toEqual({});
  });
});

describe('what others change', () => {
  it('follows the task where the agent has not answered', async () => {
    const it = await start({});
    refreshSession(it.app, WR, { conversations: { outcome: 'Sale' } });
    expect(sessionOf(it.app, WR)?.capture.answers['outcome']).toEqual({
      value: { kind: 'choice', code: 'sale' },
      origin: 'prefill',
    });
  });

  it('takes the mark off a missing answer that has arrived', async () => {
    const it = await start({});
    await prepareCompletion(it.app, WR);
    it.task.replace({ conversations: { outcome: 'Sale' } });
    refreshSession(it.app, WR, it.task.snapshot(WR));
    expect(sessionOf(it.app, WR)?.problems).toEqual([]);
  });

  it('undo goes back to what the task says now, not to what it said once', async () => {
    const it = await start({ conversations: { outcome: 'Sale' } });
    choose(it, 'no-sale');
    it.task.replace({ conversations: { case: 'C-7' } });
    changeAnswers(it.app, WR, { type: 'undo' });
    expect(sessionOf(it.app, WR)?.capture.answers).toEqual({
      note: { value: { kind: 'text', text: 'C-7' }, origin: 'prefill' },
    });
  });

  it('never overrules the agent', async () => {
    const it = await start({});
    choose(it, 'no-sale');
    refreshSession(it.app, WR, { conversations: { outcome: 'Sale' } });
    expect(sessionOf(it.app, WR)?.capture.answers['outcome']).toMatchObject({ origin: 'agent' });
  });
});

describe('the end of a reservation', () => {
  it('says so when answers never reached the task', async () => {
    const it = await start({});
    choose(it, 'sale');
    expect(endSession(it.app, WR, {})).toBe(true);
    expect(it.journal).toEqual([
      {
        event: 'ended-unsaved',
        facts: {
          reservationSid: WR,
          how: 'elsewhere',
          form: 'service',
          version: 7,
          unsaved: ['outcome'],
        },
      },
    ]);
    expect(it.drafts.size).toBe(0);
  });

  it('says so when an answer could not be stored at all', async () => {
    const it = await start({});
    changeAnswers(it.app, WR, { type: 'write', field: 'amount', text: 'twelve' });
    expect(endSession(it.app, WR, {})).toBe(true);
  });

  it('is silent when nothing was answered, required or not', async () => {
    const it = await start({});
    expect(endSession(it.app, WR, {})).toBe(false);
  });

  it('is silent when the task has them', async () => {
    const it = await start({});
    choose(it, 'sale');
    await saveSession(it.app, WR, { purpose: 'complete' });
    expect(endSession(it.app, WR, it.task.snapshot(WR))).toBe(false);
    expect(sessionOf(it.app, WR)).toBeUndefined();
  });
});

it("never writes on somebody else's task", async () => {
  const it1 = await start({}, REQUIRED, { readOnly: true });
  choose(it1, 'sale');
  expect(sessionOf(it1.app, WR)?.capture.answers).toEqual({});
  await flushSession(it1.app, WR);
  expect(await prepareCompletion(it1.app, WR)).toEqual({ go: true });
  expect(it1.task.writes + it1.task.reads).toBe(0);
});

describe('a contact', () => {
  const [outcomes, ...others] = smallCatalog.picklists;
  const dated = {
    ...smallCatalog,
    policies: REQUIRED,
    picklists: [
      {
        ...outcomes!,
        options: outcomes!.options.map((option) =>
          option.code === 'sale' ? { ...option, activeTo: '2026-05-31' } : option,
        ),
      },
      ...others,
    ],
    assignments: [{ id: 'main', when: { workflows: ['Main'], teams: ['Blue'] }, form: 'service' }],
  };
  const open = async (startedAt: number | null, workflow = 'Main') => {
    const { ports } = createFakePorts(createFakeTask({}));
    const app = createAppState(always(dated), ports);
    await openSession(app, {
      reservationSid: WR,
      facts: { ...noFacts, worker: { team_name: 'Blue' }, startedAt },
      attributes: {},
      workflow: { name: workflow, sid: '' },
      readOnly: false,
    });
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    return sessionOf(app, WR);
  };

  it('is offered what was active on the day on which it began', async () => {
    const may = await open(Date.parse('2026-05-31T23:59Z'));
    expect(may?.capture.answers['outcome']?.value).toEqual({ kind: 'choice', code: 'sale' });
    const june = await open(Date.parse('2026-06-01T00:00Z'));
    expect(june?.capture.answers['outcome']).toBeUndefined();
    expect((await open(null))?.capture.answers['outcome']).toBeDefined();
  });

  it('gets its form by workflow and team too', async () => {
    expect(await open(null, 'Other')).toBeUndefined();
  });
});
