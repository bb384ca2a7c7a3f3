import type { Addresses } from '../../sandbox/control/api';
import { sandboxClient } from './sandboxClient';
import { smallCatalog } from './smallCatalog';
import { noFacts } from './facts';

export interface FunctionsReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed; undefined when it is no JSON. */
  readonly body: unknown;
}

const tokenOf = (person: string) => `sandbox-token-${person}`;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The Functions of a running sandbox over HTTP, as the plugin and as strangers would call them. */
export const functionsClient = (addresses: Addresses) => {
  const sandbox = sandboxClient(addresses);
  const endpoint = `${addresses.functions}/attributes`;

  const send = async (init: RequestInit, url = endpoint): Promise<FunctionsReply> => {
    const response = await fetch(url, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  const post = (fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
    send({ method: 'POST', body: new URLSearchParams(fields), headers });

  /** A task of agent 1 in wrap-up, and how to save for it. */
  const newLeg = async (spec: Parameters<typeof sandbox.newTask>[0] = {}) => {
    const { taskSid, reservationSid } = await sandbox.newTask(spec);
    await sandbox.updateReservation(reservationSid, { ReservationStatus: 'accepted' });
    await sandbox.updateReservation(reservationSid, { ReservationStatus: 'wrapping' });
    const request = {
      taskSid,
      reservationSid,
      purpose: 'complete',
      catalogVersion: smallCatalog.version,
      formId: 'service',
      answers: {
        outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' },
        note: { value: { kind: 'text', text: 'A-1' }, origin: 'agent' },
      },
      saved: [],
      facts: noFacts,
      transferred: false,
    };
    return {
      taskSid,
      reservationSid,
      request,
      saveText: (input: string, person = 'agent1') =>
        post({ operation: 'save', Token: tokenOf(person), input }),
      save: (change: Readonly<Record<string, unknown>> = {}, person = 'agent1') =>
        post({
          operation: 'save',
          Token: tokenOf(person),
          input: JSON.stringify({ ...request, ...change }),
        }),
      /** The task byte for byte, and its version. */
      task: async () => {
        const { body } = await sandbox.api('state');
        const tasks = body['tasks'] as { sid: string; attributes: string; version: number }[];
        const { attributes, version } = tasks.find(({ sid }) => sid === taskSid)!;
        return { attributes, version };
      },
    };
  };

  return {
    sandbox,
    endpoint,
    send,
    post,
    newLeg,
    ping: (person = 'agent1', headers: Record<string, string> = {}) =>
      post({ operation: 'ping', Token: tokenOf(person) }, headers),
    fault: async (operation: string, kind: object, times: number | 'until-off' = 1) => {
      const { status, body } = await sandbox.api('faults', { operation, kind, times });
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    /** Back to the start, with the small catalog in force. */
    reset: async () => {
      await sandbox.api('reset', {});
      await sandbox.api('settings', { debrief: { catalog: smallCatalog } });
    },
  };
};

export type FunctionsClient = ReturnType<typeof functionsClient>;
export type Leg = Awaited<ReturnType<FunctionsClient['newLeg']>>;
