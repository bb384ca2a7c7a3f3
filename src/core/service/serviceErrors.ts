interface ErrorFacts {
  readonly status: number;
  /** Whether the same request may succeed later. Without it, asking again only costs calls. */
  readonly retryable: boolean;
}

/**
 * Every error the service answers with. The codes are stable: the plugin acts on them, and docs/functions.md says what
 * each means.
 */
export const SERVICE_ERRORS = {
  'bad-input': { status: 400, retryable: false },
  'unknown-operation': { status: 400, retryable: false },
  'no-token': { status: 401, retryable: false },
  /** Retryable, because the next request brings the token that Flex has by then. */
  'bad-token': { status: 403, retryable: true },
  'origin-refused': { status: 403, retryable: false },
  'role-refused': { status: 403, retryable: false },
  'not-your-reservation': { status: 403, retryable: false },
  'task-gone': { status: 404, retryable: false },
  /** No published version has that number, or not any more. */
  'version-unknown': { status: 404, retryable: false },
  'reservation-ended': { status: 409, retryable: false },
  'catalog-unknown': { status: 409, retryable: false },
  /** The catalog does not let drafts be kept through the service. */
  'drafts-off': { status: 409, retryable: false },
  /** Other writers won every time. */
  conflict: { status: 409, retryable: true },
  /** Somebody else has written over an answer, and the catalog wants that to be decided. */
  'changed-elsewhere': { status: 409, retryable: false },
  /** Somebody else has published meanwhile. */
  'version-moved': { status: 409, retryable: false },
  /** Somebody else has saved the draft meanwhile, or it is gone. */
  'draft-moved': { status: 409, retryable: false },
  /** Shards that a manifest names have not been uploaded. */
  'shards-missing': { status: 409, retryable: false },
  'request-too-large': { status: 413, retryable: false },
  'unknown-form': { status: 422, retryable: false },
  'unknown-field': { status: 422, retryable: false },
  'invalid-answers': { status: 422, retryable: false },
  'attributes-not-object': { status: 422, retryable: false },
  'parent-not-object': { status: 422, retryable: false },
  'too-large': { status: 422, retryable: false },
  'catalog-broken': { status: 422, retryable: false },
  /** An option that a published version has is gone, or reports another text. */
  'used-changed': { status: 422, retryable: false },
  busy: { status: 429, retryable: true },
  bug: { status: 500, retryable: false },
  /** The account has no Sync Service, or no API key, for catalogs. */
  'not-set-up': { status: 501, retryable: false },
  /** Twilio refuses what the service asks for: its credentials or its workspace are wrong. */
  'twilio-refused': { status: 502, retryable: false },
  /** Twilio answered without a version; without one nothing is written. */
  'no-version': { status: 502, retryable: false },
  /** The token could not be checked, which says nothing about the token. */
  'token-unchecked': { status: 503, retryable: true },
  'out-of-time': { status: 503, retryable: true },
} as const satisfies Readonly<Record<string, ErrorFacts>>;

export type ServiceErrorCode = keyof typeof SERVICE_ERRORS;

export interface ServiceError {
  readonly code: ServiceErrorCode;
  /** For people who read logs and consoles; agents see texts of the plugin's own. Never holds what an agent entered. */
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export const isServiceErrorCode = (code: unknown): code is ServiceErrorCode =>
  typeof code === 'string' && Object.prototype.hasOwnProperty.call(SERVICE_ERRORS, code);
