export interface SyncEvent {
  readonly event_type: string;
  readonly event: unknown;
  readonly correlation_id?: unknown;
}

type Subscriber = (event: SyncEvent) => void;

/** Sync's events on their way to every open page; a client ignores those of objects it has not opened. */
export class SyncEvents {
  private readonly subscribers = new Set<Subscriber>();

  /** Answers how to stop. */
  subscribe(subscriber: Subscriber): () => void {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  }

  send(event: SyncEvent): void {
    for (const subscriber of this.subscribers) subscriber(event);
  }
}
