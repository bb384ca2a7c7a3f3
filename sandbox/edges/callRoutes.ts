import { Refused } from '../Refused';
import type { Clock } from '../taskrouter/Clock';
import type { Task } from '../taskrouter/records';
import type { World } from '../taskrouter/World';
import { answer, jsonBody, type Route } from './edge';
import { EVENT_BRIDGE_HOST, text } from './eventBridge';
import { reservationWire, taskWire, transferWire } from './taskrouterWire';

const ofWorker = (resource: string): RegExp =>
  new RegExp(`^/Workspaces/WS\\w+/Workers/WK\\w+/${resource}$`);

/** What agents do with a call besides accepting and ending it: hold, hand on, dial. */
export const callRoutes = (world: World, clock: Clock): Route[] => {
  const wire = (task: Task) => answer(taskWire(task, clock.now()));
  return [
    {
      // Flex sets EndConferenceOnExit as agents come and go, and to false before a cold transfer.
      operation: 'workerParticipant.update',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: ofWorker('WorkerParticipant'),
      handle: (request) => {
        const params = jsonBody(request);
        const reservation = world.reservation(text(params['ReservationSid']) ?? '');
        const endsOnExit = params['EndConferenceOnExit'];
        if (typeof endsOnExit === 'boolean') {
          world.setEndsConferenceOnExit(reservation.sid, endsOnExit);
        }
        return answer(reservationWire(reservation, world.task(reservation.taskSid), clock.now()));
      },
    },
    {
      // Hold and unhold of the customer. The client wants the task back.
      operation: 'customerParticipant.update',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: ofWorker('CustomerParticipant'),
      handle: (request) => {
        const params = jsonBody(request);
        return wire(world.holdCustomer(text(params['TaskSid']) ?? '', params['Hold'] === true));
      },
    },
    {
      operation: 'workerParticipant.hold',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: ofWorker('HoldWorkerParticipant'),
      handle: (request) => {
        const params = jsonBody(request);
        const [taskSid, workerSid] = [text(params['TaskSid']), text(params['TargetWorkerSid'])];
        return wire(world.holdWorker(taskSid ?? '', workerSid ?? '', params['Hold'] === true));
      },
    },
    {
      operation: 'workerParticipant.kick',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: ofWorker('KickWorkerParticipant'),
      handle: (request) => {
        const params = jsonBody(request);
        const [taskSid, workerSid] = [text(params['TaskSid']), text(params['TargetWorkerSid'])];
        return wire(world.kickWorker(taskSid ?? '', workerSid ?? ''));
      },
    },
    {
      operation: 'transfer.create',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: ofWorker('Transfers'),
      handle: (request) => {
        const { ReservationSid, To, Mode } = jsonBody(request);
        const mode = Mode ?? 'WARM';
        if (mode !== 'COLD' && mode !== 'WARM') {
          throw new Refused(400, 20001, 'Mode must be COLD or WARM');
        }
        const transfer = world.startTransfer({
          reservationSid: text(ReservationSid) ?? '',
          mode,
          to: text(To) ?? '',
        });
        return answer(transferWire(transfer));
      },
    },
    {
      operation: 'transfer.cancel',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: ofWorker('Transfers/(TT\\w+)'),
      handle: (request, sid = '') => {
        const status = jsonBody(request)['TransferStatus'];
        if (status !== 'canceled') {
          throw new Refused(400, 20001, 'TransferStatus can only become canceled');
        }
        return answer(transferWire(world.cancelTransfer(sid)));
      },
    },
    {
      operation: 'task.create',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: /^\/Workspaces\/WS\w+\/Tasks$/,
      handle: (request) => {
        const { Attributes, RoutingTarget, TaskQueueSid } = jsonBody(request);
        const raw = JSON.stringify(Attributes);
        return wire(world.dial(text(RoutingTarget) ?? '', text(TaskQueueSid) ?? '', raw));
      },
    },
  ];
};
