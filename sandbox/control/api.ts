import type { EventName } from '../edges/eventNames';

/**
 * The operator's HTTP interface of the sandbox, served as JSON at the console's address under `/api`.
 * The console page, the end-to-end tests and people with curl all use it.
 *
 *   GET  /api/state                      -> SandboxState
 *   GET  /api/ledger                     -> LedgerEntry[]
 *   GET  /api/calls                      -> EmulatedCall[]        every emulated call, newest last
 *   GET  /api/scenarios                  -> Scenario[]
 *   GET  /api/sync                       -> SyncState             what the product's own Sync Service was asked
 *   GET  /api/functions/log              -> FunctionsLogLine[]    what the Functions wrote, newest last
 *   GET  /api/changes                    server-sent events: `data: changed` whenever state or ledger changed
 *   POST /api/tasks          NewTask     -> { taskSid, reservationSid }
 *   POST /api/tasks/:sid/hang-up         the customer hangs up (voice) or leaves
 *   POST /api/tasks/:sid/say             { text } the customer writes in the task's conversation
 *   POST /api/tasks/:sid/attributes      { attributes } replaced whole by another writer; raw JSON text or object
 *   POST /api/tasks/:sid/{wrap-up,complete,cancel}   { reason? } from outside the browser
 *   POST /api/reservations/:sid/{timeout,rescind,reject,cancel}   cancel: accepted ones too
 *   POST /api/tasks/:sid/other-writer    { set } attribute paths set by another writer, the rest left as it is
 *   POST /api/faults         Fault       -> { id }                matching calls or events misbehave from now on
 *   POST /api/faults/:id/off             this one does not happen any more
 *   POST /api/faults/clear               nor does any other
 *   POST /api/events/drop    { refuseSeconds? }                   drops the open sockets of TaskRouter's events
 *   POST /api/sync/drop                                           drops the open sockets of the own Sync Service
 *   POST /api/rate-limit     Partial<RateLimits>                  null lifts a limit
 *   POST /api/clock          { forwardSeconds }
 *   POST /api/settings       Partial<SandboxSettings>             applies to pages loaded afterwards
 *   POST /api/reset                      drops tasks, ledger, calls, faults, limits, settings, Sync; pages must reload
 *
 * A refused request answers 4xx with { code, message }: what is wrong, where, what to do.
 */
export type PersonId = 'agent1' | 'agent2' | 'supervisor' | 'supervisor2' | 'admin';

export interface Addresses {
  readonly console: string;
  readonly people: Readonly<Record<PersonId, string>>;
  /** The Functions service, behind the limits of Twilio's platform. */
  readonly functions: string;
  /** Twilio's REST API as servers call it, with the account's credentials: `/emulator/<host>/<path>`. */
  readonly rest: string;
}

export interface NewTask {
  readonly channel: 'voice' | 'custom1' | 'default' | 'chat' | 'sms' | 'whatsapp' | 'email';
  readonly direction: 'inbound' | 'outbound';
  /** Queue name; default the first queue. */
  readonly queue?: string;
  /** Default `agent1`. */
  readonly worker?: 'agent1' | 'agent2';
  /** Added to what Twilio itself puts on such a task. May be JSON text, to try bad input. */
  readonly attributes?: unknown;
}

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly task: NewTask;
}

/**
 * Ordered misbehaviour. It waits for the next call of its operation, whoever makes it; of several for one
 * operation, the first ordered happens first.
 */
export interface Fault {
  /**
   * One row of PARITY.md, e.g. `task.fetch`, `task.update`, `events.push`; or all calls that begin so: `api.sync.*`.
   */
  readonly operation: string;
  /** A call's for calls and new sockets, an event's for `events.push`. */
  readonly kind: CallFault | EventFault;
  /** So many calls pass before; default 0. */
  readonly after?: number;
  /** How many calls; default 1. */
  readonly times?: number | 'until-off';
  /** Switches itself off then, by the sandbox's clock, however often it happened. */
  readonly forSeconds?: number;
}

/** What goes wrong with a call. */
export type CallFault =
  /** Not done; this answer, at once or late. */
  | {
      readonly type: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly afterMs?: number;
    }
  /** Not done; a page for people in place of the answer: a proxy's at 5xx, a login form at 200. */
  | { readonly type: 'html'; readonly status: number }
  /** Not done, never answered. */
  | { readonly type: 'hang' }
  /** Not done, the connection is reset. */
  | { readonly type: 'dropped' }
  /** Done, the connection breaks before the answer is whole. */
  | { readonly type: 'lost-answer' }
  /** Done late, if the call is slow on its way, or done at once and told late. */
  | { readonly type: 'delay'; readonly ms: number; readonly of: 'call' | 'answer' }
  /** Right before the call is handled, another writer sets these attribute paths on the task. */
  | { readonly type: 'other-writer'; readonly set: Readonly<Record<string, unknown>> };

/** What goes wrong with an event on its way to the pages. Without `event`, with any. */
export type EventFault = { readonly event?: EventName } & (
  | { readonly type: 'lost' }
  | { readonly type: 'duplicated' }
  /** Comes right after the next event of its worker, or a second later if there is none. */
  | { readonly type: 'reordered' }
  | { readonly type: 'delay'; readonly ms: number }
  /** Lost together with its socket; new sockets are refused for a while. */
  | { readonly type: 'dropped'; readonly refuseSeconds?: number }
);

/** A fault that can still happen. */
export interface ActiveFault extends Fault {
  readonly id: string;
  /** So many calls still pass before. */
  readonly after: number;
  /** How often it still will. */
  readonly times: number | 'until-off';
  /** How often it did. */
  readonly happened: number;
}

/** Calls to TaskRouter per second and workspace, of all pages and Functions together; more get 429. */
export interface RateLimits {
  readonly readsPerSecond: number | null;
  readonly writesPerSecond: number | null;
}

export interface SandboxSettings {
  /** Goes to `ui_attributes.debrief` of the emulated Flex Configuration, as it is. */
  readonly debrief: unknown;
  /** `sdkOptions.worker.enableVersionCheck`; default true. */
  readonly versionCheck: boolean;
  readonly theme: 'light' | 'dark';
  /** Value of the worker attribute `language` by person; default none. */
  readonly languages: Readonly<Partial<Record<PersonId, string>>>;
  /** Puts the address of the Functions into `ui_attributes.debrief.functionsUrl`; default false. */
  readonly functions: boolean;
  /** Whether the Functions are told of the Sync Service (`SYNC_SERVICE_SID`); default true. */
  readonly syncService: boolean;
  /** The Functions' `PUBLISH_ROLES`; default `admin`. */
  readonly publishRoles: readonly string[];
  /** `acl_enabled` of the Sync Service; default true. False: whoever has a token may do everything in it. */
  readonly syncAcl: boolean;
  /**
   * Whether the identity of a token may make objects in the Sync Service while permissions are asked for; default false.
   * What Twilio does is not known. True: and may then do everything with what it made.
   */
  readonly syncClientsCreate: boolean;
  /** People whose Flex token Twilio takes for expired from now on, though Flex has not noticed; default none. */
  readonly expiredTokens: readonly PersonId[];
  /** Flex's feature flags that are on besides those of every account here, by their ids; default none. */
  readonly features: readonly string[];
  /** How agents may end a conversation besides closing it: `agent_conv_end_methods`; default none. */
  readonly endMethods: readonly ('Leave' | 'Pause')[];
  /**
   * Whether the task that a transferred conversation becomes begins with the attributes of the one before, as they are
   * at the transfer; default true. What Twilio does is not known. False: with those of a new contact.
   */
  readonly transferCopiesAttributes: boolean;
  /** Load the plugin; default true. Off: Flex alone, to record what Flex itself logs. */
  readonly plugin: boolean;
}

export interface ReservationState {
  readonly sid: string;
  readonly taskSid: string;
  readonly worker: string;
  readonly status: string;
  readonly version: number;
}

/** One agent's handing on of a task. */
export interface TransferState {
  readonly sid: string;
  readonly mode: 'COLD' | 'WARM';
  /** Of a call's in TaskRouter's words, of a conversation's in those of Interactions. */
  readonly status: 'initiated' | 'complete' | 'failed' | 'canceled' | 'active' | 'completed';
  /** Worker names; of a transfer to a queue, the queue's. */
  readonly from: string;
  readonly to: string;
}

/** The conversation that a task was routed for. */
export interface ConversationState {
  readonly type: 'web' | 'sms' | 'whatsapp' | 'email';
  /** `inactive`: left by the agent; `pause`: parked. */
  readonly status: 'active' | 'inactive' | 'pause' | 'closed';
  readonly customerIsThere: boolean;
  readonly messages: readonly {
    readonly from: 'customer' | 'agent';
    readonly author: string;
    readonly text: string;
  }[];
}

export interface TaskState {
  readonly sid: string;
  readonly channel: string;
  readonly direction: string;
  readonly queue: string;
  readonly status: string;
  readonly version: number;
  /** Raw JSON text, byte for byte. */
  readonly attributes: string;
  /** Null for calls and plain tasks. */
  readonly conversation: ConversationState | null;
  /** One per agent who was offered the task, in the order of the offers. */
  readonly reservations: readonly ReservationState[];
  /** Those that began on it. A conversation goes on as another task, a call on the same one. */
  readonly transfers: readonly TransferState[];
}

export interface EmulatedCall {
  readonly at: string;
  readonly person: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** True when nothing in PARITY.md covers the call: an error, and a failed test run. */
  readonly unknown: boolean;
}

export interface SandboxState {
  readonly now: string;
  /** How far the operator has moved the clock. */
  readonly aheadSeconds: number;
  readonly faults: readonly ActiveFault[];
  /** None at the start. */
  readonly rateLimits: RateLimits;
  readonly settings: SandboxSettings;
  readonly workers: readonly {
    readonly sid: string;
    readonly name: string;
    readonly activity: string;
  }[];
  readonly queues: readonly { readonly sid: string; readonly name: string }[];
  readonly tasks: readonly TaskState[];
  readonly unknownCalls: readonly EmulatedCall[];
  /** Requests by `operation`, since the last reset. */
  readonly callCounts: Readonly<Record<string, number>>;
}

/** One limit of Sync: what passed and what got 429 since the last reset, and the most that passed within a second. */
export interface SyncRate {
  readonly passed: number;
  readonly refused: number;
  readonly highestPerSecond: number;
}

/** The product's own Sync Service. */
/** A line of the Functions' log. On a real account a warning or an error stands in the Debugger, too. */
export interface FunctionsLogLine {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
}

export interface SyncState {
  readonly serviceSid: string;
  /** Open sockets of clients that were let in. */
  readonly clients: number;
  readonly objects: readonly {
    readonly kind: 'document' | 'map' | 'list';
    readonly sid: string;
    readonly uniqueName: string | null;
    readonly items: number;
    /** Clients that are told of its changes. */
    readonly subscribers: number;
    readonly reads: SyncRate;
    readonly writes: SyncRate;
    readonly permissions: SyncRate;
  }[];
}

export interface LedgerEntry {
  readonly at: string;
  readonly event: string;
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly worker: string;
  /** The task's attributes when it was created: raw JSON text. */
  readonly attributesBefore: string;
  /** The task's attributes at the event: raw JSON text. */
  readonly attributes: string;
  /** What the ingest model in src/core/insights makes of it. */
  readonly record: {
    readonly values: Readonly<Record<string, unknown>>;
    readonly findings: readonly unknown[];
  };
}
