import { agentAnswers } from '../core/capture/agentAnswers';
import type { Answers } from '../core/capture/types';
import { isJsonObject } from '../core/json';
import type { Aside, AsideReason } from './ports';
import type { AppState } from './sessions';

const isOf =
  ({ reservationSid, reason }: Aside) =>
  (other: Aside): boolean =>
    other.reservationSid === reservationSid && other.reason === reason;

const show = (app: AppState, asides: readonly Aside[]): void =>
  app.store.setState(({ aside }) => ({
    aside: [...aside.filter((known) => !asides.some(isOf(known))), ...asides],
  }));

/** Keeps answers that can't be applied, and shows them until the agent puts them away. */
export const setAside = (
  app: AppState,
  aside: Aside,
  personal: ReadonlySet<string>,
): Promise<void> => {
  show(app, [aside]);
  return app.ports.drafts.setAside(aside, personal);
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
export const showAside = async (app: AppState): Promise<void> =>
  show(app, await app.ports.drafts.aside());

/** The agent has seen it. */
export const putAway = (app: AppState, seen: Aside): void => {
  app.store.setState(({ aside }) => ({ aside: aside.filter((other) => !isOf(seen)(other)) }));
  void app.ports.drafts.forgetAside(seen);
};
