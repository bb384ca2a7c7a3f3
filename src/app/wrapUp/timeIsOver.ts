import { parseAttributes } from '../../core/attributes/parseAttributes';
import type { OnTimeout } from '../../core/catalog/types';
import { legView } from '../../core/legs/legView';
import { timeOut, type TimedOut } from '../../core/wrapUp/timeOut';
import { asideOfDraft, setAside } from '../aside';
import { draftOf, storeDraft } from '../changeAnswers';
import { problemsToShow } from '../problems';
import type { Session } from '../session';
import { changeSession, memoryOf, sessionOf, wrapUpOf, type AppState } from '../sessions';

/** How long a save that had to queue is given to complete the task once it is through. */
const COMPLETES_MS = 5_000;
const LOOK_MS = 1_000;

const outcomeOf = (app: AppState, session: Session, onTimeout: OnTimeout): TimedOut => {
  const { catalog, form, capture, facts, reservationSid } = session;
  const view = legView(form, app.ports.attributes.snapshot(reservationSid), reservationSid);
  const parsed = parseAttributes(view);
  const attributes = parsed.ok ? parsed.value : {};
  return timeOut({ catalog, form, capture, facts, attributes }, onTimeout === 'default');
};

const hold = (app: AppState, reservationSid: string, lacking: readonly string[]): void => {
  const memory = memoryOf(app, reservationSid);
  memory.wrapUp.state = 'held';
  memory.wrapUp.ends = null;
  // From now on it is shown what keeps the task from being completed.
  memory.attempted = true;
  app.ports.journal.record('time-over', { reservationSid, did: 'hold', fields: lacking });
  changeSession(app, reservationSid, (session) => ({ problems: problemsToShow(app, session) }));
  storeDraft(app, reservationSid);
  memory.seat?.tell();
};

/** Puts in the session what the end of the time makes of its answers. What cannot be stored is put aside, not lost. */
const apply = async (
  app: AppState,
  session: Session,
  { capture, unfit }: TimedOut,
): Promise<void> => {
  const { reservationSid } = session;
  const typed = draftOf(app, reservationSid);
  const aside = asideOfDraft(typed, reservationSid, 'timeout', (id) => unfit.includes(id));
  // Also where nothing changes: no more time can be taken from now on.
  changeSession(app, reservationSid, ({ save }) =>
    capture === session.capture
      ? {}
      : { capture, dropped: [], ...(save.status === 'saved' ? { save: { status: 'idle' } } : {}) },
  );
  storeDraft(app, reservationSid);
  if (aside) await setAside(app, aside, session);
};

/** Completes as the agent's own press would: through the gate, which saves first and stops what cannot be saved. */
const complete = async (app: AppState, reservationSid: string): Promise<void> => {
  const { clock } = app.ports;
  await app.ports.completeLater(reservationSid);
  const isWaiting = (): boolean => sessionOf(app, reservationSid)?.save.status === 'waiting';
  if (!isWaiting()) return;
  while (isWaiting()) await clock.wait(LOOK_MS);
  await clock.wait(COMPLETES_MS);
};

/** Does what the form says about the end of its time, once. Only in the tab that writes. */
export const timeIsOver = async (app: AppState, reservationSid: string): Promise<void> => {
  const session = sessionOf(app, reservationSid);
  if (!session?.wrapUp || session.follows || session.wrapUp.state !== 'running') return;
  const { onTimeout } = session.wrapUp;
  const outcome = outcomeOf(app, session, onTimeout);
  const { lacking } = outcome;
  const isRequired = session.catalog.policies.enforcement === 'required';
  if (onTimeout === 'hold' || (onTimeout === 'default' && isRequired && lacking.length > 0)) {
    return hold(app, reservationSid, lacking);
  }
  const memory = memoryOf(app, reservationSid);
  memory.wrapUp.state = 'completing';
  memory.wrapUp.ends = onTimeout;
  app.ports.journal.record('time-over', { reservationSid, did: onTimeout, fields: lacking });
  await apply(app, session, outcome);
  await complete(app, reservationSid);
  const left = sessionOf(app, reservationSid);
  if (app.memory.get(reservationSid) !== memory || !left) return;
  if (memory.wrapUp.state !== 'completing') return;
  const until = wrapUpOf(app, left)?.until ?? 0;
  if (!left.follows && until <= app.ports.clock.now()) {
    // It has not come to an end: the save failed, or somebody else has stopped it. The agent decides.
    return hold(app, reservationSid, lacking);
  }
  // The agent went on in another tab, or has taken more time there.
  memory.wrapUp.state = 'running';
  memory.wrapUp.ends = null;
  changeSession(app, reservationSid, () => ({}));
};
