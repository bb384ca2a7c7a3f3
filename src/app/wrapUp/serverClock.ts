import { betterOffset, type ClockOffset } from '../../core/wrapUp/clockOffset';

/** What this page knows of Twilio's time: the computer's own clock may be wrong. */
export interface ServerClock {
  /** How far it is ahead of the computer's, in milliseconds; null: not known. */
  readonly ahead: () => number | null;
  readonly learn: (offset: ClockOffset) => void;
}

export const createServerClock = (): ServerClock => {
  let known: ClockOffset | null = null;
  return {
    ahead: () => known?.ahead ?? null,
    learn: (offset) => {
      known = betterOffset(known, offset);
    },
  };
};
