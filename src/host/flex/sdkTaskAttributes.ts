import type { Manager } from '@twilio/flex-ui';
import type { Reservation, Task } from 'twilio-taskrouter';
import type { TaskAttributes } from '../../app/ports';
import { fail, ok } from '../../core/result';
import type { CallFailure } from '../../core/sync/types';
import { isTransferred, ownTasks } from './tasks';

/** The SDK gives no status, only this sentence (twilio-taskrouter 2.1.1). */
const STATUS_IN_MESSAGE = /status code (\d{3})/;

const failureOf = (error: unknown): CallFailure | 'conflict' => {
  const message = error instanceof Error ? error.message : String(error);
  const status = Number(STATUS_IN_MESSAGE.exec(message)?.[1] ?? 0);
  if (status === 412) return 'conflict';
  if (status === 429) return 'rate-limited';
  if (status === 404) return 'gone';
  if (status >= 500) return 'server';
  if (status >= 400) return 'refused';
  return /timeout/i.test(message) ? 'timeout' : 'network';
};

/**
 * Attributes through the TaskRouter SDK of the page, without a back end. With
 * `sdkOptions.worker.enableVersionCheck` the SDK sends If-Match and no other writer's change is lost;
 * without it the last writer wins, and nothing here can help that.
 */
export const createSdkTaskAttributes = (manager: Manager): TaskAttributes => {
  const taskOf = (reservationSid: string): Task | undefined =>
    (ownTasks(manager).get(reservationSid)?.sourceObject as Reservation | undefined)?.task;

  return {
    snapshot: (reservationSid) => taskOf(reservationSid)?.attributes,
    isTransferred: (reservationSid) => isTransferred(manager, reservationSid),
    read: async (reservationSid) => {
      const task = taskOf(reservationSid);
      if (!task) return fail({ failure: 'gone' });
      try {
        const { attributes, version } = await task.fetchLatestVersion();
        return ok({ attributes, version });
      } catch (error) {
        const failure = failureOf(error);
        return fail({ failure: failure === 'conflict' ? 'refused' : failure });
      }
    },
    write: async (reservationSid, attributes, version) => {
      const task = taskOf(reservationSid);
      if (!task) return fail({ failure: 'gone' });
      // setAttributes sends the version the task object holds now, and events move that on: without this
      // check, attributes merged from an older version would pass as made from the newest.
      if (task.version !== version) return fail({ failure: 'conflict' });
      try {
        await task.setAttributes(attributes);
        return ok(null);
      } catch (error) {
        return fail({ failure: failureOf(error) });
      }
    },
  };
};
