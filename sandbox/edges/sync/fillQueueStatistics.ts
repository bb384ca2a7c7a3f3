import { ACTIVITIES, QUEUES } from '../../taskrouter/seed';
import type { World } from '../../taskrouter/World';
import type { SyncObjects } from './SyncObjects';

const NO_TASKS = {
  assigned_tasks: 0,
  pending_tasks: 0,
  reserved_tasks: 0,
  wrapping_tasks: 0,
  longest_task_waiting_from: null,
};
const NO_SERVICE_LEVEL = { handled_tasks_count: 0, sla_percentage: null };

/** The maps without which the Queues view does not open. Its numbers stay zero: their shapes are assumed. */
export const fillQueueStatistics = (world: World, objects: SyncObjects): void => {
  const workers = world.allWorkers();
  objects.setItem('realtime_statistics_v1', 'workspace', {
    total_workers: workers.length,
    activity_statistics: ACTIVITIES.map(({ sid, name }) => ({
      sid,
      friendly_name: name,
      workers: workers.filter((worker) => worker.activity.sid === sid).length,
    })),
  });
  for (const { sid, name } of QUEUES) {
    const map = `${sid}.realtime_statistics.v1`;
    objects.setItem(map, 'tasks_now', { ...NO_TASKS, friendly_name: name });
    objects.setItem(map, 'tasks_thirty_minutes', NO_SERVICE_LEVEL);
    objects.setItem(map, 'tasks_today', NO_SERVICE_LEVEL);
    objects.setItem(map, 'worker_activities_statistics', { activity_statistics: [] });
  }
};
