import { notFound } from '../Refused';
import { QUEUES } from '../taskrouter/seed';
import type { World } from '../taskrouter/World';
import { answer, jsonBody, type Route } from './edge';
import { EVENT_BRIDGE_HOST, onlyPage, text } from './eventBridge';
import { queueWire, workerWire } from './taskrouterWire';

/** Of the expressions of the directory's search box: part of a full name. */
const SEARCHED_NAME = /full_name contains "([^"]*)"/i;

const fullName = (attributes: string): string =>
  String((JSON.parse(attributes) as Record<string, unknown>)['full_name'] ?? '');

/** Whom and where an agent can transfer to, and from which queue they dial. */
export const directoryRoutes = (world: World): Route[] => [
  {
    operation: 'worker.list',
    host: EVENT_BRIDGE_HOST,
    method: 'GET',
    path: /^\/Workspaces\/WS\w+\/Workers$/,
    handle: (request) => {
      const expression = text(jsonBody(request)['TargetWorkersExpression']) ?? '';
      const wanted = SEARCHED_NAME.exec(expression)?.[1] ?? '';
      const found = world
        .allWorkers()
        .filter(({ attributes }) =>
          fullName(attributes).toLowerCase().includes(wanted.toLowerCase()),
        );
      return onlyPage(found.map(workerWire));
    },
  },
  {
    operation: 'queue.list',
    host: EVENT_BRIDGE_HOST,
    method: 'GET',
    path: /^\/Workspaces\/WS\w+\/TaskQueues$/,
    handle: () => onlyPage(QUEUES.map(queueWire)),
  },
  {
    operation: 'queue.fetch',
    host: EVENT_BRIDGE_HOST,
    method: 'GET',
    path: /^\/Workspaces\/WS\w+\/TaskQueues\/(WQ\w+)$/,
    handle: (_, sid = '') => {
      const queue = QUEUES.find((known) => known.sid === sid);
      if (!queue) throw notFound(`TaskQueue ${sid}`);
      return answer(queueWire(queue));
    },
  },
];
