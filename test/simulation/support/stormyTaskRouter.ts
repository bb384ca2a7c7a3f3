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
  readonly legs: readonly SimLeg[];
  text: string;
  version: number;
}

/** One worker's reservation on a task. */
export interface SimLeg {
  readonly task: SimTask;
  readonly reservationSid: string;
  readonly workerSid: string;
  status: 'accepted' | 'wrapping' | 'ended';
}

/** What a page and Twilio know of each other, by reservation. */
export interface SimPage {
  readonly workerSid: string;
  /** What the page's SDK has heard of the task. */
  readonly known: Map<string, string>;
  /** That the task has another reservation, as far as the page's SDK has heard of it. */
  readonly transferred: Set<string>;
  /** When Debrief last looked at the task for this page, in the order of things (`order`). */
  readonly lookedAt: Map<string, number>;
  /** Answers go over the SDK from here, always or at times. */
  usesSdk: boolean;
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
 * other and are too many. For each page over REST with If-Match, and over the page's SDK with its version check.
 */
export const createStormyTaskRouter = (parts: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly weather: Weather;
  readonly taskBy: (taskSid: string) => SimTask;
  readonly legBy: (reservationSid: string) => SimLeg;
  /** Rises with each thing that happens. */
  readonly order: () => number;
  /** Each time attributes were replaced, with what they were before. */
  readonly onWrite: (task: SimTask, by: SimPage, before: string) => void;
}) => {
  const { clock, random, weather, taskBy, legBy, order, onWrite } = parts;

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

  const write = (task: SimTask, attributes: unknown, by: SimPage): void => {
    const before = task.text;
    task.text = JSON.stringify(attributes);
    task.version += 1;
    onWrite(task, by, before);
  };
  const look = (task: SimTask, by: SimPage): unknown => {
    const own = task.legs.find(({ workerSid }) => workerSid === by.workerSid);
    if (own) by.lookedAt.set(own.reservationSid, order());
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
  const stateOf = (task: SimTask, by: SimPage) => ({
    attributes: look(task, by),
    etag: `"${task.version}"`,
  });

  /** A call over REST ends within its limit; what it had begun goes on all the same. */
  const within = <T>(limitMs: number, answer: CallResult<T>): CallResult<T> =>
    Promise.race([answer, clock.wait(limitMs).then(() => fail(late))]);

  const overRest = (page: SimPage): TaskRouter => ({
    listReservations: (taskSid, limitMs) =>
      within(
        limitMs,
        call<readonly ReservationState[], CallRefused>(
          () =>
            ok(
              taskBy(taskSid).legs.map(({ reservationSid: sid, workerSid, status }) => ({
                sid,
                workerSid,
                status: status === 'ended' ? 'completed' : status,
              })),
            ),
          restRefusal,
        ),
      ),
    fetchTask: (taskSid, limitMs) =>
      within(
        limitMs,
        call(() => ok(stateOf(taskBy(taskSid), page)), restRefusal),
      ),
    updateTask: (taskSid, attributes, etag, limitMs) =>
      within(
        limitMs,
        call((fate) => {
          const task = taskBy(taskSid);
          if (task.legs.every(({ status }) => status === 'ended')) return fail(gone);
          if (fate === 'stale' || etag !== `"${task.version}"`) return fail(conflict);
          write(task, attributes, page);
          return ok(stateOf(task, page));
        }, restRefusal),
      ),
  });

  const overSdk = (page: SimPage): TaskAttributes => ({
    snapshot: (reservationSid) => JSON.parse(page.known.get(reservationSid) ?? '{}') as unknown,
    isTransferred: (reservationSid) => page.transferred.has(reservationSid),
    read: (reservationSid) =>
      call(
        () => {
          const { task, status } = legBy(reservationSid);
          if (status === 'ended') return fail({ failure: 'gone' as CallFailure });
          page.known.set(reservationSid, task.text);
          return ok({ attributes: look(task, page), version: String(task.version) });
        },
        (failure) => ({ failure }),
      ),
    write: (reservationSid, attributes, version) =>
      call<null, { failure: CallFailure | 'conflict' }>(
        (fate) => {
          const { task, status } = legBy(reservationSid);
          if (status === 'ended') return fail({ failure: 'gone' });
          if (fate === 'stale' || version !== String(task.version))
            return fail({ failure: 'conflict' });
          write(task, attributes, page);
          page.known.set(reservationSid, task.text);
          return ok(null);
        },
        (failure) => ({ failure }),
      ),
  });

  return { overRest, overSdk };
};
