import { parseSaveRequest } from '../../../src/core/service/saveRequest';
import { defineOperation } from '../pipeline/operation';
import { saveAnswers, type SavePorts } from '../save/saveAnswers';
import { ROLES } from './roles';

/** Puts an agent's answers on the task of their reservation. */
export const saveOperation = (ports: SavePorts) =>
  defineOperation({
    roles: ROLES,
    parse: parseSaveRequest,
    handle: (request, { caller, budget }) =>
      saveAnswers({ request, workerSid: caller.workerSid, budget }, ports),
  });
