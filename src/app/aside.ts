import { agentAnswers } from '../core/capture/agentAnswers';
import type { Answers } from '../core/capture/types';
import { personalFields } from '../core/catalog/personalFields';
import { isJsonObject } from '../core/json';
import { journalEnd } from './journalEnd';
import type { Aside, AsideReason } from './ports';
import type { Session } from './session';
import { sessionOf, type AppState } from './sessions';
import { seatName } from './tabs/takeSeat';

/** A list of tasks that is being read anew may be short for a moment. */
const GRACE_MS = 3_000;

const isOf =
  ({ reservationSid, reason }: Pick<Aside, 'reservationSid' | 'reason'>) =>
  (other: Aside): boolean =>
    other.reservationSid === reservationSid && other.reason === reason;

const show = (app: AppState, asides: readonly Aside[]): void =>
  app.store.setState(({ aside }) => ({
    aside: [...aside.filter((known) => !asides.some(isOf(known))), ...asides],
  }));

/**
 * Keeps answers that can't be applied, and shows them until the agent puts them away. What is personal only lives as long
 * as the page where the policies keep it out of drafts.
 */
export const setAside = async (
  app: AppState,
  aside: Aside,
  { form, catalog }: Pick<Session, 'form' | 'catalog'>,
): Promise<void> => {
  show(app, [aside]);
  const personal = personalFields(form);
  const isKept = ([field]: [string, unknown]): boolean =>
    catalog.policies.personalDrafts !== 'omit' || !personal.has(field);
  const values = Object.fromEntries(Object.entries(aside.values).filter(isKept));
  if (Object.keys(values).length > 0) {
    await app.ports.drafts.setAside({ ...aside, values }, personal);
  }
};

/** What a draft that can't be applied said, as far as it can be made out; null: nothing. */
export const asideOfDraft = (
  draft: unknown,
  reservationSid: string,
  reason: AsideReason,
  only: (field: string) => boolean = () => true,
): Aside | null => {
  if (!isJsonObject(draft) || !isJsonObject(draft['capture'])) return null;
  const { answers, formId, catalogVersion } = draft['capture'];
  if (!isJsonObject(answers)) return null;
  const given = Object.entries(agentAnswers(answers as unknown as Answers)).flatMap(
    ([field, answer]) => (only(field) ? [[field, answer.value] as const] : []),
  );
  if (given.length === 0) return null;
  return {
    reservationSid,
    reason,
    at: Number(draft['at']) || 0,
    formId: String(formId),
    catalogVersion: Number(catalogVersion) || 0,
    values: Object.fromEntries(given),
  };
};

/** Shows what was put aside in an earlier page and not put away since. */
export const showAside = async (app: AppState): Promise<void> => {
  const asides = await app.ports.drafts.aside();
  const isOver = ({ reservationSid, reason }: Aside): boolean =>
    reason !== 'unseen' || !sessionOf(app, reservationSid);
  show(app, asides.filter(isOver));
};

/**
 * Lists what earlier pages of this browser left unsaved of reservations that have ended since. Where tabs cannot be told
 * of each other, nothing is: another one may have the reservation open.
 */
export const retireLeft = async (
  app: AppState,
  isOver: (reservationSid: string) => boolean,
): Promise<void> => {
  const { clock, drafts, journal, tabs } = app.ports;
  if (!tabs) return;
  const left = await drafts.left(isOver);
  if (left.size === 0) return;
  await clock.wait(GRACE_MS);
  for (const [reservationSid, draft] of left) {
    const lock = await tabs.tryHold(seatName(reservationSid));
    if (!lock) continue;
    if (isOver(reservationSid)) {
      const unsaved = isJsonObject(draft) ? draft['unsaved'] : undefined;
      const aside = asideOfDraft(
        draft,
        reservationSid,
        'unseen',
        (id) => !Array.isArray(unsaved) || unsaved.includes(id),
      );
      await drafts.retire(reservationSid, aside);
      if (aside) show(app, [aside]);
      journalEnd(
        journal,
        reservationSid,
        'unseen',
        aside && {
          form: aside.formId,
          version: aside.catalogVersion,
          unsaved: Object.keys(aside.values),
        },
      );
    }
    lock.release();
  }
};

const hide = (app: AppState, which: Pick<Aside, 'reservationSid' | 'reason'>): void =>
  app.store.setState(({ aside }) => ({ aside: aside.filter((other) => !isOf(which)(other)) }));

/** A reservation that was taken for over is there. */
export const hideUnseen = (app: AppState, reservationSid: string): void =>
  hide(app, { reservationSid, reason: 'unseen' });

/** The agent has seen it. */
export const putAway = (app: AppState, seen: Aside): void => {
  hide(app, seen);
  void app.ports.drafts.forgetAside(seen);
};
