import { ok } from '../../src/core/result';
import type { SandboxState } from '../../sandbox/control/api';
import type { ControlClient } from '../../sandbox/console/controlClient';

export const QUIET_STATE: SandboxState = {
  now: '2024-05-02T10:00:00.000Z',
  aheadSeconds: 0,
  faults: [],
  rateLimits: { readsPerSecond: null, writesPerSecond: null },
  settings: {
    debrief: {},
    versionCheck: true,
    theme: 'light',
    languages: {},
    plugin: true,
    features: [],
    endMethods: [],
    transferCopiesAttributes: true,
    functions: false,
    expiredTokens: [],
    syncService: true,
    publishRoles: ['admin'],
    syncAcl: true,
    syncClientsCreate: false,
  },
  workers: [{ sid: 'WK1', name: 'agent1', activity: 'Available' }],
  queues: [
    { sid: 'WQ1', name: 'Support' },
    { sid: 'WQ2', name: 'Sales' },
  ],
  tasks: [],
  unknownCalls: [],
  callCounts: {},
};

const GRANTING: ControlClient = {
  state: async () => ok(QUIET_STATE),
  ledger: async () => ok([]),
  scenarios: async () => ok([]),
  createTask: async () => ok({ taskSid: 'WT1', reservationSid: 'WR1' }),
  actOnTask: async () => ok({}),
  actOnReservation: async () => ok({}),
  sayAsCustomer: async () => ok({}),
  writeAttributes: async () => ok({}),
  changeSettings: async () => ok({}),
  orderFault: async () => ok({}),
  switchOffFault: async () => ok({}),
  writeAsOther: async () => ok({}),
  dropEventSockets: async () => ok({}),
  limitRate: async () => ok({}),
  clearFaults: async () => ok({}),
  forwardClock: async () => ok({}),
  reset: async () => ok({}),
};

/** A sandbox in which nothing happens and every request is granted, unless told otherwise. */
export const fakeControlClient = (
  part: Partial<ControlClient> = {},
): jest.Mocked<ControlClient> => {
  const answers = { ...GRANTING, ...part };
  return {
    state: jest.fn(answers.state),
    ledger: jest.fn(answers.ledger),
    scenarios: jest.fn(answers.scenarios),
    createTask: jest.fn(answers.createTask),
    actOnTask: jest.fn(answers.actOnTask),
    actOnReservation: jest.fn(answers.actOnReservation),
    sayAsCustomer: jest.fn(answers.sayAsCustomer),
    writeAttributes: jest.fn(answers.writeAttributes),
    changeSettings: jest.fn(answers.changeSettings),
    orderFault: jest.fn(answers.orderFault),
    switchOffFault: jest.fn(answers.switchOffFault),
    writeAsOther: jest.fn(answers.writeAsOther),
    dropEventSockets: jest.fn(answers.dropEventSockets),
    limitRate: jest.fn(answers.limitRate),
    clearFaults: jest.fn(answers.clearFaults),
    forwardClock: jest.fn(answers.forwardClock),
    reset: jest.fn(answers.reset),
  };
};
