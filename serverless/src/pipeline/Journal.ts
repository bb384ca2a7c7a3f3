import type { IncidentRequest } from '../../../src/core/service/incidentRequest';

/** What the service's log gets: codes and SIDs, never a value that somebody entered, never a token. */
export interface Journal {
  readonly call: (facts: {
    readonly operation?: string;
    readonly workerSid?: string;
    readonly code: string;
    readonly milliseconds: number;
  }) => void;
  /** What happened at an agent's desk. */
  readonly incident: (told: IncidentRequest & { readonly workerSid: string }) => void;
  readonly bug: (error: unknown) => void;
}
