/** Whoever edits or publishes. */
export interface Author {
  readonly workerSid: string;
  /** As Flex shows it; their identity where nobody could be asked. */
  readonly name: string;
}

/** What a worker is called; null: nobody knows. */
export type FindName = (workerSid: string, limitMs: number) => Promise<string | null>;
