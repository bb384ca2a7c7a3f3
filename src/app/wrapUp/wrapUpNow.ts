import type { Form, OnTimeout } from '../../core/catalog/types';
import type { Facts } from '../../core/rules/types';
import type { WrapUpMark } from '../../core/wrapUp/wrapUpMark';
import { deadlineOf, extensionsLeft } from '../../core/wrapUp/wrapUpTime';
import { wrapUpTerms } from '../../core/wrapUp/wrapUpTerms';
import type { SessionWrapUp } from '../session';

/** How a reservation's wrap-up goes. */
export interface WrapUpMemory {
  /** When it began, by Twilio's clock; null: it has not. */
  since: number | null;
  /** The reason for each time that more time was taken; empty: none was given. */
  extensions: readonly string[];
  state: SessionWrapUp['state'];
  /** The time is over, and the task is being completed in this way. */
  ends: OnTimeout | null;
}

/** The countdown as it is shown; null: there is none. */
export const wrapUpNow = (
  { form, facts }: { readonly form: Form; readonly facts: Facts },
  memory: WrapUpMemory,
  /** How far Twilio's clock is ahead of this computer's. */
  ahead: number,
): SessionWrapUp | null => {
  const terms = wrapUpTerms(form.wrapUp, facts.context.channel);
  const { since, state } = memory;
  if (!terms || since === null) return null;
  const spent = { since, taken: memory.extensions.length };
  return {
    until: deadlineOf(terms, spent) - ahead,
    onTimeout: terms.onTimeout,
    extensionsLeft: extensionsLeft(terms, spent),
    extension: terms.extension,
    asksReason: terms.asksReason,
    state,
  };
};

/** What a completion tells of the wrap-up; undefined: nothing. */
export const wrapUpMarkOf = ({ state, ends, extensions }: WrapUpMemory): WrapUpMark | undefined => {
  const timeout = state === 'held' ? 'hold' : ends;
  if (!timeout && extensions.length === 0) return undefined;
  return {
    ...(timeout ? { timeout } : {}),
    ...(extensions.length > 0 ? { extensions } : {}),
  };
};
