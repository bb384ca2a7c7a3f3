import type { Directory, KnownWorker, LiveTask, Named } from '../../app/editing/directory';
import { assignmentFacts } from '../../core/assignments/assignmentFacts';
import { isJsonObject, type JsonObject } from '../../core/json';
import type { Manager } from './flexTypes';
import { directionOf, momentOf, ownTasks, text, workflowOf } from './tasks';

/** Written as Flex UI 2.17.1 writes it for its Teams view. */
const LIVE_TASKS =
  'data.status not_in ["completed", "canceled", "rescinded", "rejected", "timeout"]';

const NO_TASK = { queueName: '', queueSid: '', channel: '', direction: 'unknown' } as const;

interface Worker extends KnownWorker {
  readonly attributes: JsonObject;
}

const byName = <T extends { readonly name: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => a.name.localeCompare(b.name));

/** Each once, whatever its capitals, without the empty ones. */
function names(all: readonly string[]): readonly string[] {
  const known = new Map(all.map((name) => [name.trim().toLowerCase(), name.trim()]));
  known.delete('');
  return [...known.values()].sort((a, b) => a.localeCompare(b));
}

const objectAt = (item: JsonObject, key: string): JsonObject => {
  const value = item[key];
  return isJsonObject(value) ? value : {};
};

const queueOf = (item: JsonObject): Named => ({
  name: text(item['queue_name']),
  sid: text(item['queue_sid']),
});

function workerOf(item: JsonObject): Worker {
  const attributes = objectAt(item, 'attributes');
  const { skills, teams } = assignmentFacts(
    { context: NO_TASK, worker: attributes, startedAt: null },
    {},
  );
  const fullName = text(attributes['full_name']);
  return {
    name: fullName === '' ? text(item['friendly_name']) : fullName,
    sid: text(item['worker_sid']),
    skills,
    teams,
    attributes,
  };
}

/**
 * What the account has, by the searches that Flex UI 2.17.1 makes for its own Teams view and its list of queues. It has
 * none for workflows and channels: those that are seen at work are told.
 */
export const lookAccount = async (manager: Manager): Promise<Directory> => {
  const search = async (index: string, query: string): Promise<readonly JsonObject[]> => {
    try {
      const instant = await manager.insightsClient.instantQuery(index);
      await instant.search(query);
      return Object.values(instant.getItems() as Readonly<Record<string, unknown>>).filter(
        isJsonObject,
      );
    } catch (error) {
      console.warn('[debrief] the account cannot be looked up', index, error);
      return [];
    }
  };

  const taskOf = (
    item: JsonObject,
    queues: readonly Named[],
    workers: readonly Worker[],
  ): LiveTask => {
    const attributes = objectAt(item, 'attributes');
    const queueName = text(item['queue_name']);
    const reservationSid = text(item['reservation_sid']);
    const worker = workers.find(({ sid }) => sid === item['worker_sid']);
    const own = ownTasks(manager).get(reservationSid);
    return {
      reservationSid,
      worker: worker?.name ?? text(item['worker_name']),
      facts: assignmentFacts(
        {
          context: {
            queueName,
            queueSid: queues.find(({ name }) => name === queueName)?.sid ?? '',
            channel: text(item['task_channel_unique_name']),
            direction: directionOf(attributes),
          },
          worker: worker?.attributes ?? {},
          startedAt: momentOf(item['task_date_created'] ?? item['date_created']),
        },
        attributes,
        own && workflowOf(own),
      ),
    };
  };

  const [queueItems, workerItems, taskItems] = await Promise.all([
    search('tr-queue', ''),
    search('tr-worker', ''),
    search('tr-reservation', LIVE_TASKS),
  ]);
  const queues = byName(queueItems.map(queueOf));
  const workers = byName(workerItems.map(workerOf));
  const tasks = taskItems.map((item) => taskOf(item, queues, workers));
  const workflows = new Map(
    [...ownTasks(manager).values()].map(workflowOf).map((one) => [one.sid, one]),
  );
  // TaskRouter gives each worker all channels of the workspace.
  const channels = [...(manager.workerClient?.channels.values() ?? [])];
  return {
    queues,
    workflows: byName([...workflows.values()].filter(({ name }) => name !== '')),
    workers: workers.map(({ attributes: _, ...worker }) => worker),
    channels: names([
      ...channels.map(({ taskChannelUniqueName }) => taskChannelUniqueName),
      ...tasks.map(({ facts }) => facts.channel),
    ]),
    // A team has a name; its id means the same one.
    teams: names(workers.flatMap(({ teams }) => teams.slice(0, 1))),
    skills: names(workers.flatMap(({ skills }) => skills)),
    tasks,
  };
};
