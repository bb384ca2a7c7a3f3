import type { Journal } from './ports';

/** By what a reservation was answered, and the fields whose answers are not on its task. */
interface Answered {
  readonly form: string;
  readonly version: number;
  readonly unsaved: readonly string[];
}

/** One entry for each reservation that ended; null: nothing is known of a form. */
export const journalEnd = (
  journal: Journal,
  reservationSid: string,
  how: string,
  answered: Answered | null,
): void =>
  journal.record(answered && answered.unsaved.length > 0 ? 'ended-unsaved' : 'ended', {
    reservationSid,
    how,
    ...answered,
  });
