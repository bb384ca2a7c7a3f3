import { createCatalogs } from '../../serverless/src/save/catalogs';
import { createThrottle } from '../../serverless/src/save/throttle';
import { pingOperation } from '../../serverless/src/operations/ping';
import { saveOperation } from '../../serverless/src/operations/save';
import { answerCall, type Service } from '../../serverless/src/pipeline/answerCall';
import type { Caller } from '../../serverless/src/pipeline/tokens';
import type { CallRefused } from '../../serverless/src/save/ports';
import type { Catalog } from '../../src/core/catalog/types';
import { fail, ok } from '../../src/core/result';
import { createFakeTaskRouter } from './fakeTaskRouter';
import { smallCatalog } from './smallCatalog';
import { noFacts } from './facts';

const numbered = (prefix: string, n: number) => prefix + String(n).padStart(32, '0');

export const WORKER = numbered('WK', 1);
export const OTHER_WORKER = numbered('WK', 2);
export const TASK = numbered('WT', 1);
export const RESERVATION = numbered('WR', 1);
export const OTHER_RESERVATION = numbered('WR', 2);
export const ORIGIN = 'https://flex.twilio.com';

export const FOREIGN = {
  call_sid: 'CA1',
  conversations: { conversation_id: 'c1', productive: 'Yes' },
  conference: { participants: { worker: 'CA2' } },
};

const CALLERS: Readonly<Record<string, Caller>> = {
  agent: { workerSid: WORKER, identity: 'agent', roles: ['agent'] },
  other: { workerSid: OTHER_WORKER, identity: 'other', roles: ['agent'] },
  auditor: { workerSid: WORKER, identity: 'auditor', roles: ['wfo.data_auditor'] },
};

/**
 * The Functions service on fakes: a token is a name of CALLERS, TaskRouter has one task with an accepted reservation,
 * a wait moves the clock and returns at once.
 */
export const createFakeService = (attributes: unknown = FOREIGN) => {
  const router = createFakeTaskRouter({
    taskSid: TASK,
    attributes: JSON.stringify(attributes),
    reservations: [{ sid: RESERVATION, workerSid: WORKER, status: 'wrapping' }],
  });
  let now = 0;
  const waits: number[] = [];
  const clock = {
    now: () => now,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  };
  let catalog: unknown = smallCatalog;
  let configurationCalls = 0;
  const configurationRefusals: CallRefused[] = [];
  const catalogs = createCatalogs(async () => {
    configurationCalls += 1;
    const refused = configurationRefusals.shift();
    return refused ? fail(refused) : ok({ workspaceSid: numbered('WS', 1), catalog });
  }, clock);
  const logged: unknown[] = [];
  const service: Service = {
    operations: new Map([
      ['ping', pingOperation()],
      [
        'save',
        saveOperation({
          clock,
          catalogs,
          taskRouter: () => router.taskRouter,
          throttle: createThrottle(clock),
        }),
      ],
    ]),
    allowedOrigins: [ORIGIN],
    checkToken: async (token) => {
      if (token === 'nobody-to-ask') return fail('unchecked');
      const caller = CALLERS[token];
      return caller ? ok(caller) : fail('bad');
    },
    clock,
    journal: {
      call: (facts) => logged.push(facts),
      incident: (told) => logged.push(told),
      bug: (error) => logged.push({ bug: (error as Error).name }),
    },
  };

  const call = (fields: Readonly<Record<string, unknown>>, origin: string | null = ORIGIN) =>
    answerCall({ fields, origin }, service);

  return {
    router,
    waits,
    logged,
    call,
    /** Saves as the agent, with what the test wants otherwise. */
    save: (change: Readonly<Record<string, unknown>> = {}, Token = 'agent') =>
      call({ Token, operation: 'save', input: JSON.stringify({ ...saveRequest, ...change }) }),
    forward: (milliseconds: number) => {
      now += milliseconds;
    },
    publish: (next: Catalog | string | undefined) => {
      catalog = next;
    },
    refuseConfiguration: (refused: CallRefused) => configurationRefusals.push(refused),
    configurationCalls: () => configurationCalls,
  };
};

export const saveRequest = {
  taskSid: TASK,
  reservationSid: RESERVATION,
  purpose: 'complete',
  catalogVersion: 7,
  formId: 'service',
  answers: {
    outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' },
    note: { value: { kind: 'text', text: 'A-1' }, origin: 'agent' },
  },
  saved: [],
  facts: noFacts,
  transferred: false,
} as const;
