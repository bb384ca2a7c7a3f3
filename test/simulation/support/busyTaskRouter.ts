import type { CallRefused, TaskRouter } from '../../../serverless/src/save/ports';
import type { ReadRefused, TaskAttributes } from '../../../src/app/ports';
import { fail, ok, type Result } from '../../../src/core/result';
import type { VirtualClock } from './VirtualClock';

export type CallKind = 'list' | 'fetch' | 'update' | 'sdkRead' | 'sdkWrite';

interface Task {
  text: string;
  version: number;
}

export interface Agent {
  readonly workerSid: string;
  readonly taskSid: string;
  readonly reservationSid: string;
}

const SECOND_MS = 1_000;

/**
 * TaskRouter with a limit of calls per second for the whole workspace, over REST and over the page's SDK together: a
 * sliding second, refused calls don't count, as in the sandbox. Each agent has one task.
 */
export const createBusyTaskRouter = (parts: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly limit: number;
  readonly retryAfterMs: number | null;
}) => {
  const { clock, random, limit, retryAfterMs } = parts;
  const tasks = new Map<string, Task>();
  const owners = new Map<string, Agent>();
  const taken: Partial<Record<CallKind, number>> = {};
  const refused: Partial<Record<CallKind, number>> = {};
  let recent: number[] = [];

  const admits = (kind: CallKind): boolean => {
    recent = recent.filter((at) => clock.now() - at < SECOND_MS);
    const isIn = recent.length < limit;
    if (isIn) recent.push(clock.now());
    const counts = isIn ? taken : refused;
    counts[kind] = (counts[kind] ?? 0) + 1;
    return isIn;
  };
  /** The way there, the call, and the way back: 30 to 75 ms each way from a data centre, 50 to 125 from a desk. */
  const over = async <T>(shortest: number, call: () => T): Promise<T> => {
    const way = () => clock.wait(shortest * (1 + 1.5 * random()));
    await way();
    const answer = call();
    await way();
    return answer;
  };
  const tooMany: CallRefused = { failure: 'rate-limited', status: 429, retryAfterMs };
  const task = (taskSid: string): Task => {
    const found = tasks.get(taskSid);
    if (!found) throw new Error(`no task ${taskSid}`);
    return found;
  };
  const rest = <T>(kind: CallKind, call: () => Result<T, CallRefused>) =>
    over(30, () => (admits(kind) ? call() : fail(tooMany)));
  const stateOf = ({ text, version }: Task) => ({
    attributes: JSON.parse(text) as unknown,
    etag: `"${version}"`,
  });
  const write = (target: Task, attributes: unknown): void => {
    target.text = JSON.stringify(attributes);
    target.version += 1;
  };

  const overRest: TaskRouter = {
    listReservations: (taskSid) =>
      rest('list', () => {
        const { reservationSid, workerSid } = owners.get(taskSid)!;
        return ok([{ sid: reservationSid, workerSid, status: 'wrapping' }]);
      }),
    fetchTask: (taskSid) => rest('fetch', () => ok(stateOf(task(taskSid)))),
    updateTask: (taskSid, attributes, etag) =>
      rest('update', () => {
        const target = task(taskSid);
        if (etag !== `"${target.version}"`) {
          return fail({ failure: 'conflict', status: 412, retryAfterMs: null });
        }
        write(target, attributes);
        return ok(stateOf(target));
      }),
  };

  /** What the SDK makes of a 429: it hands on no Retry-After. */
  const noRoom: ReadRefused = { failure: 'rate-limited' };
  const overSdk = ({ taskSid }: Agent): TaskAttributes => ({
    // The events of writes come at once here: at worst that spares nothing that is counted.
    snapshot: () => JSON.parse(task(taskSid).text) as unknown,
    isTransferred: () => false,
    read: () =>
      over(50, () => {
        if (!admits('sdkRead')) return fail(noRoom);
        const { text, version } = task(taskSid);
        return ok({ attributes: JSON.parse(text) as unknown, version: String(version) });
      }),
    write: (_, attributes, version) =>
      over(50, () => {
        if (!admits('sdkWrite')) return fail(noRoom);
        const target = task(taskSid);
        if (version !== String(target.version)) return fail({ failure: 'conflict' });
        write(target, attributes);
        return ok(null);
      }),
  });

  return {
    overRest,
    overSdk,
    addTask: (agent: Agent, text: string) => {
      owners.set(agent.taskSid, agent);
      tasks.set(agent.taskSid, { text, version: 1 });
    },
    textOf: (taskSid: string) => task(taskSid).text,
    calls: () => ({ taken, refused }),
  };
};
