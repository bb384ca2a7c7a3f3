import { fail, ok } from '../../src/core/result';
import type { CallRefused, ReservationState, TaskRouter } from '../../serverless/src/save/ports';

type CallName = 'list' | 'fetch' | 'update';

/** TaskRouter with one task, in memory: versions, If-Match, and refusals as a test orders them. */
export const createFakeTaskRouter = (start: {
  readonly taskSid: string;
  readonly attributes: string;
  readonly reservations: readonly ReservationState[];
}) => {
  let { attributes, reservations } = start;
  let version = 1;
  const calls: CallName[] = [];
  const orders: { call: CallName; refused: CallRefused; done?: boolean }[] = [];
  let beforeUpdate: (() => void) | null = null;
  let withEtag = true;

  const state = () => ({
    attributes: JSON.parse(attributes) as unknown,
    etag: withEtag ? `"${version}"` : null,
  });
  const gone: CallRefused = { failure: 'gone', status: 404, retryAfterMs: null };
  const ordered = (call: CallName) => {
    calls.push(call);
    const index = orders.findIndex((order) => order.call === call);
    return index < 0 ? null : orders.splice(index, 1)[0]!;
  };
  const write = (raw: string) => {
    attributes = raw;
    version += 1;
  };

  const taskRouter: { -readonly [Call in keyof TaskRouter]: TaskRouter[Call] } = {
    listReservations: async (taskSid) => {
      const order = ordered('list');
      if (order) return fail(order.refused);
      return taskSid === start.taskSid ? ok(reservations) : fail(gone);
    },
    fetchTask: async (taskSid) => {
      const order = ordered('fetch');
      if (order) return fail(order.refused);
      return taskSid === start.taskSid ? ok(state()) : fail(gone);
    },
    updateTask: async (taskSid, next, etag) => {
      const order = ordered('update');
      beforeUpdate?.();
      if (order && !order.done) return fail(order.refused);
      if (taskSid !== start.taskSid) return fail(gone);
      if (etag !== `"${version}"`) {
        return fail({ failure: 'conflict', status: 412, retryAfterMs: null });
      }
      write(JSON.stringify(next));
      return order ? fail(order.refused) : ok(state());
    },
  };

  return {
    taskRouter,
    calls,
    raw: () => attributes,
    version: () => version,
    /** As another writer does it. */
    write,
    setReservations: (next: readonly ReservationState[]) => {
      reservations = next;
    },
    /** The next such call ends so; `done`: the work was done all the same. */
    refuse: (call: CallName, refused: Partial<CallRefused>, done = false) => {
      orders.push({ call, refused: { failure: 'server', retryAfterMs: null, ...refused }, done });
    },
    beforeEachUpdate: (hook: () => void) => {
      beforeUpdate = hook;
    },
    withoutEtag: () => {
      withEtag = false;
    },
  };
};
