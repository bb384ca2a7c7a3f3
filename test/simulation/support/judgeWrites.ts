import type { Court } from './court';
import type { Leg, Page, Task } from './hands';
import { conversationsOf, OWN_KEYS } from './recorded';
import type { SimPage } from './stormyTaskRouter';

/** Other programs' attributes are as they left them. */
const checkForeign = (task: Task, court: Court): void => {
  const all = JSON.parse(task.text) as Record<string, unknown>;
  const conversations = conversationsOf(task.text);
  const kept =
    all['call_sid'] === `CA${task.n}` &&
    all['gone'] === null &&
    conversations['conversation_id'] === `c${task.n}` &&
    [...task.foreign].every(([key, value]) => all[key] === value && conversations[key] === value);
  if (!kept) court.complain(task, `others' attributes were changed: ${task.text}`);
};

/**
 * docs/guarantees.md: over the SDK nobody can ask who is still there, and a leg counts as ended once Debrief has saved
 * for its completion; and what was written without a mark is nobody's.
 */
const isTakenForGone = (leg: Leg, by: SimPage): boolean =>
  leg.mayBeUnmarked || (by.usesSdk && leg.presses.size > 0);

/**
 * A gesture, a press, a page that is opened or another's write brings at most a save, and a look before the completion:
 * each writes, and once more where the answer was lost.
 */
const WRITES_PER_REASON = 4;
const SPARE_WRITES = 4;

/** Attributes were replaced: by a leg through one of its pages, or by another program (null). */
export const judgeWrite = (
  task: Task,
  by: { readonly leg: Leg; readonly page: SimPage } | null,
  before: string,
  court: Court,
): void => {
  if (by) {
    checkForeign(task, court);
    by.leg.wrote += 1;
    if (before === task.text) court.complain(task, `wrote what was there: ${before}`);
    if (by.leg.wrote > WRITES_PER_REASON * by.leg.reasons + SPARE_WRITES) {
      court.complain(task, `wrote ${by.leg.wrote} times for ${by.leg.reasons} reasons`);
    }
  }
  if (by?.page.usesSdk && by.leg.mayNotKnow) by.leg.mayBeUnmarked = true;
  const [was, is] = [conversationsOf(before), conversationsOf(task.text)];
  for (const key of OWN_KEYS) {
    const written = task.wrote.get(key);
    const other = written?.leg;
    const isOthers = other && by && other !== by.leg && other.status !== 'ended';
    if (isOthers && was[key] !== undefined && !isTakenForGone(other, by.page)) {
      const isOwn = by.leg.everMeant.has(`${key}=${String(was[key])}`);
      if (is[key] === undefined && !isOwn) {
        court.complain(task, `${key} of a leg that is still there was cleared: ${task.text}`);
      }
      if (was[key] !== is[key] && by.leg.presses.size === 0) {
        court.complain(task, `${key} was flushed over a leg that is still there: ${task.text}`);
      }
    }
    if (was[key] === is[key]) {
      const isMeant = by?.leg.everMeant.has(`${key}=${String(is[key])}`);
      if (!by || !isMeant) continue;
      // What was there before anybody answered is that leg's from now on.
      const known = task.wrote.get(key) ?? { ...by, order: 0, also: new Set() };
      known.also.add(by.leg);
      task.wrote.set(key, known);
      continue;
    }
    task.wrote.set(key, {
      leg: by?.leg ?? null,
      page: by?.page ?? null,
      order: court.order(),
      // Where a program writes over a leg's value, the place is still marked as that leg's.
      also: new Set(by || !written ? [] : [...(written.leg ? [written.leg] : []), ...written.also]),
    });
  }
};

/** Whether somebody else has written there since Debrief last looked for this page: nobody could know. */
export const isOverwritten = (task: Task, key: string, page: Page, looked: number): boolean => {
  const written = task.wrote.get(key);
  return written !== undefined && written.order > looked && written.page !== page;
};
