import type { Journal } from '../app/ports';
import { INCIDENTS } from '../core/service/incidents';
import type { CallFunctions } from './functionsClient';

export interface FunctionsJournalParts {
  /** Gets all of it, the service only incidents. */
  readonly here: Journal;
  readonly call: CallFunctions;
  /** The task of one of this worker's reservations; undefined when the reservation is unknown. */
  readonly taskSidOf: (reservationSid: string) => string | undefined;
}

/** A journal of which the service hears what those who run Flex should know. What cannot be sent is not tried again. */
export const createFunctionsJournal = ({
  here,
  call,
  taskSidOf,
}: FunctionsJournalParts): Journal => ({
  record: (event, { reservationSid, ...facts }) => {
    here.record(event, { reservationSid, ...facts });
    const incident = INCIDENTS.find((known) => known === event);
    const taskSid = taskSidOf(reservationSid);
    if (!incident || taskSid === undefined) return;
    void call('incident', { taskSid, reservationSid, incident, facts });
  },
});
