import { personalFields } from '../../../src/core/catalog/personalFields';
import { pointer } from '../../../src/core/catalog/pointer';
import { fail, type Result } from '../../../src/core/result';
import {
  parseDraftRequest,
  parseKeepDraftRequest,
  type DraftRequest,
  type KeepDraftRequest,
} from '../../../src/core/service/draftRequest';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Catalog } from '../../../src/core/catalog/types';
import { createPersist } from '../catalog/persist';
import { ROLES } from '../operations/roles';
import { defineOperation, type Operation, type OperationCall } from '../pipeline/operation';
import { checkFields } from '../save/checkAnswers';
import { checkOwnReservation } from '../save/checkOwnReservation';
import { busy, createPatience } from '../save/patience';
import type { SavePorts } from '../save/saveAnswers';
import type { DraftDocuments } from './ports';

export interface DraftPorts extends SavePorts {
  /** Null: the account has no Sync Service or API key set. */
  readonly documents: DraftDocuments | null;
}

/** As long as a browser keeps one. */
const KEPT_SECONDS = 48 * 60 * 60;

const NOT_SET_UP: ServiceError = {
  code: 'not-set-up',
  message: 'The service has no Sync Service or API key: see SYNC_SERVICE_SID and API_KEY_SECRET',
};

const OFF: ServiceError = {
  code: 'drafts-off',
  message: 'The catalog does not let drafts be kept through the service',
};

/** What does not belong into a draft of that form. */
const checkDraft = (catalog: Catalog, request: KeepDraftRequest): ServiceError | null => {
  const form = catalog.forms.find(({ id }) => id === request.formId);
  if (!form) return { code: 'unknown-form', message: 'The catalog has no such form' };
  const misfit = checkFields(form, request);
  if (misfit) return misfit;
  const personal = personalFields(form);
  const problems = Object.keys(request.answers)
    .filter((id) => personal.has(id))
    .map((id) => ({ code: 'personal-data', path: pointer(['answers', id]) }));
  return problems.length === 0
    ? null
    : {
        code: 'bad-input',
        message: 'Answers to fields of personal data are not kept',
        details: { problems },
      };
};

/**
 * Drafts of captures, kept for the worker whose reservation it is, as TaskRouter says, until they are saved or two days
 * have passed; only where the catalog says so, and nothing of personal data.
 */
export const draftOperations = (ports: DraftPorts): readonly (readonly [string, Operation])[] => {
  const { clock, catalogs, throttle, documents } = ports;

  const ofOwn = async <T>(
    request: DraftRequest,
    call: OperationCall,
    work: (documents: DraftDocuments, catalog: Catalog) => Promise<Result<T, ServiceError>>,
    { mayHaveEnded = false } = {},
  ): Promise<Result<T, ServiceError>> => {
    if (!documents) return fail(NOT_SET_UP);
    const { budget } = call;
    // A draft is worth less than a save, which asks the same Twilio.
    if (throttle.left() > 0) return fail(busy(throttle.left()));
    const patience = createPatience(clock, budget);
    const found = await catalogs.find(request.catalogVersion, { budget, patience });
    if (!found.ok) return found;
    const { catalog, workspaceSid } = found.value;
    if (catalog.policies.serviceDrafts !== true) return fail(OFF);
    const refusal = await checkOwnReservation(
      { reservation: request, call, workspaceSid, patience, mayHaveEnded },
      ports,
    );
    return refusal ? fail(refusal) : work(documents, catalog);
  };

  return [
    [
      'keepDraft',
      defineOperation({
        roles: ROLES,
        parse: parseKeepDraftRequest,
        handle: (request, call) =>
          ofOwn(request, call, async (drafts, catalog) => {
            const misfit = checkDraft(catalog, request);
            if (misfit) return fail(misfit);
            const { taskSid: _task, reservationSid, ...draft } = request;
            return createPersist(
              clock,
              call.budget,
            )((limitMs) => drafts.put(reservationSid, draft, KEPT_SECONDS, limitMs));
          }),
      }),
    ],
    [
      'findDraft',
      defineOperation({
        roles: ROLES,
        parse: parseDraftRequest,
        handle: (request, call) =>
          ofOwn(request, call, (drafts) =>
            createPersist(
              clock,
              call.budget,
            )((limitMs) => drafts.read(request.reservationSid, limitMs)),
          ),
      }),
    ],
    [
      'dropDraft',
      defineOperation({
        roles: ROLES,
        parse: parseDraftRequest,
        handle: (request, call) =>
          ofOwn(
            request,
            call,
            (drafts) =>
              createPersist(
                clock,
                call.budget,
              )((limitMs) => drafts.remove(request.reservationSid, limitMs)),
            { mayHaveEnded: true },
          ),
      }),
    ],
  ];
};
