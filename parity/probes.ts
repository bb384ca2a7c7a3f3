import type { Answer, OfferedTask, Target } from './Target';

/** TaskRouter's limit on a task's attributes, in characters. */
const LIMIT = 4096;

/** One thing that sandbox/PARITY.md assumes of Twilio. */
export interface Probe {
  /** The operation or the rule of PARITY.md. */
  readonly row: string;
  readonly question: string;
  /** What the sandbox answers. */
  readonly assumed: string;
  readonly ask: (target: Target) => Promise<string>;
}

const taskRouter = 'taskrouter.twilio.com';
const taskPath = ({ workspaceSid }: Target, { taskSid }: OfferedTask): string =>
  `/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;

const fetchTask = (target: Target, task: OfferedTask): Promise<Answer> =>
  target.send({ method: 'GET', host: taskRouter, path: taskPath(target, task) });

const setAttributes = (
  target: Target,
  task: OfferedTask,
  attributes: string,
  ifMatch?: string,
): Promise<Answer> =>
  target.send({
    method: 'POST',
    host: taskRouter,
    path: taskPath(target, task),
    form: { Attributes: attributes },
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });

const refusal = ({ status, code }: Answer): string =>
  status < 400 ? `${status}` : `${status}, code ${code ?? 'none'}`;

const versionOf = ({ etag }: Answer): number => Number((etag ?? '').replace(/\D/g, ''));

/** JSON text of exactly so many characters. */
const sized = (length: number): string =>
  `{"filler":"${'x'.repeat(length - '{"filler":""}'.length)}"}`;

const FIRST = '{"debrief_probe":1}';

/** Each runs on a task of its own. What only time or a browser shows is not among them; PARITY.md says what that is. */
export const PROBES: readonly Probe[] = [
  {
    row: 'api.task.fetch',
    question: 'What does the ETag of a task look like?',
    assumed: 'a whole number in quotes',
    ask: async (target) => {
      const { etag } = await fetchTask(target, await target.offer(FIRST));
      return /^"\d+"$/.test(etag ?? '') ? 'a whole number in quotes' : String(etag);
    },
  },
  {
    row: 'rule: versions',
    question: 'By how much does a write raise the version?',
    assumed: '1',
    ask: async (target) => {
      const task = await target.offer(FIRST);
      const before = versionOf(await fetchTask(target, task));
      return String(versionOf(await setAttributes(target, task, '{"a":2}')) - before);
    },
  },
  {
    row: 'rule: versions',
    question: 'Does a change of the reservation raise the version of the task?',
    assumed: 'yes',
    ask: async (target) => {
      const task = await target.offer(FIRST);
      const before = versionOf(await fetchTask(target, task));
      await target.accept(task);
      return versionOf(await fetchTask(target, task)) > before ? 'yes' : 'no';
    },
  },
  {
    row: 'api.task.update',
    question: 'What does a write with a stale version get?',
    assumed: '412, code 20412',
    ask: async (target) => {
      const task = await target.offer(FIRST);
      const { etag } = await fetchTask(target, task);
      await setAttributes(target, task, '{"a":2}');
      return refusal(await setAttributes(target, task, '{"a":3}', etag ?? ''));
    },
  },
  {
    row: 'api.task.update',
    question: 'Is a version without quotes taken as If-Match?',
    assumed: '200',
    ask: async (target) => {
      const task = await target.offer(FIRST);
      const version = versionOf(await fetchTask(target, task));
      return refusal(await setAttributes(target, task, '{"a":2}', String(version)));
    },
  },
  {
    row: 'rule: 4096 characters',
    question: 'Are 4096 characters taken?',
    assumed: '200',
    ask: async (target) =>
      refusal(await setAttributes(target, await target.offer(FIRST), sized(LIMIT))),
  },
  {
    row: 'rule: 4096 characters',
    question: 'What do 4097 characters get?',
    assumed: '400, code 20001',
    ask: async (target) =>
      refusal(await setAttributes(target, await target.offer(FIRST), sized(LIMIT + 1))),
  },
  {
    row: 'api.task.update',
    question: 'Is the text of attributes kept byte for byte?',
    assumed: 'yes',
    ask: async (target) => {
      const task = await target.offer(FIRST);
      const text = '{ "b": 1.0,  "a": [ ] }';
      await setAttributes(target, task, text);
      const { body } = await fetchTask(target, task);
      return body['attributes'] === text ? 'yes' : `no: ${String(body['attributes'])}`;
    },
  },
  {
    row: 'api.reservation.list',
    question: 'What does the list of a task’s reservations say of one that was accepted?',
    assumed: 'accepted, with its worker and its task',
    ask: async (target) => {
      const task = await target.offer(FIRST);
      await target.accept(task);
      const { body } = await target.send({
        method: 'GET',
        host: taskRouter,
        path: `${taskPath(target, task)}/Reservations`,
      });
      const listed = (body['reservations'] as Record<string, unknown>[] | undefined)?.find(
        ({ sid }) => sid === task.reservationSid,
      );
      const named =
        listed?.['worker_sid'] === target.workerSid && listed['task_sid'] === task.taskSid;
      return `${String(listed?.['reservation_status'])}, ${named ? 'with' : 'without'} its worker and its task`;
    },
  },
  {
    row: 'reservation.update',
    question: 'What does a change get that a reservation cannot make?',
    assumed: '400, code 20001',
    ask: async (target) => refusal(await target.completeUnaccepted(await target.offer(FIRST))),
  },
  {
    row: 'rule: after the end',
    question: 'Does a completed task still take attributes (which Insights ignores)?',
    assumed: '200',
    ask: async (target) => {
      const task = await target.offer(FIRST);
      await target.accept(task);
      await target.complete(task);
      return refusal(await setAttributes(target, task, '{"late":true}'));
    },
  },
  {
    row: 'token.validate',
    question: 'What is answered about a Flex token that is none?',
    assumed: '200, valid: false',
    ask: async (target) => {
      const { status, body } = await target.send({
        method: 'POST',
        host: 'iam.twilio.com',
        path: `/v1/Accounts/${target.accountSid}/Tokens/validate`,
        json: { token: 'not a token' },
      });
      return `${status}, valid: ${String(body['valid'])}`;
    },
  },
];
