import { CHANNELS, QUEUES, ACCOUNT_SID, WORKSPACE_SID } from '../taskrouter/seed';
import { answer, type Route } from './edge';

const HOST = /^taskrouter\.twilio\.com$/;
const owner = { account_sid: ACCOUNT_SID, workspace_sid: WORKSPACE_SID };

/** TaskRouter over REST, as the supervisors' views ask for it. `meta.key` is required by the client. */
export const taskrouterRestRoutes = (): Route[] => [
  {
    operation: 'taskQueue.list',
    host: HOST,
    method: 'GET',
    path: /^\/v1\/Workspaces\/WS\w+\/TaskQueues$/,
    handle: () =>
      answer({
        task_queues: QUEUES.map(({ sid, name }) => ({ ...owner, sid, friendly_name: name })),
        meta: { key: 'task_queues', next_page_url: null },
      }),
  },
  {
    operation: 'taskChannel.list',
    host: HOST,
    method: 'GET',
    path: /^\/v1\/Workspaces\/WS\w+\/TaskChannels$/,
    handle: () =>
      answer({
        channels: CHANNELS.map(({ sid, name }) => ({
          ...owner,
          sid,
          unique_name: name,
          friendly_name: name,
        })),
        meta: { key: 'channels', next_page_url: null },
      }),
  },
];
