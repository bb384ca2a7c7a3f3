import type {
  CallRefused,
  CallResult,
  ReservationState,
  TaskRouter,
} from '../../../serverless/src/save/ports';
import type { TaskAttributes } from '../../../src/app/ports';
import { fail, ok, type Result } from '../../../src/core/result';
import type { CallFailure } from '../../../src/core/sync/types';
import type { VirtualClock } from './VirtualClock';

export interface SimTask {
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly workerSid: string;
  text: string;
  version: number;
  status: 'accepted' | 'wrapping' | 'ended';
  /** What the page's SDK has heard of it. */
  known: string;
  /** When Debrief last looked at it, in the order of things (`order`). */
  lookedAt: number;
}

/** `stale`: somebody else has written right before. */
export type Fate = 'refused' | 'busy' | 'lost' | 'hangs' | 'stale';

/** What may befall calls. `trouble`: the share of calls that something happens to; `only`: always this. */
export interface Weather {
  offline: boolean;
  trouble: number;
  only?: Fate | undefined;
}

/**
 * TaskRouter and the way to it, in which calls fail, get lost before or after their work is done, hang, overtake each
 * other and are too many. Over REST with If-Match, and over the page's SDK with its version check.
 */
export const createStormyTaskRouter = (parts: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly weather: Weather;
  readonly taskBy: (sid: string) => SimTask;
  /** Rises with each thing that happens. */
  readonly order: () => number;
  /** Each time attributes were replaced. */
  readonly onWrite: (task: SimTask) => void;
}) => {
  const { clock, random, weather, taskBy, order, onWrite } = parts;

  const fateOfCall = (): Fate | 'fine' => {
    if (random() >= weather.trouble) return 'fine';
    if (weather.only) return weather.only;
    const fates: readonly Fate[] = ['refused', 'refused', 'busy', 'lost', 'hangs'];
    return fates[Math.floor(random() * fates.length)]!;
  };
  /** Mostly a tenth of a second; now and then so long that later calls are overtaken. */
  const way = (): Promise<void> =>
    clock.wait(random() < 0.05 ? 1_000 + 8_000 * random() : 20 + 100 * random());

  const call = async <T, E>(
    work: (fate: Fate | 'fine') => Result<T, E>,
    failed: (failure: CallFailure) => E,
  ): Promise<Result<T, E>> => {
    const fate = fateOfCall();
    await way();
    if (weather.offline) return fail(failed('network'));
    if (fate === 'refused') return fail(failed('server'));
    if (fate === 'busy') return fail(failed('rate-limited'));
    const answer = work(fate);
    if (fate === 'hangs') return new Promise(() => undefined);
    await way();
    return fate === 'lost' || weather.offline ? fail(failed('network')) : answer;
  };

  const write = (task: SimTask, attributes: unknown): void => {
    task.text = JSON.stringify(attributes);
    task.version += 1;
    onWrite(task);
  };
  const look = (task: SimTask): unknown => {
    task.lookedAt = order();
    return JSON.parse(task.text);
  };

  const restRefusal = (failure: CallFailure): CallRefused => ({
    failure: failure === 'network' || failure === 'rate-limited' ? failure : 'server',
    status: failure === 'rate-limited' ? 429 : 500,
    retryAfterMs: null,
  });
  const gone: CallRefused = { failure: 'gone', status: 404, retryAfterMs: null };
  const late: CallRefused = { failure: 'timeout', retryAfterMs: null };
  const conflict: CallRefused = { failure: 'conflict', status: 412, retryAfterMs: null };
  const stateOf = (task: SimTask) => ({ attributes: look(task), etag: `"${task.version}"` });

  /** A call over REST ends within its limit; what it had begun goes on all the same. */
  const within = <T>(limitMs: number, answer: CallResult<T>): CallResult<T> =>
    Promise.race([answer, clock.wait(limitMs).then(() => fail(late))]);

  const overRest: TaskRouter = {
    listReservations: (taskSid, limitMs) =>
      within(
        limitMs,
        call<readonly ReservationState[], CallRefused>(() => {
          const { reservationSid: sid, workerSid, status } = taskBy(taskSid);
          return ok([{ sid, workerSid, status: status === 'ended' ? 'completed' : status }]);
        }, restRefusal),
      ),
    fetchTask: (taskSid, limitMs) =>
      within(
        limitMs,
        call(() => ok(stateOf(taskBy(taskSid))), restRefusal),
      ),
    updateTask: (taskSid, attributes, etag, limitMs) =>
      within(
        limitMs,
        call((fate) => {
          const task = taskBy(taskSid);
          if (task.status === 'ended') return fail(gone);
          if (fate === 'stale' || etag !== `"${task.version}"`) return fail(conflict);
          write(task, attributes);
          return ok(stateOf(task));
        }, restRefusal),
      ),
  };

  const overSdk: TaskAttributes = {
    snapshot: (reservationSid) => JSON.parse(taskBy(reservationSid).known) as unknown,
    isTransferred: () => false,
    read: (reservationSid) =>
      call(
        () => {
          const task = taskBy(reservationSid);
          if (task.status === 'ended') return fail({ failure: 'gone' as CallFailure });
          task.known = task.text;
          return ok({ attributes: look(task), version: String(task.version) });
        },
        (failure) => ({ failure }),
      ),
    write: (reservationSid, attributes, version) =>
      call<null, { failure: CallFailure | 'conflict' }>(
        (fate) => {
          const task = taskBy(reservationSid);
          if (task.status === 'ended') return fail({ failure: 'gone' });
          if (fate === 'stale' || version !== String(task.version))
            return fail({ failure: 'conflict' });
          write(task, attributes);
          task.known = task.text;
          return ok(null);
        },
        (failure) => ({ failure }),
      ),
  };

  return { overRest, overSdk };
};
