import type { Journal } from '../pipeline/Journal';

/** An error's message may quote what was sent: only where it happened is logged. */
const whereOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '))
    : [];

/**
 * The Function's log in the Twilio Console. What is written as a warning or an error also goes to the account's Debugger
 * (82004, 82005), its alarms and its webhook: calls as they should be must not.
 */
export const logJournal: Journal = {
  call: (facts) => {
    // eslint-disable-next-line no-console -- the only level that Twilio keeps out of the Debugger
    console.log(JSON.stringify(facts));
  },
  incident: (told) => {
    console.warn(JSON.stringify(told));
  },
  bug: (error) => {
    const name = error instanceof Error ? error.name : typeof error;
    console.error(JSON.stringify({ bug: name, where: whereOf(error) }));
  },
};
