import type { SaveStatus } from '../../app/session';
import type { Translate } from '../../strings/translate';

/** Seconds from now, as one counts them down: never below zero. */
export const secondsUntil = (until: number): number =>
  Math.max(0, Math.ceil((until - Date.now()) / 1000));

/** Why a save waits, for how long, and what comes then. */
export function waitingText(
  t: Translate,
  { reason, completes }: Extract<SaveStatus, { status: 'waiting' }>,
  seconds: number,
): string {
  return [
    t(`waiting.${reason}`),
    seconds > 0 ? t('waiting.howLong', { count: seconds }) : t('waiting.now'),
    ...(completes ? [t('waiting.completes')] : []),
  ].join(' ');
}
