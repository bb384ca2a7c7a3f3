import type { Agent } from './agent';
import {
  addLeg,
  fieldIdsOn,
  follow,
  isNamed,
  isOffered,
  isOver,
  mean,
  problemsOn,
  requiredOn,
  shownAt,
  type Leg,
  type Page,
  type Task,
} from './hands';
import type { Decision } from '../../../src/app/session';
import { judgeGivingWay, outcomeOn, THEIRS } from './judgeConflicts';
import { judgeComeBack, judgeLeave } from './judgeDepartures';
import { judgeEnd } from './judgeEnd';
import { createTabsJudge, DISK_LIMIT_MS } from './judgeTabs';
import { lookAtRetries } from './judgeRetries';
import { forgetNewTime, judgeTimeOver, lookAtTime } from './judgeTime';
import { judgeWrite } from './judgeWrites';
import type { Life, Step, Told, Writer } from './life';
import type { FieldId, Meaning } from './recorded';
import { createWorld, REASON, REFUSALS } from './world';

/** No press on Complete may stay without an answer for longer. */
const PRESS_LIMIT_MS = 45_000;
/** What another tab was to tell, when it is closed in this very moment, nobody tells. */
const TURN_MS = 20;
/** Two tabs that open a task at once may take half a second to agree on the one that writes. */
const JOIN_MS = 700;
/** With so much time and no gesture, tabs have told each other all. */
const CALM_MS = 1_500;

/** What a departure has begun to save is through, or given up, by then. */
const DEPARTURE_MS = 20_000;

/** What earlier pages have left is listed by then. */
const BACK_MS = 4_000;

type InBrowser = 'reload' | 'openTab' | 'otherTab' | 'closeTab' | 'leave' | 'goAway' | 'comeBack';

/**
 * An agent with three tasks in parallel, in one tab or two, another one to whom tasks are transferred, other writers,
 * faults, reloads and publications, until all reservations have ended.
 */
export const liveThrough = async (life: Life): Promise<Told> => {
  const world = createWorld(life, {
    onJournal: (page, event, facts) => {
      court.count(event);
      const leg = world.legBy(String(facts['reservationSid']));
      if (event === 'conflict' && facts['decides'] === 'theirs') {
        const fields = facts['fields'] as readonly FieldId[];
        void judgeGivingWay(leg, page, fields, clock.now(), court);
      }
      if (event === 'time-over') {
        const of = { leg, page, agent: agentOf(leg), did: facts['did'], isJoining: isJoining(leg) };
        void judgeTimeOver(of, { court, clock, policy: life.wrapUp });
      }
      if (event === 'more-time') {
        leg.reasons += 1;
        leg.moreTimes += 1;
        // docs/guarantees.md: until two tabs know of each other, either may count.
        if (!isJoining(leg)) leg.moreTime = [...leg.moreTime, clock.now()];
      }
      const isByReason = event === 'completed-by-way-out';
      const press = (isByReason || event === 'completed-without-saving') && leg.presses.get(page);
      if (!press) return;
      press.tookWayOut = true;
      if (isByReason) press.byReason = { reason: facts['reason'], saved: facts['saved'] };
    },
    onCompleteLater: (page, id) => completeLater(world.legBy(id), page),
    onRetried: (id, inherited) => {
      court.count('saved by a retry');
      if (inherited) court.count('saved by a retry of what a closed tab had begun');
      if (isOver(world.legBy(id))) court.complain(world.legBy(id).task, 'retried after the end');
    },
  });
  const { clock, random, weather, court, tasks, agents, agentOf } = world;
  const tabs = createTabsJudge({ court, clock });
  const openLegs = (): readonly Leg[] =>
    tasks.flatMap(({ legs }) => legs).filter((leg) => !isOver(leg));

  /** As after a start of the page: what was on the disk is back. */
  const takeUp = async (agent: Agent, page: Page, leg: Leg): Promise<void> => {
    leg.takenUpAt = clock.now();
    leg.reasons += 1;
    const before = new Map(leg.meant);
    const isAlone = agent.pages().length === 1;
    const opened = page.desk.open(leg.reservationSid);
    if (leg.status === 'wrapping') {
      page.desk.beginWrapUp(leg.reservationSid, leg.wrappedAt, false);
    }
    await opened;
    if (!page.desk.isOpen() || isOver(leg)) return;
    if (isAlone) tabs.restored(agent, page, leg, before);
    if (leg.status === 'wrapping') page.desk.wrapUp(leg.reservationSid);
  };
  const openPage = (agent: Agent): void => {
    const page = agent.open();
    page.desk.start((id) => isOver(world.legBy(id)));
    // Flex knows of a transfer that came in, and forgets at a reload whom a task went to.
    if (agent === agents.second) {
      for (const { reservationSid } of agent.legs) page.transferred.add(reservationSid);
    }
    for (const leg of agent.legs) {
      if (isOver(leg)) continue;
      const lastThere = Math.min(clock.now(), agent.closedAt());
      const isFresh = lastThere - leg.task.transferredAt < DISK_LIMIT_MS;
      if (isFresh && agent === agents.first && agent.pages().length === 1) leg.mayNotKnow = true;
      void takeUp(agent, page, leg);
    }
  };
  const closePage = (agent: Agent, page: Page): void => {
    agent.close(page);
    forgetNewTime(agent, clock.now());
    for (const leg of agent.legs) {
      const isNew = agent.pages().every(({ openedAt }) => openedAt >= leg.task.transferredAt);
      if (isNew && agent === agents.first) leg.mayNotKnow ||= leg.task.transferredAt > 0;
    }
    const left = agent.pages()[0];
    if (left) void tabs.outlived(agent, left);
  };

  const transfer = (task: Task, how: 'warm' | 'cold'): void => {
    const [first] = task.legs;
    if (task.legs.length > 1 || first?.status !== 'accepted') return;
    court.count('transfers');
    task.transferredAt = clock.now();
    // docs/guarantees.md: what a departure has saved before, or was about to save, bears no mark of its leg.
    const isSaving = clock.now() - first.leftAt < DEPARTURE_MS;
    if (first.wrote > 0 || isSaving) first.mayBeUnmarked = true;
    const { second } = agents;
    const leg = addLeg(task, 1);
    second.legs.push(leg);
    for (const { reservationSid } of task.legs) {
      for (const page of agentOf(first).pages()) page.transferred.add(reservationSid);
    }
    for (const page of agents.first.pages()) page.desk.refresh(first.reservationSid);
    if (second.pages().length === 0) openPage(second);
    else {
      for (const page of second.pages()) {
        page.known.set(leg.reservationSid, task.text);
        page.transferred.add(leg.reservationSid);
        void takeUp(second, page, leg);
      }
    }
    if (how === 'cold') wrapUp(first);
  };

  const writeHere = async (leg: Leg, page: Page): Promise<void> => {
    if (!page.desk.follows(leg.reservationSid)) return;
    await page.desk.writeHere(leg.reservationSid);
    if (page.desk.follows(leg.reservationSid) === false) court.count('went over to the other tab');
  };
  /** Whether the form in front takes gestures; where it follows another tab, the agent presses on "Write here". */
  const isReady = (leg: Leg, page: Page): boolean => {
    const follows = page.desk.follows(leg.reservationSid);
    if (follows) void writeHere(leg, page);
    return follows === false;
  };
  const changed = (leg: Leg, page: Page): void => {
    leg.changed = { ...court.moment(), page };
    leg.reasons += 1;
  };
  /** Two tabs do not know of each other yet: which answer counts is seen afterwards. */
  const isJoining = (leg: Leg): boolean =>
    agentOf(leg).pages().length > 1 && clock.now() - leg.takenUpAt < JOIN_MS;
  const answer = (leg: Leg, field: FieldId, value: Meaning): void => {
    const page = agentOf(leg).front();
    if (!page || isOver(leg) || !isReady(leg, page)) return;
    if (!isOffered(page, leg, field, value)) return court.count('not offered any more');
    const { desk } = page;
    const at = leg.reservationSid;
    if (field === 'outcome' && shownAt(page, leg, field) === undefined) {
      leg.knows.add(outcomeOn(page.known.get(at)));
    }
    if (value === null) desk.change(at, { type: 'clear', field });
    else if (field === 'outcome') desk.change(at, { type: 'choose', field, code: value as string });
    else if (field === 'topics') {
      desk.change(at, { type: 'choose-all', field, codes: value as readonly string[] });
    } else desk.change(at, { type: 'write', field, text: value as string });
    changed(leg, page);
    mean(leg, field, value, clock.now());
    if (isJoining(leg)) {
      leg.meant.delete(field);
      leg.doubtful.add(field);
      void tabs.joined(agentOf(leg), leg, field);
    }
  };
  const undo = (leg: Leg): void => {
    const page = agentOf(leg).front();
    if (!page || !isReady(leg, page)) return;
    page.desk.change(leg.reservationSid, { type: 'undo' });
    leg.knows.add(outcomeOn(page.known.get(leg.reservationSid)));
    changed(leg, page);
    for (const field of [...leg.meant.keys()]) follow(page, leg, field, clock.now());
  };

  const writeAsOther = (task: Task, where: Writer): void => {
    if (task.legs.every(isOver) || where === 'nobody') return;
    const before = task.text;
    const all = JSON.parse(before) as { conversations: Record<string, unknown> };
    const [first] = THEIRS;
    const theirs = life.conflicts ? THEIRS[court.order() % THEIRS.length] : first;
    if (where === 'ours') all.conversations['outcome'] = theirs;
    else {
      const at = court.order();
      const key = `other_${at % 3}`;
      task.foreign.set(key, at);
      Object.assign(all, { [key]: at });
      Object.assign(all.conversations, { [key]: at });
    }
    task.text = JSON.stringify(all);
    task.version += 1;
    for (const leg of task.legs) leg.reasons += 1;
    judgeWrite(task, null, before, court);
    void world.tellPages(task);
  };

  const end = (leg: Leg, page: Page | null, tookWayOut: boolean): void => {
    const { task, reservationSid } = leg;
    const agent = agentOf(leg);
    leg.status = 'ended';
    leg.ended = { order: court.order(), overSdk: !life.functions && page !== null && !tookWayOut };
    const how = page === null ? 'elsewhere' : 'gate';
    court.count(`ended by ${how}`);
    if (agent === agents.second) court.count(`the other agent’s leg ended by ${how}`);
    if (!task.legs.every(isOver)) court.count('ended beside a leg that is still there');
    // The event that tells of the end carries the task.
    for (const { known } of agent.pages()) known.set(reservationSid, task.text);
    const tells = agent.pages().map(({ desk }) => desk.end(reservationSid));
    const told = tells.includes(true);
    if (agent.pages().length === 0) leg.unseen = task.text;
    if (told) court.count('told');
    const startedAt = Math.min(...agent.pages().map(({ openedAt }) => openedAt));
    const isSettled =
      clock.now() - startedAt > DISK_LIMIT_MS && clock.now() - agent.closedAt() > TURN_MS;
    const press = (page && leg.presses.get(page)) ?? null;
    const named = (field: FieldId, value: Meaning): boolean =>
      isNamed(agent.pages(), leg, field, value);
    judgeEnd(leg, { press, tookWayOut, told, isNamed: named, isSettled }, court);
  };
  const tookWayOut = (leg: Leg): boolean =>
    [...leg.presses.values()].some(
      ({ page, byWish, isUnderWay, ...press }) =>
        page.desk.isOpen() && (press.tookWayOut || (byWish && isUnderWay)),
    );

  /** As the host does for a page: resolves when that has come to an end. */
  const completeLater = async (leg: Leg, page: Page): Promise<void> => {
    const { timeOver } = leg;
    if (timeOver?.did === 'hold' && leg.presses.size === 0) {
      court.complain(leg.task, 'held, and completed by itself');
    }
    while (page.desk.isOpen() && leg.presses.get(page)?.isUnderWay && !isOver(leg)) {
      await clock.wait(100);
    }
    await press(leg, page, 'nobody', timeOver?.at === clock.now() ? 'at timeout' : 'by hand');
  };

  const press = async (
    leg: Leg,
    page: Page,
    meanwhile: Writer,
    how: 'by hand' | 'at timeout' | 'way out' = 'by hand',
  ): Promise<void> => {
    const { desk } = page;
    const { reservationSid, task } = leg;
    if (leg.status !== 'wrapping' || leg.presses.get(page)?.isUnderWay) return;
    if (!desk.isOpen() || !desk.session(reservationSid)) return;
    if (desk.follows(reservationSid)) court.count('pressed in the tab that follows');
    const pressed = {
      page,
      since: court.order(),
      at: clock.now(),
      isUnderWay: true,
      fields: [] as readonly FieldId[],
      required: [] as readonly FieldId[],
      problems: [] as readonly FieldId[],
      went: null as Leg['changed'] | null,
      tookWayOut: false,
      atTimeout: how === 'at timeout',
      byWish: how === 'way out',
      byReason: null,
    };
    leg.presses.set(page, pressed);
    leg.reasons += 1;
    const late = clock.wait(PRESS_LIMIT_MS).then(() => 'late' as const);
    const verdict = await Promise.race([
      desk.press(reservationSid, () => writeAsOther(task, meanwhile)),
      late,
    ]);
    if (!desk.isOpen() || leg.status !== 'wrapping') return;
    if (verdict === 'late') return court.complain(task, 'Complete got no answer');
    if (!verdict.go) leg.refused.set(page, (leg.refused.get(page) ?? 0) + 1);
    court.count(verdict.go ? 'let through' : `stopped because of ${verdict.because}`);
    if (verdict.go) {
      // Another tab may have another form, and take over at this very moment.
      const forms = agentOf(leg)
        .pages()
        .flatMap((one) => (one.desk.session(reservationSid) ? [fieldIdsOn(one, leg)] : []));
      pressed.fields = fieldIdsOn(page, leg).filter((id) => forms.every((ids) => ids.includes(id)));
      pressed.required = requiredOn(page, leg);
      pressed.problems = problemsOn(page, leg);
      pressed.went = { ...court.moment(), page };
      const byWayOut = pressed.tookWayOut;
      await clock.wait(20 + 100 * random());
      const arrives = !weather.offline && random() >= weather.trouble;
      if (arrives && leg.status === 'wrapping') end(leg, page, byWayOut);
    }
    pressed.isUnderWay = false;
  };

  const decide = (leg: Leg, page: Page, decision: Decision): void => {
    const { desk } = page;
    const [conflict] = desk.session(leg.reservationSid)?.conflicts ?? [];
    if (!conflict || !isReady(leg, page)) return;
    desk.decide(leg.reservationSid, conflict.field, decision);
    if (desk.session(leg.reservationSid)?.conflicts.includes(conflict)) return;
    court.count(`decided: ${decision}`);
    leg.knows.add(conflict.raw);
    changed(leg, page);
    if (decision === 'theirs') follow(page, leg, conflict.field as FieldId, clock.now());
  };
  /** Answers whether there was one. */
  const takeWayOut = (leg: Leg, page: Page): boolean => {
    const { task, reservationSid } = leg;
    if (leg.status !== 'wrapping' || page.desk.follows(reservationSid) !== false) return false;
    if (leg.presses.get(page)?.isUnderWay) return false;
    if (life.byReason) {
      const refused = [...leg.refused.values()].reduce((sum, times) => sum + times, 0);
      const isOpen = page.desk.takeWayOutBy(reservationSid, REASON);
      if (isOpen && refused < REFUSALS) court.complain(task, 'the way out opened too early');
      if (!isOpen && (leg.refused.get(page) ?? 0) >= REFUSALS) {
        court.complain(task, 'the way out did not open');
      }
      if (!isOpen) return false;
      // Sent with it, even where it came to nothing: nobody can tell it from the same of another program.
      if (life.byReason === 'default') {
        leg.knows.add('No sale');
        leg.everMeant.add('outcome=No sale');
      }
    } else if (life.wayOut) page.desk.takeWayOut(reservationSid);
    else return false;
    void press(leg, page, 'nobody', 'way out');
    return true;
  };

  function wrapUp(leg: Leg): void {
    if (leg.status !== 'accepted') return;
    leg.status = 'wrapping';
    leg.wrappedAt = 1_000 * Math.floor(clock.now() / 1_000);
    for (const { desk } of agentOf(leg).pages()) {
      desk.beginWrapUp(leg.reservationSid, leg.wrappedAt, true);
      desk.wrapUp(leg.reservationSid);
    }
  }

  const leave = async (agent: Agent, page: Page): Promise<void> => {
    const since = court.moment();
    for (const leg of agent.legs) leg.leftAt = since.at;
    const looked = new Map(page.lookedAt);
    const { unsaved } = await page.desk.leave();
    if (page.desk.isOpen()) judgeLeave(agent, page, { since, looked }, unsaved, court);
  };
  const comeBack = (agent: Agent): void => {
    openPage(agent);
    const page = agent.front();
    void clock.wait(BACK_MS).then(() => {
      if (page?.desk.isOpen()) judgeComeBack(agent, court);
    });
  };

  const takeInBrowser = (agent: Agent, step: Extract<Step, { do: InBrowser }>): void => {
    const front = agent.front();
    if (!front) {
      if (step.do === 'comeBack') comeBack(agent);
      return;
    }
    switch (step.do) {
      case 'comeBack':
        return;
      case 'leave':
        return void leave(agent, front);
      case 'goAway':
        court.count('went away');
        [...agent.pages()].forEach((page) => agent.close(page));
        return forgetNewTime(agent, clock.now());
      case 'reload':
        closePage(agent, front);
        return openPage(agent);
      case 'openTab':
        if (agent.pages().length > 1) return;
        forgetNewTime(agent, clock.now());
        return openPage(agent);
      case 'otherTab':
        return agent.turn();
      case 'closeTab': {
        const [other] = agent.pages();
        if (agent.pages().length < 2 || !other) return;
        court.count('tabs closed');
        return closePage(agent, step.which === 'front' ? front : other);
      }
    }
  };

  const take = (step: Step): void => {
    switch (step.do) {
      case 'reload':
      case 'openTab':
      case 'otherTab':
      case 'leave':
      case 'goAway':
      case 'comeBack':
      case 'closeTab': {
        const agent = agents[step.who ?? 'first'];
        return takeInBrowser(agent.legs.length > 0 ? agent : agents.first, step);
      }
      case 'publish':
        return world.publish(step.content);
      case 'weather':
        Object.assign(weather, { offline: step.offline, trouble: step.trouble, only: step.only });
        return;
      case 'write':
        return writeAsOther(tasks[step.task]!, step.where);
      case 'transfer':
        return transfer(tasks[step.task]!, step.how);
    }
    const [first, second = first] = tasks[step.task]!.legs;
    const leg = (step.who === 'second' ? second : first)!;
    if (isOver(leg)) return;
    if (step.do === 'endsElsewhere') return end(leg, null, tookWayOut(leg));
    if (step.do === 'wrapUp') return wrapUp(leg);
    const page = agentOf(leg).front();
    if (!page) return;
    switch (step.do) {
      case 'answer':
        return answer(leg, step.field, step.with);
      case 'undo':
        return undo(leg);
      case 'decide':
        return decide(leg, page, step.decision);
      case 'moreTime':
        return void page.desk.takeMoreTime(leg.reservationSid);
      case 'wayOut':
        return void takeWayOut(leg, page);
      case 'press':
        return void press(leg, page, step.meanwhile);
      case 'writeHere':
        return void writeHere(leg, page);
    }
  };

  /** With fair weather, whoever has answered what is asked and presses Complete is through in the end. */
  const finish = async (): Promise<void> => {
    Object.assign(weather, { offline: false, trouble: 0, only: undefined });
    for (let round = 0; round < 60; round += 1) {
      const left = openLegs();
      if (left.length === 0) return;
      for (const leg of left) {
        wrapUp(leg);
        const agent = agentOf(leg);
        if (!agent.front()) comeBack(agent);
        const page = agent.front()!;
        if (life.conflicts) {
          if (leg.task.n === 1) decide(leg, page, 'theirs');
          decide(leg, page, 'ours');
        }
        // Some cannot say what is asked for.
        if (life.byReason && leg.task.n !== 0) {
          if (!takeWayOut(leg, page)) void press(leg, page, 'nobody');
          continue;
        }
        const { problems = [] } = page.desk.session(leg.reservationSid) ?? {};
        if (problems.some(({ field }) => field === 'amount')) answer(leg, 'amount', '3');
        if (problems.some(({ field }) => field === 'note')) answer(leg, 'note', 'N-100');
        answer(leg, 'outcome', isOffered(page, leg, 'outcome', 'sale') ? 'sale' : 'no-sale');
        void press(leg, page, 'nobody');
      }
      await clock.wait(30_000);
    }
    for (const { task } of openLegs()) court.complain(task, 'stuck');
  };

  const run = async (): Promise<void> => {
    openPage(agents.first);
    for (const step of life.steps) {
      take(step);
      court.count('steps');
      await clock.wait(step.pause);
      if (step.pause >= CALM_MS) {
        for (const agent of Object.values(agents)) {
          tabs.look(agent);
          lookAtRetries(agent, court);
          if (life.wrapUp) lookAtTime(agent, clock.now(), court);
        }
      }
    }
    await finish();
  };
  await clock.run(run());
  return court.told();
};
