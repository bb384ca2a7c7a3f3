/** What Twilio answered over REST, as far as a probe looks at it. */
export interface Answer {
  readonly status: number;
  /** As it came, quotes included. */
  readonly etag: string | null;
  /** Twilio's own error code, in the body of a refusal. */
  readonly code: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly host: string;
  readonly path: string;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as JSON instead. */
  readonly json?: unknown;
  readonly ifMatch?: string;
}

export interface OfferedTask {
  readonly taskSid: string;
  readonly reservationSid: string;
}

/** A Twilio that can be asked: an account, or the sandbox. */
export interface Target {
  readonly name: string;
  readonly accountSid: string;
  readonly workspaceSid: string;
  readonly workerSid: string;
  /** Sends it with the credentials of the account. */
  readonly send: (request: Request) => Promise<Answer>;
  /** A new task with these attributes, offered to the worker. */
  readonly offer: (attributes: string) => Promise<OfferedTask>;
  readonly accept: (task: OfferedTask) => Promise<void>;
  readonly complete: (task: OfferedTask) => Promise<void>;
  /** Moves a reservation to where it may not go: completes one that is still ringing. */
  readonly completeUnaccepted: (task: OfferedTask) => Promise<Answer>;
}
