import { setTimeout as wait } from 'node:timers/promises';
import { sendRest } from './sendRest';
import type { Answer, OfferedTask, Request, Target } from './Target';

export interface Account {
  readonly accountSid: string;
  readonly authToken: string;
  readonly workspaceSid: string;
  /** A workflow that routes to the worker, and to nobody else. */
  readonly workflowSid: string;
  /** A worker who is available and has room for a task. */
  readonly workerSid: string;
}

const OFFER_LIMIT_MS = 20_000;
const LOOK_MS = 500;

/** A test account. Every task it makes is deleted again by `cleanUp`. */
export const accountTarget = (
  account: Account,
): { readonly target: Target; readonly cleanUp: () => Promise<void> } => {
  const made: string[] = [];
  const send = (request: Request) => sendRest(request, account, (host) => `https://${host}`);
  const taskRouter = (
    method: Request['method'],
    path: string,
    form?: Request['form'],
  ): Promise<Answer> =>
    send({
      method,
      host: 'taskrouter.twilio.com',
      path: `/v1/Workspaces/${account.workspaceSid}${path}`,
      ...(form ? { form } : {}),
    });
  const must = async (answer: Promise<Answer>): Promise<Answer['body']> => {
    const { status, code, body } = await answer;
    if (status >= 400) throw new Error(`HTTP ${status}, code ${code}: ${String(body['message'])}`);
    return body;
  };
  const move = ({ taskSid, reservationSid }: OfferedTask, status: string): Promise<Answer> =>
    taskRouter('POST', `/Tasks/${taskSid}/Reservations/${reservationSid}`, {
      ReservationStatus: status,
    });

  const target: Target = {
    name: account.accountSid,
    accountSid: account.accountSid,
    workspaceSid: account.workspaceSid,
    workerSid: account.workerSid,
    send,
    offer: async (attributes) => {
      const { sid } = await must(
        taskRouter('POST', '/Tasks', {
          WorkflowSid: account.workflowSid,
          Attributes: attributes,
          Timeout: '300',
        }),
      );
      const taskSid = String(sid);
      made.push(taskSid);
      for (let waited = 0; waited < OFFER_LIMIT_MS; waited += LOOK_MS) {
        const { reservations } = await must(taskRouter('GET', `/Tasks/${taskSid}/Reservations`));
        const [offered] = reservations as { sid: string; worker_sid: string }[];
        if (offered?.worker_sid === account.workerSid) {
          return { taskSid, reservationSid: offered.sid };
        }
        await wait(LOOK_MS);
      }
      throw new Error(
        `Task ${taskSid} was not offered to ${account.workerSid} in ${OFFER_LIMIT_MS / 1000} s: is the worker available, and does the workflow route to them?`,
      );
    },
    accept: async (task) => {
      await must(move(task, 'accepted'));
    },
    complete: async (task) => {
      await must(move(task, 'completed'));
    },
    completeUnaccepted: (task) => move(task, 'completed'),
  };
  return {
    target,
    cleanUp: async () => {
      for (const taskSid of made) await taskRouter('DELETE', `/Tasks/${taskSid}`);
    },
  };
};
