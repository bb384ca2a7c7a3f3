import { readPath } from '../../../src/core/attributes/paths';
import { mergeAnswers } from '../../../src/core/capture/mergeAnswers';
import { ownedPaths } from '../../../src/core/capture/ownedPaths';
import { catalogAt } from '../../../src/core/catalog/catalogAt';
import type { Catalog, Form } from '../../../src/core/catalog/types';
import { isJsonObject } from '../../../src/core/json';
import { legView } from '../../../src/core/legs/legView';
import { fail, ok, type Result } from '../../../src/core/result';
import type { SaveRequest } from '../../../src/core/service/saveRequest';
import type { SaveAnswer } from '../../../src/core/service/serviceAnswer';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Budget } from '../budget';
import type { Clock } from '../Clock';
import { checkConflicts, checkFields, checkValues, checkWayOut } from './checkAnswers';
import type { Catalogs } from './catalogs';
import { hasOtherLegs, isLive, judgeReservation } from './judgeReservation';
import { busy, createPatience } from './patience';
import type { CallRefused, TaskRouter, TaskState } from './ports';
import type { Throttle } from './throttle';

export interface SavePorts {
  readonly clock: Clock;
  readonly catalogs: Catalogs;
  readonly taskRouter: (workspaceSid: string) => TaskRouter;
  readonly throttle: Throttle;
}

interface SaveOrder {
  readonly request: SaveRequest;
  /** Whose token it was. */
  readonly workerSid: string;
  readonly budget: Budget;
}

interface Round {
  readonly order: SaveOrder;
  /** As it is for a contact that began when this one did. */
  readonly catalog: Catalog;
  readonly form: Form;
  readonly taskRouter: TaskRouter;
}

/** How one round of reading and writing ended: for good, or with a call that may be tried again. */
type RoundEnd =
  | { readonly type: 'end'; readonly result: Result<SaveAnswer, ServiceError> }
  | {
      readonly type: 'again';
      readonly refused: CallRefused;
      /** The write was sent and not answered: it may have been done. */
      readonly mayBeThere: boolean;
    };

const end = (result: Result<SaveAnswer, ServiceError>): RoundEnd => ({ type: 'end', result });
const again = (refused: CallRefused, mayBeThere = false): RoundEnd => ({
  type: 'again',
  refused,
  mayBeThere,
});

const answerWith = (
  form: Form,
  { attributes, etag }: TaskState,
  how: Pick<SaveAnswer, 'changed' | 'whole'>,
): SaveAnswer => ({
  version: (etag ?? '').replace(/^W\/|"/g, ''),
  ...how,
  stored: Object.fromEntries(
    [...ownedPaths(form)].flatMap((path) => {
      const value = isJsonObject(attributes) ? readPath(attributes, path) : undefined;
      return value === undefined ? [] : [[path, value]];
    }),
  ),
});

/** A request whose answers may be on the task: its links would else be taken for somebody else's. */
const asSaved = (request: SaveRequest): SaveRequest => ({
  ...request,
  saved: [...new Set([...request.saved, ...Object.keys(request.answers)])],
});

/** `mayBeThere`: an earlier round’s write got no answer, so what the task says may be this request’s. */
const runRound = async (
  { order, catalog, form, taskRouter }: Round,
  mayBeThere: boolean,
): Promise<RoundEnd> => {
  const { workerSid, budget } = order;
  const request = mayBeThere ? asSaved(order.request) : order.request;
  const { taskSid, reservationSid } = request;
  // One after the other, although that takes a round trip more: side by side, a busy Twilio would refuse two calls for
  // each request in vain instead of one.
  const reservations = await taskRouter.listReservations(taskSid, budget.left());
  if (!reservations.ok) return again(reservations.error);
  const refusal = judgeReservation(reservations.value, reservationSid, workerSid);
  if (refusal) return end(fail(refusal));
  const read = await taskRouter.fetchTask(taskSid, budget.left());
  if (!read.ok) return again(read.error);

  const { attributes, etag } = read.value;
  const view = legView(form, attributes, reservationSid);
  const unfit = checkValues(catalog, form, request, view);
  if (unfit) return end(fail(unfit));
  const changed = checkConflicts(catalog, form, request, attributes);
  if (changed) return end(fail(changed));
  const merged = mergeAnswers(
    {
      catalog,
      form,
      given: request,
      facts: request.facts,
      reservationSid,
      purpose: request.purpose,
      wrapUp: request.wrapUp,
      // The list knows of legs that the browser has not heard of yet.
      transferred: request.transferred || hasOtherLegs(reservations.value, reservationSid),
      isLive: (sid) => reservations.value.some((leg) => leg.sid === sid && isLive(leg)),
      // Who asks TaskRouter needs no word that a leg completes.
      marksCompletion: false,
      ...(request.wayOut ? { wayOut: request.wayOut } : {}),
    },
    attributes,
  );
  if (!merged.ok) {
    const { code, ...details } = merged.error;
    // The patch is made of the form's own targets, and only the plugin finds a conflict undecided.
    if (code === 'not-owned' || code === 'hostile-path' || code === 'undecided') {
      throw new Error(`merge: ${code}`);
    }
    return end(fail({ code, message: 'The task cannot take the answers', details }));
  }
  const { whole } = merged.value;
  if (!merged.value.changed)
    return end(ok(answerWith(form, read.value, { changed: mayBeThere, whole })));
  if (etag === null) {
    return end(fail({ code: 'no-version', message: 'Twilio did not say the task’s version' }));
  }
  const written = await taskRouter.updateTask(
    taskSid,
    merged.value.attributes,
    etag,
    budget.left(),
  );
  return written.ok
    ? end(ok(answerWith(form, written.value, { changed: true, whole })))
    : again(written.error, written.error.failure !== 'conflict');
};

/**
 * Puts the answers of one leg on its task: who may, judged by TaskRouter's own list; against the version that was
 * read, and never without one; as often as others come between, within the bounds. Saved twice, the second time
 * writes nothing. Needs nothing of Twilio's packages, so that it also runs in simulations.
 */
export const saveAnswers = async (
  order: SaveOrder,
  { clock, catalogs, taskRouter, throttle }: SavePorts,
): Promise<Result<SaveAnswer, ServiceError>> => {
  const { request, budget } = order;
  if (throttle.left() > 0) return fail(busy(throttle.left()));
  const patience = createPatience(clock, budget);
  const inForce = await catalogs.find(request.catalogVersion, { budget, patience });
  if (!inForce.ok) return inForce;
  const { workspaceSid } = inForce.value;
  const catalog = catalogAt(inForce.value.catalog, request.facts.startedAt);
  const form = catalog.forms.find(({ id }) => id === request.formId);
  if (!form) return fail({ code: 'unknown-form', message: 'The catalog has no such form' });
  const misfit = checkFields(form, request) ?? checkWayOut(catalog, request);
  if (misfit) return fail(misfit);

  const round: Round = {
    order,
    catalog,
    form,
    taskRouter: throttle.enter(taskRouter(workspaceSid), budget),
  };
  let mayBeThere = false;
  for (;;) {
    const ended = await runRound(round, mayBeThere);
    if (ended.type === 'end') return ended.result;
    // The throttle has had its own patience with these.
    if (ended.refused.failure === 'rate-limited') return fail(busy(throttle.left()));
    const error = await patience(ended.refused);
    if (error) return fail(error);
    mayBeThere ||= ended.mayBeThere;
  }
};
