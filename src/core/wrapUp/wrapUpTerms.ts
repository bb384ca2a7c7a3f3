import type { OnTimeout, WrapUp } from '../catalog/types';

/** What counts on one channel. Times in milliseconds. */
export interface WrapUpTerms {
  readonly time: number;
  readonly onTimeout: OnTimeout;
  /** How often more time may be taken; 0: never. */
  readonly extensions: number;
  readonly extension: number;
  readonly asksReason: boolean;
}

/** Null: no limit on that channel. */
export function wrapUpTerms(wrapUp: WrapUp | undefined, channel: string): WrapUpTerms | null {
  if (!wrapUp) return null;
  const own = wrapUp.channels?.find((one) => one.channel === channel);
  const { seconds } = own ?? wrapUp;
  if (seconds === undefined) return null;
  const { extensions } = wrapUp;
  return {
    time: seconds * 1000,
    onTimeout: wrapUp.onTimeout,
    extensions: extensions?.count ?? 0,
    extension: (extensions?.seconds ?? 0) * 1000,
    asksReason: extensions?.askReason ?? false,
  };
}
