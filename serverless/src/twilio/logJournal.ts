import type { Journal } from '../pipeline/Journal';

/** An error's message may quote what was sent: only where it happened is logged. */
const whereOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '))
    : [];

/** The Function's log in the Twilio Console. */
export const logJournal: Journal = {
  call: (facts) => {
    console.warn(JSON.stringify(facts));
  },
  bug: (error) => {
    const name = error instanceof Error ? error.name : typeof error;
    console.error(JSON.stringify({ bug: name, where: whereOf(error) }));
  },
};
