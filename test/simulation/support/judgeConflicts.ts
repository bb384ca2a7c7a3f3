import type { Court } from './court';
import { follow, isSame, shownAt, type Leg, type Page, type Task, type Written } from './hands';
import { conversationsOf, type FieldId } from './recorded';

/** What other programs write at a place of ours: none of the options, or one. */
export const THEIRS: readonly string[] = ['Theirs', 'Sale', 'No sale'];

export const outcomeOn = (text: string | undefined): unknown =>
  conversationsOf(text ?? '{}')['outcome'];

/** What stood there by another program, and was replaced by a save, the agent has known of. */
export const judgeOverwriting = (
  task: Task,
  leg: Leg,
  before: string,
  overwritten: Written | undefined,
  court: Court,
): void => {
  const [was, is] = [outcomeOn(before), outcomeOn(task.text)];
  if (was === undefined || was === is || overwritten?.leg !== null) return;
  // Another leg's place is no program's; the way out and the end of the time wait for nobody.
  if (task.legs.length > 1 || leg.timeOver) return;
  if ([...leg.presses.values()].some(({ tookWayOut, byWish }) => tookWayOut || byWish)) return;
  if (leg.knows.has(was) || leg.everMeant.has(`outcome=${String(was)}`)) {
    return court.count('replaced what the agent knows of');
  }
  court.complain(task, `replaced unasked what another program wrote: ${before}`);
};

/** By the policy answers are about to give way to what stands on the task: the agent sees which. */
export const judgeGivingWay = async (
  leg: Leg,
  page: Page,
  fields: readonly FieldId[],
  at: number,
  court: Court,
): Promise<void> => {
  leg.knows.add(outcomeOn(leg.task.text)).add(outcomeOn(page.known.get(leg.reservationSid)));
  // It is done when the page comes to rest.
  await Promise.resolve();
  const session = page.desk.session(leg.reservationSid);
  for (const field of fields) {
    const meant = leg.meant.get(field);
    if (!session || !meant || isSame(shownAt(page, leg, field), meant.value)) continue;
    court.count('gave way, and said so');
    if (!session.taken.includes(field))
      court.complain(leg.task, `${field} gave way without a word`);
    follow(page, leg, field, at);
  }
};
