import { createFunctionsClient } from '../../../src/infra/functionsClient';
import { createFunctionsSaveService } from '../../../src/infra/functionsSaveService';
import type { Catalog } from '../../../src/core/catalog/types';
import { smallCatalog } from '../../support/smallCatalog';
import { openDesk, type Desk, type Disk } from './desk';
import { createFunctionsPlatform } from './functionsPlatform';
import { randomOf } from './randomOf';
import { createStormyTaskRouter, type Fate, type SimTask, type Weather } from './stormyTaskRouter';
import { VirtualClock } from './VirtualClock';

export const TASKS = 3;

export type FieldId = 'outcome' | 'topics' | 'amount' | 'note';
type Meaning = string | readonly string[] | null;

/** Who writes while the listeners of others run: nobody, somebody elsewhere on the task, somebody at our own path. */
export type Writer = 'nobody' | 'elsewhere' | 'ours';

export type Step = { readonly pause: number } & (
  | {
      readonly do: 'answer';
      readonly task: number;
      readonly field: FieldId;
      readonly with: Meaning;
    }
  | { readonly do: 'undo' | 'wrapUp' | 'wayOut' | 'endsElsewhere'; readonly task: number }
  | { readonly do: 'press'; readonly task: number; readonly meanwhile: Writer }
  | { readonly do: 'write'; readonly task: number; readonly where: Exclude<Writer, 'nobody'> }
  | { readonly do: 'reload' | 'publish' }
  | {
      readonly do: 'weather';
      readonly offline: boolean;
      readonly trouble: number;
      readonly only?: Fate;
    }
);

export interface Life {
  readonly seed: number;
  readonly functions: boolean;
  readonly wayOut: boolean;
  readonly steps: readonly Step[];
}

export interface Told {
  readonly violations: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

interface TaskInHand extends SimTask {
  readonly n: number;
  /** By field: what the agent meant last. What undo gave back to the task is not followed. */
  readonly meant: Map<FieldId, { readonly value: Meaning; readonly at: number }>;
  /** What others have written: root keys, and keys of `conversations`. */
  readonly foreign: Map<string, number>;
  /** When somebody else last wrote at a path of ours, in the order of things. */
  oursAt: number;
  /** The page whose Complete is under way. */
  pressedOn: Desk | null;
  /** While this press on Complete was under way, a page that is gone may have written. */
  writtenLate: boolean;
  changedSinceGo: boolean;
  tookWayOut: boolean;
}

/** No press on Complete may stay without an answer for longer. */
const PRESS_LIMIT_MS = 45_000;
/** What was answered longer ago than that is on the disk. */
const DISK_LIMIT_MS = 1_000;
const EVENT_MS = 100;

const REPORTED: Readonly<Record<string, string>> = { sale: 'Sale', 'no-sale': 'No sale' };
const TOPICS: readonly (readonly [string, string])[] = [
  ['billing', 'Billing'],
  ['billing-dispute', 'Billing dispute'],
  ['delivery', 'Delivery'],
];

/** What stands under `conversations` when an answer is recorded as meant. */
const recordedAs = (field: FieldId, value: Meaning): Readonly<Record<string, unknown>> => {
  switch (field) {
    case 'outcome':
      return { outcome: value === null ? undefined : REPORTED[value as string] };
    case 'note':
      return { case: value ?? undefined };
    case 'amount':
      return { conversation_measure_1: value === null ? undefined : Number(value) };
    case 'topics': {
      const chosen = TOPICS.filter(([code]) => value?.includes(code));
      return {
        conversation_attribute_1: chosen[0]?.[0],
        conversation_label_1: chosen[0]?.[1],
        conversation_attribute_2: chosen[1]?.[0],
        conversation_label_2: chosen[1]?.[1],
      };
    }
  }
};

const conversationsOf = (text: string): Readonly<Record<string, unknown>> =>
  (JSON.parse(text) as { conversations?: Record<string, unknown> }).conversations ?? {};

const sid = (prefix: string, n: number) => prefix + n.toString(16).padStart(32, '0');

/** An agent with three tasks in parallel, other writers, faults and reloads, until all three have ended. */
export const liveThrough = async (life: Life): Promise<Told> => {
  const clock = new VirtualClock();
  const random = randomOf(life.seed);
  const weather: Weather = { offline: false, trouble: 0 };
  const violations: string[] = [];
  const counts: Record<string, number> = {};
  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);
  const complain = (task: TaskInHand, what: string): void =>
    void violations.push(`at ${clock.now()} ms, task ${task.n}: ${what}`);
  let tick = 0;
  const order = (): number => (tick += 1);

  const tasks = Array.from({ length: TASKS }, (_, n): TaskInHand => {
    const before =
      n === 1 ? { conversation_id: 'c1', outcome: 'Sale' } : { conversation_id: `c${n}` };
    const text = JSON.stringify({ call_sid: `CA${n}`, conversations: before, gone: null });
    return {
      n,
      taskSid: sid('WT', n),
      reservationSid: sid('WR', n),
      workerSid: sid('WK', 1),
      text,
      known: text,
      version: 1,
      status: 'accepted',
      lookedAt: 0,
      meant: new Map(),
      foreign: new Map(),
      oursAt: 0,
      pressedOn: null,
      writtenLate: false,
      changedSinceGo: false,
      tookWayOut: false,
    };
  });
  const taskBy = (id: string): TaskInHand =>
    tasks.find(({ taskSid, reservationSid }) => id === taskSid || id === reservationSid)!;

  let desk: Desk;
  /** What the service has not answered yet. */
  const calls = new Set<{ readonly page: Desk }>();
  let openedAt = 0;
  const disk: Disk = new Map();

  /** The page hears of a change a moment later. */
  const tellPage = async (task: TaskInHand): Promise<void> => {
    const { text } = task;
    await clock.wait(EVENT_MS);
    if (task.status === 'ended') return;
    task.known = text;
    desk.refresh(task.reservationSid);
  };
  const checkForeign = (task: TaskInHand): void => {
    const all = JSON.parse(task.text) as Record<string, unknown>;
    const conversations = conversationsOf(task.text);
    const kept =
      all['call_sid'] === `CA${task.n}` &&
      all['gone'] === null &&
      conversations['conversation_id'] === `c${task.n}` &&
      [...task.foreign].every(([key, value]) => all[key] === value && conversations[key] === value);
    if (!kept) complain(task, `others' attributes were changed: ${task.text}`);
  };
  const router = createStormyTaskRouter({
    clock,
    random,
    weather,
    taskBy,
    order,
    onWrite: (written) => {
      const task = taskBy(written.taskSid);
      checkForeign(task);
      // docs/guarantees.md: a page that is reloaded while the service saves for it takes nothing back.
      if ([...calls].some(({ page }) => !page.isOpen())) task.writtenLate = true;
      void tellPage(task);
    },
  });

  let version = 7;
  const versions = new Map<number, Catalog>(
    [7, 8].map((number) => [
      number,
      {
        ...smallCatalog,
        version: number,
        policies: { enforcement: 'required', wayOut: life.wayOut },
      },
    ]),
  );
  const ownClock = { now: clock.now, wait: clock.wait, random };
  const platform = createFunctionsPlatform({
    clock,
    random,
    instances: 'one-at-a-time',
    taskRouter: router.overRest,
    catalog: versions.get(7)!,
  });
  const fetchThere: typeof fetch = async (...request) => {
    if (weather.offline) throw new TypeError('offline');
    const call = { page: desk };
    calls.add(call);
    const answer = await platform.fetch(...request);
    calls.delete(call);
    if (weather.offline || random() < weather.trouble / 4) throw new TypeError('lost');
    return answer;
  };

  const openPage = (): void => {
    const opened = openDesk({
      clock: ownClock,
      attributes: router.overSdk,
      service: life.functions
        ? createFunctionsSaveService({
            call: createFunctionsClient({
              url: 'https://debrief.twil.io',
              token: () => sid('WK', 1),
              clock: ownClock,
              fetch: fetchThere,
            }),
            clock: ownClock,
            taskSidOf: (id) => taskBy(id).taskSid,
            onUnavailable: () => count('service unavailable'),
          })
        : null,
      catalogs: {
        inForce: () => versions.get(version)!,
        find: (number) => Promise.resolve(versions.get(number) ?? null),
      },
      disk,
      onJournal: (event, id) => {
        count(event);
        if (event === 'completed-without-saving') taskBy(String(id)).tookWayOut = true;
      },
      onCompleteLater: (id) => void press(taskBy(id), 'nobody'),
    });
    desk = opened;
    openedAt = clock.now();
    for (const task of tasks) if (task.status !== 'ended') void takeUp(opened, task);
  };

  /** As after a start of the page: what was on the disk is back. */
  const takeUp = async (page: Desk, task: TaskInHand): Promise<void> => {
    const before = new Map(task.meant);
    const at = clock.now();
    await page.open(task.reservationSid);
    if (!page.isOpen() || task.status === 'ended') return;
    for (const [field, { value, at: answeredAt }] of before) {
      if (task.meant.get(field)?.at !== answeredAt) continue;
      const shown = shownAt(page, task, field);
      const same = shown !== undefined && JSON.stringify(shown) === JSON.stringify(value);
      if (!same && at - answeredAt > DISK_LIMIT_MS) {
        complain(
          task,
          `${field} was not restored: ${JSON.stringify(shown)}, not ${JSON.stringify(value)}`,
        );
      }
      if (!same) follow(page, task, field);
    }
    if (task.status === 'wrapping') void page.wrapUp(task.reservationSid);
  };

  /** What the agent sees as their own answer; undefined: none of theirs. */
  const shownAt = (page: Desk, task: TaskInHand, field: FieldId): Meaning | undefined => {
    const answer = page.session(task.reservationSid)?.capture.answers[field];
    if (answer?.origin !== 'agent') return undefined;
    if (answer.value === null) return null;
    switch (answer.value.kind) {
      case 'choice':
        return answer.value.code;
      case 'choices':
        return answer.value.codes;
      case 'text':
      case 'number':
        return answer.value.text;
      default:
        return undefined;
    }
  };
  /** The agent looks, and means what is there. */
  const follow = (page: Desk, task: TaskInHand, field: FieldId): void => {
    const shown = shownAt(page, task, field);
    if (shown === undefined) task.meant.delete(field);
    else task.meant.set(field, { value: shown, at: clock.now() });
  };

  const answer = (task: TaskInHand, field: FieldId, value: Meaning): void => {
    if (task.status === 'ended' || !desk.session(task.reservationSid)) return;
    const at = task.reservationSid;
    if (value === null) desk.change(at, { type: 'clear', field });
    else if (field === 'outcome') desk.change(at, { type: 'choose', field, code: value as string });
    else if (field === 'topics') {
      desk.change(at, { type: 'choose-all', field, codes: value as readonly string[] });
    } else desk.change(at, { type: 'write', field, text: value as string });
    task.meant.set(field, { value, at: clock.now() });
    task.changedSinceGo = true;
  };

  const writeAsOther = (task: TaskInHand, where: Writer): void => {
    if (task.status === 'ended' || where === 'nobody') return;
    const all = JSON.parse(task.text) as { conversations: Record<string, unknown> };
    const at = order();
    if (where === 'ours') {
      all.conversations['outcome'] = 'Theirs';
      task.oursAt = at;
    } else {
      const key = `other_${at % 3}`;
      task.foreign.set(key, at);
      Object.assign(all, { [key]: at });
      Object.assign(all.conversations, { [key]: at });
    }
    task.text = JSON.stringify(all);
    task.version += 1;
    void tellPage(task);
  };

  const end = (task: TaskInHand, how: 'gate' | 'elsewhere', tookWayOut: boolean): void => {
    task.status = 'ended';
    // The event that tells of the end carries the task.
    task.known = task.text;
    count(`ended by ${how}`);
    const recorded = conversationsOf(task.text);
    const wrong = [...task.meant].flatMap(([field, { value }]) =>
      Object.entries(recordedAs(field, value)).some(([key, want]) => recorded[key] !== want)
        ? [field]
        : [],
    );
    const told = desk.end(task.reservationSid);
    if (told) count('told');
    const overwritten = task.oursAt > task.lookedAt || task.writtenLate;
    if (overwritten) count('overwritten after our last look');
    const what = `${wrong.join()} of ${JSON.stringify([...task.meant])} is not on ${task.text}`;
    if (how === 'gate' && !tookWayOut && !overwritten) {
      if (wrong.length > 0 && !(task.changedSinceGo && told))
        complain(task, `completed, but ${what}`);
      if (recorded['outcome'] === undefined) complain(task, 'completed without what is required');
    }
    const isSettled = clock.now() - openedAt > DISK_LIMIT_MS;
    if (how === 'elsewhere' && isSettled && !tookWayOut && wrong.length > 0 && !told) {
      complain(task, `ended without a word, but ${what}`);
    }
  };

  const press = async (task: TaskInHand, meanwhile: Writer): Promise<void> => {
    const page = desk;
    const isUnderWay = task.pressedOn?.isOpen() === true;
    if (task.status !== 'wrapping' || isUnderWay || !page.session(task.reservationSid)) return;
    task.pressedOn = page;
    task.tookWayOut = false;
    task.writtenLate = false;
    const late = clock.wait(PRESS_LIMIT_MS).then(() => 'late' as const);
    const verdict = await Promise.race([
      page.press(task.reservationSid, () => writeAsOther(task, meanwhile)),
      late,
    ]);
    if (!page.isOpen() || task.status !== 'wrapping') return;
    if (verdict === 'late') return complain(task, 'Complete got no answer');
    count(verdict.go ? 'let through' : `stopped because of ${verdict.because}`);
    if (verdict.go) {
      task.changedSinceGo = false;
      const { tookWayOut } = task;
      await clock.wait(20 + 100 * random());
      const arrives = !weather.offline && random() >= weather.trouble;
      if (arrives && task.status === 'wrapping') end(task, 'gate', tookWayOut);
    }
    task.pressedOn = null;
  };

  const wrapUp = (task: TaskInHand): void => {
    if (task.status !== 'accepted') return;
    task.status = 'wrapping';
    void desk.wrapUp(task.reservationSid);
  };

  const take = (step: Step): void => {
    switch (step.do) {
      case 'reload':
        desk.close();
        return openPage();
      case 'publish':
        // The platform here has one version; what it does with others is under test elsewhere.
        if (!life.functions) version = 8;
        return;
      case 'weather':
        Object.assign(weather, { offline: step.offline, trouble: step.trouble, only: step.only });
        return;
    }
    const task = tasks[step.task]!;
    if (task.status === 'ended') return;
    switch (step.do) {
      case 'answer':
        return answer(task, step.field, step.with);
      case 'undo':
        if (!desk.session(task.reservationSid)) return;
        desk.change(task.reservationSid, { type: 'undo' });
        task.changedSinceGo = true;
        for (const field of [...task.meant.keys()]) follow(desk, task, field);
        return;
      case 'wrapUp':
        return wrapUp(task);
      case 'wayOut':
        if (!life.wayOut || !desk.session(task.reservationSid)) return;
        desk.takeWayOut(task.reservationSid);
        return void press(task, 'nobody');
      case 'endsElsewhere':
        return end(task, 'elsewhere', task.tookWayOut);
      case 'press':
        return void press(task, step.meanwhile);
      case 'write':
        return writeAsOther(task, step.where);
    }
  };

  /** With fair weather, whoever has answered what is asked and presses Complete is through in the end. */
  const finish = async (): Promise<void> => {
    Object.assign(weather, { offline: false, trouble: 0, only: undefined });
    for (let round = 0; round < 60; round += 1) {
      const left = tasks.filter(({ status }) => status !== 'ended');
      if (left.length === 0) return;
      for (const task of left) {
        wrapUp(task);
        const { problems = [] } = desk.session(task.reservationSid) ?? {};
        if (problems.some(({ field }) => field === 'amount')) answer(task, 'amount', '3');
        answer(task, 'outcome', 'sale');
        void press(task, 'nobody');
      }
      await clock.wait(30_000);
    }
    for (const task of tasks) if (task.status !== 'ended') complain(task, 'stuck');
  };

  const run = async (): Promise<void> => {
    openPage();
    for (const step of life.steps) {
      take(step);
      count('steps');
      await clock.wait(step.pause);
    }
    await finish();
  };
  await clock.run(run());
  return { violations, counts };
};
