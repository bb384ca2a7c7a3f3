import type { Addresses, NewTask, PersonId } from '../../sandbox/control/api';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

const reply = async (response: Response): Promise<Reply> => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
  headers: response.headers,
});

/** The control API and the event bridge of a running sandbox, as curl and the TaskRouter SDK would call them. */
export const sandboxClient = (addresses: Addresses) => {
  const api = async (path: string, body?: unknown): Promise<Reply> =>
    reply(
      await fetch(
        `${addresses.console}/api/${path}`,
        body === undefined
          ? {}
          : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
      ),
    );

  /** What twilio-taskrouter sends; answers the payload, or the error as it came. */
  const bridge = async (
    method: 'GET' | 'POST',
    url: string,
    params: Record<string, unknown> = {},
    ifMatch?: string,
    init: RequestInit = {},
  ): Promise<Reply> => {
    const person: PersonId = 'agent1';
    const { status, body, headers } = await reply(
      await fetch(`${addresses.people[person]}/emulator/event-bridge.twilio.com/v1/wschannels`, {
        method: 'POST',
        headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
        body: JSON.stringify({ url, method, params, token: 'any' }),
        ...init,
      }),
    );
    return { status, headers, body: status < 400 ? (body['payload'] as Reply['body']) : body };
  };

  const taskUrl = (sid: string) => `Workspaces/WS1/Tasks/${sid}`;
  const reservationUrl = (sid: string) => `Workspaces/WS1/Workers/WK1/Reservations/${sid}`;

  /** Asks until it is so, each time after an answer of the sandbox. */
  const until = async (so: () => boolean | Promise<boolean>): Promise<void> => {
    const started = Date.now();
    while (!(await so())) {
      if (Date.now() - started > 4_000) throw new Error(`never came: ${String(so)}`);
      await api('state');
    }
  };

  return {
    api,
    bridge,
    until,
    newTask: async (spec: Partial<NewTask> = {}) => {
      const { status, body } = await api('tasks', {
        channel: 'custom1',
        direction: 'inbound',
        ...spec,
      });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body as { taskSid: string; reservationSid: string };
    },
    fetchTask: (sid: string) => bridge('GET', taskUrl(sid)),
    updateTask: (
      sid: string,
      params: Record<string, unknown>,
      ifMatch?: string,
      init?: RequestInit,
    ) => bridge('POST', taskUrl(sid), params, ifMatch, init),
    updateReservation: (sid: string, params: Record<string, unknown>, ifMatch?: string) =>
      bridge('POST', reservationUrl(sid), params, ifMatch),
  };
};

export type SandboxClient = ReturnType<typeof sandboxClient>;
