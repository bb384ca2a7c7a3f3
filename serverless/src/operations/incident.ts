import { fail, ok } from '../../../src/core/result';
import { parseIncidentRequest } from '../../../src/core/service/incidentRequest';
import type { Journal } from '../pipeline/Journal';
import { defineOperation } from '../pipeline/operation';
import { checkOwnReservation } from '../save/checkOwnReservation';
import { busy, createPatience } from '../save/patience';
import type { SavePorts } from '../save/saveAnswers';
import { ROLES } from './roles';

export interface IncidentPorts extends SavePorts {
  readonly journal: Pick<Journal, 'incident'>;
}

/** Writes down what happened at an agent's own reservation, which may be over, for those who run Flex. */
export const incidentOperation = (ports: IncidentPorts) =>
  defineOperation({
    roles: ROLES,
    parse: parseIncidentRequest,
    handle: async (request, call) => {
      const { clock, catalogs, throttle, journal } = ports;
      // A save asks the same Twilio, and is worth more.
      if (throttle.left() > 0) return fail(busy(throttle.left()));
      const patience = createPatience(clock, call.budget);
      const workspace = await catalogs.workspace({ budget: call.budget, patience });
      if (!workspace.ok) return workspace;
      const workspaceSid = workspace.value;
      const refusal = await checkOwnReservation(
        { reservation: request, call, workspaceSid, patience, mayHaveEnded: true },
        ports,
      );
      if (refusal) return fail(refusal);
      journal.incident({ ...request, workerSid: call.caller.workerSid });
      return ok(null);
    },
  });
