import { Refused } from '../Refused';
import type { World } from '../taskrouter/World';

const sidIn = (path: string, prefix: string) => new RegExp(`${prefix}[0-9a-f]{32}`).exec(path)?.[0];

/** The task that a call's path is about, by itself or by one of its reservations. */
export const taskSidOf = (world: World, path: string): string => {
  const reservationSid = sidIn(path, 'WR');
  const taskSid =
    sidIn(path, 'WT') ?? (reservationSid && world.reservation(reservationSid).taskSid);
  if (!taskSid) throw new Refused(400, 20001, `${path} is about no task: no other writer there`);
  return taskSid;
};

/** Another writer sets attribute paths (`conversations.campaign`) on a task, and leaves the rest as it is. */
export const writeAsOther = (
  world: World,
  taskSid: string,
  set: Readonly<Record<string, unknown>>,
): void => {
  const attributes = JSON.parse(world.task(taskSid).attributes) as Record<string, unknown>;
  for (const [target, value] of Object.entries(set)) {
    const keys = target.split('.');
    const last = keys.pop() ?? target;
    let holder = attributes;
    for (const key of keys) {
      const inner = holder[key];
      const next = typeof inner === 'object' && inner !== null ? inner : {};
      holder[key] = next;
      holder = next as Record<string, unknown>;
    }
    holder[last] = value;
  }
  world.setTaskAttributes(taskSid, JSON.stringify(attributes));
};
