import * as v from 'valibot';
import { ok } from '../../../src/core/result';
import type { CallResult, TaskRouter, TaskState } from '../save/ports';
import { misread, type RestCall } from './restCall';

/** The most that one page holds; a task is never offered so often. */
const PAGE_SIZE = 1000;

const task = v.object({ attributes: v.pipe(v.string(), v.parseJson()) });
const reservations = v.object({
  reservations: v.array(
    v.object({ sid: v.string(), worker_sid: v.string(), reservation_status: v.string() }),
  ),
});

/** TaskRouter over REST, for one workspace. */
export const twilioTaskRouter = (call: RestCall, workspaceSid: string): TaskRouter => {
  const taskUri = (taskSid: string) =>
    `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;

  const readTask = async (asked: ReturnType<RestCall>): CallResult<TaskState> => {
    const answer = await asked;
    if (!answer.ok) return answer;
    const parsed = v.safeParse(task, answer.value.body);
    return parsed.success
      ? ok({ attributes: parsed.output.attributes, etag: answer.value.etag })
      : misread;
  };

  return {
    listReservations: async (taskSid, limitMs) => {
      const uri = `${taskUri(taskSid)}/Reservations`;
      const answer = await call({ method: 'get', uri, params: { PageSize: PAGE_SIZE } }, limitMs);
      if (!answer.ok) return answer;
      const parsed = v.safeParse(reservations, answer.value.body);
      if (!parsed.success) return misread;
      return ok(
        parsed.output.reservations.map(({ sid, worker_sid, reservation_status }) => ({
          sid,
          workerSid: worker_sid,
          status: reservation_status,
        })),
      );
    },

    fetchTask: (taskSid, limitMs) =>
      readTask(call({ method: 'get', uri: taskUri(taskSid) }, limitMs)),

    updateTask: (taskSid, attributes, etag, limitMs) =>
      readTask(
        call(
          {
            method: 'post',
            uri: taskUri(taskSid),
            headers: { 'If-Match': etag },
            data: { Attributes: JSON.stringify(attributes) },
          },
          limitMs,
        ),
      ),
  };
};
