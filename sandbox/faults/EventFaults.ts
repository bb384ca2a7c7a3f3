import type { EventName } from '../edges/eventNames';
import type { Delays } from './Delays';
import type { Faults } from './Faults';

/** How long an event that is to come after the next one waits for a next one. */
const HELD_MS = 1_000;

/** An event on its way to the pages of some workers. */
export interface PushedEvent {
  readonly name: EventName;
  readonly workerSids: readonly string[];
  readonly send: () => void;
  /** Breaks the sockets it would have gone to. */
  readonly drop: () => void;
}

/** Lets ordered faults happen to TaskRouter's events. */
export class EventFaults {
  private held: PushedEvent[] = [];

  constructor(
    private readonly faults: Faults,
    private readonly delays: Delays,
  ) {}

  deliver(event: PushedEvent): void {
    const earlier = this.held.filter((other) =>
      other.workerSids.some((sid) => event.workerSids.includes(sid)),
    );
    if (earlier.length > 0) {
      event.send();
      return earlier.forEach((other) => this.release(other));
    }
    const fault = this.faults.takeForEvent(event.name);
    switch (fault?.type) {
      case undefined:
        return event.send();
      case 'lost':
        return;
      case 'duplicated':
        event.send();
        return event.send();
      case 'delay':
        return this.delays.after(fault.ms, event.send);
      case 'reordered':
        this.held.push(event);
        return this.delays.after(HELD_MS, () => this.release(event));
      case 'dropped':
        if (fault.refuseSeconds) this.faults.refuseEventSockets(fault.refuseSeconds);
        return event.drop();
    }
  }

  reset(): void {
    this.held = [];
  }

  private release(event: PushedEvent): void {
    if (!this.held.includes(event)) return;
    this.held = this.held.filter((other) => other !== event);
    event.send();
  }
}
