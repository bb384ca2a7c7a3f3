/** A request as the platform hands it over: it tells no method, and merges query and body. */
export interface HttpCall {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Null: no browser, or a page of our own origin. */
  readonly origin: string | null;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}
