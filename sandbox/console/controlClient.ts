import { fail, ok, type Result } from '../../src/core/result';
import type {
  Fault,
  LedgerEntry,
  NewTask,
  RateLimits,
  SandboxSettings,
  SandboxState,
  Scenario,
} from '../control/api';
import type { ReservationAction, TaskAction } from './taskActions';

/** Why the sandbox did not do what it was asked. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** Whether the sandbox found fault with the attributes, not with the rest of a request. */
export const isAboutAttributes = (refusal: Refusal): boolean =>
  /^attributes/i.test(refusal.message);

export type Answer<T> = Promise<Result<T, Refusal>>;

export interface ControlClient {
  state(): Answer<SandboxState>;
  ledger(): Answer<readonly LedgerEntry[]>;
  scenarios(): Answer<readonly Scenario[]>;
  createTask(task: NewTask): Answer<{ taskSid: string; reservationSid: string }>;
  actOnTask(sid: string, action: TaskAction): Answer<unknown>;
  actOnReservation(sid: string, action: ReservationAction): Answer<unknown>;
  sayAsCustomer(taskSid: string, text: string): Answer<unknown>;
  /** `attributes` is the raw JSON text, sent as it is. */
  writeAttributes(sid: string, attributes: string): Answer<unknown>;
  changeSettings(settings: Partial<SandboxSettings>): Answer<unknown>;
  orderFault(fault: Fault): Answer<unknown>;
  switchOffFault(id: string): Answer<unknown>;
  /** Switches all faults off. */
  clearFaults(): Answer<unknown>;
  /** Another program sets these attribute paths now. */
  writeAsOther(taskSid: string, set: Readonly<Record<string, unknown>>): Answer<unknown>;
  dropEventSockets(): Answer<unknown>;
  limitRate(limits: RateLimits): Answer<unknown>;
  forwardClock(seconds: number): Answer<unknown>;
  reset(): Answer<unknown>;
}

const UNREACHABLE: Refusal = {
  code: 'unreachable',
  message: 'The sandbox does not answer. Is `npm start` still running?',
};

const refusalOf = (status: number, body: unknown): Refusal => {
  const { code, message } = (body ?? {}) as Partial<Refusal>;
  return {
    code: String(code ?? status),
    message: String(message ?? `The sandbox answered ${status} without saying why.`),
  };
};

const call = async <T>(path: string, body?: unknown): Answer<T> => {
  try {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`/api/${path}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    const answer: unknown = await response.json().catch(() => null);
    return response.ok ? ok(answer as T) : fail(refusalOf(response.status, answer));
  } catch {
    return fail(UNREACHABLE);
  }
};

/** The control API over HTTP, on the page's own origin. Never throws. */
export const controlClient: ControlClient = {
  state: () => call('state'),
  ledger: () => call('ledger'),
  scenarios: () => call('scenarios'),
  createTask: (task) => call('tasks', task),
  actOnTask: (sid, action) => call(`tasks/${sid}/${action}`, {}),
  actOnReservation: (sid, action) => call(`reservations/${sid}/${action}`, {}),
  sayAsCustomer: (taskSid, text) => call(`tasks/${taskSid}/say`, { text }),
  writeAttributes: (sid, attributes) => call(`tasks/${sid}/attributes`, { attributes }),
  changeSettings: (settings) => call('settings', settings),
  orderFault: (fault) => call('faults', fault),
  switchOffFault: (id) => call(`faults/${id}/off`, {}),
  clearFaults: () => call('faults/clear', {}),
  writeAsOther: (sid, set) => call(`tasks/${sid}/other-writer`, { set }),
  dropEventSockets: () => call('events/drop', {}),
  limitRate: (limits) => call('rate-limit', limits),
  forwardClock: (forwardSeconds) => call('clock', { forwardSeconds }),
  reset: () => call('reset', {}),
};
