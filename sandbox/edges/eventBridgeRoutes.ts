import { Refused } from '../Refused';
import type { Clock } from '../taskrouter/Clock';
import { ACTIVITIES } from '../taskrouter/seed';
import type { Reservation, Task } from '../taskrouter/records';
import type { World } from '../taskrouter/World';
import { answer, jsonBody, type EdgeRequest, type Route } from './edge';
import { EVENT_BRIDGE_HOST, onlyPage, text } from './eventBridge';
import {
  activityWire,
  reservationWire,
  taskWire,
  transfersWire,
  workerChannelsWire,
  workerWire,
} from './taskrouterWire';

/**
 * `If-Match` is a version without quotes; absent, TaskRouter checks nothing and the last writer wins
 * (documented). The SDK sends it only with `enableVersionCheck`. Code 20412 is assumed.
 */
export const assertVersion = (request: EdgeRequest, what: string, version: number): void => {
  const expected = request.headers['if-match'];
  if (expected === undefined) return;
  if (expected.replaceAll('"', '') !== String(version)) {
    throw new Refused(412, 20412, `${what} is at version ${version}, not ${expected}`);
  }
};

/** The TaskRouter resources that twilio-taskrouter 2.1.1 asks for. */
export const eventBridgeRoutes = (world: World, clock: Clock): Route[] => {
  const wire = (reservation: Reservation) =>
    reservationWire(reservation, world.task(reservation.taskSid), clock.now());
  const withTransfers = (reservation: Reservation) => ({
    ...wire(reservation),
    ...transfersWire(world, reservation),
  });
  const task = (t: Task) => answer(taskWire(t, clock.now()));

  const updateReservation = (sid: string, params: Record<string, unknown>): Reservation => {
    switch (params['ReservationStatus']) {
      case 'accepted':
        return world.acceptReservation(sid);
      case 'rejected':
        return world.rejectReservation(sid);
      case 'wrapping':
        return world.wrapUpReservation(sid);
      case 'completed':
        return world.completeReservation(sid);
    }
    if (params['Instruction'] === 'conference') {
      return world.requestConference(sid, text(params['To']) ?? '');
    }
    throw new Refused(400, 20001, `The sandbox knows no such change of a reservation`);
  };

  const updateTask = (sid: string, params: Record<string, unknown>): Task => {
    const { Attributes, AssignmentStatus } = params;
    if (Attributes !== undefined && AssignmentStatus !== undefined) {
      // Documented: attributes and a change to wrapping or completed take two requests.
      throw new Refused(400, 20001, 'Attributes and AssignmentStatus take two requests');
    }
    if (Attributes !== undefined) {
      if (typeof Attributes !== 'object' || Attributes === null || Array.isArray(Attributes)) {
        throw new Refused(400, 20001, 'Attributes must be a JSON object');
      }
      return world.setTaskAttributes(sid, JSON.stringify(Attributes));
    }
    if (AssignmentStatus === 'wrapping') return world.wrapUpTask(sid, text(params['Reason']));
    if (AssignmentStatus === 'completed') return world.completeTask(sid, text(params['Reason']));
    throw new Refused(400, 20001, 'The sandbox knows no such change of a task');
  };

  return [
    {
      operation: 'activity.list',
      host: EVENT_BRIDGE_HOST,
      method: 'GET',
      path: /^\/Workspaces\/WS\w+\/Activities$/,
      handle: () => onlyPage(ACTIVITIES.map(activityWire)),
    },
    {
      operation: 'worker.fetch',
      host: EVENT_BRIDGE_HOST,
      method: 'GET',
      path: /^\/Workspaces\/WS\w+\/Workers\/(WK\w+)$/,
      handle: (_, sid = '') => answer(workerWire(world.worker(sid))),
    },
    {
      operation: 'worker.update',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: /^\/Workspaces\/WS\w+\/Workers\/(WK\w+)$/,
      handle: (request, sid = '') => {
        const params = jsonBody(request);
        assertVersion(request, `Worker ${sid}`, world.worker(sid).version);
        const activitySid = text(params['ActivitySid']);
        if (activitySid !== null) return answer(workerWire(world.setActivity(sid, activitySid)));
        const raw = JSON.stringify(params['Attributes']);
        return answer(workerWire(world.setWorkerAttributes(sid, raw)));
      },
    },
    {
      operation: 'workerChannel.list',
      host: EVENT_BRIDGE_HOST,
      method: 'GET',
      path: /^\/Workspaces\/WS\w+\/Workers\/(WK\w+)\/WorkerChannels$/,
      handle: (_, sid = '') => onlyPage(workerChannelsWire(sid)),
    },
    {
      operation: 'reservation.list',
      host: EVENT_BRIDGE_HOST,
      method: 'GET',
      path: /^\/Workspaces\/WS\w+\/Workers\/(WK\w+)\/Reservations$/,
      handle: (_, sid = '') => onlyPage(world.liveReservationsOfWorker(sid).map(withTransfers)),
    },
    {
      operation: 'reservation.fetch',
      host: EVENT_BRIDGE_HOST,
      method: 'GET',
      path: /^\/Workspaces\/WS\w+\/Workers\/WK\w+\/Reservations\/(WR\w+)$/,
      handle: (_, sid = '') => answer(withTransfers(world.reservation(sid))),
    },
    {
      operation: 'reservation.update',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: /^\/Workspaces\/WS\w+\/Workers\/WK\w+\/Reservations\/(WR\w+)$/,
      handle: (request, sid = '') => {
        assertVersion(request, `Reservation ${sid}`, world.reservation(sid).version);
        return answer(wire(updateReservation(sid, jsonBody(request))));
      },
    },
    {
      operation: 'task.fetch',
      host: EVENT_BRIDGE_HOST,
      method: 'GET',
      path: /^\/Workspaces\/WS\w+\/Tasks\/(WT\w+)$/,
      handle: (_, sid = '') => task(world.task(sid)),
    },
    {
      operation: 'task.update',
      host: EVENT_BRIDGE_HOST,
      method: 'POST',
      path: /^\/Workspaces\/WS\w+\/Tasks\/(WT\w+)$/,
      handle: (request, sid = '') => {
        assertVersion(request, `Task ${sid}`, world.task(sid).version);
        return task(updateTask(sid, jsonBody(request)));
      },
    },
  ];
};
