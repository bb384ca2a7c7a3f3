import type { ActiveFault, CallFault, EventFault, Fault } from '../control/api';
import type { EventName } from '../edges/eventNames';
import type { OperationName } from '../edges/operations';
import { Refused } from '../Refused';
import type { Clock } from '../taskrouter/Clock';
import { parseFault, type CheckedFault } from './parseFault';

/** The operation itself, or one that a fault for all of a kind means: `api.sync.*`. */
const concerns = ({ operation }: Fault, name: OperationName): boolean =>
  operation.endsWith('.*') ? name.startsWith(operation.slice(0, -1)) : operation === name;

const eventOf = (kind: Fault['kind']): EventName | undefined =>
  'event' in kind ? kind.event : undefined;

/** Misbehaviour that the operator has ordered, first ordered first. */
export class Faults {
  private active: ActiveFault[] = [];
  private ordered = 0;

  constructor(
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  /** Answers the id to switch it off by. */
  order(fault: unknown): string {
    return this.add(parseFault(fault));
  }

  list(): readonly ActiveFault[] {
    return this.active;
  }

  switchOff(id: string): void {
    if (!this.active.some((fault) => fault.id === id)) {
      throw new Refused(404, 20404, `There is no active fault ${id}`);
    }
    this.drop(id);
  }

  reset(): void {
    this.active = [];
    this.onChange();
  }

  /** The fault for this call or new socket, if one is ordered. Used up by asking. */
  takeForCall(operation: OperationName): CallFault | null {
    return this.take((fault) => concerns(fault, operation)) as CallFault | null;
  }

  /** Likewise for an event. */
  takeForEvent(name: EventName): EventFault | null {
    return this.take(
      ({ operation, kind }) =>
        operation === 'events.push' && [undefined, name].includes(eventOf(kind)),
    ) as EventFault | null;
  }

  /** New event sockets are refused for a while. Shown with the other faults, and switched off like them. */
  refuseEventSockets(seconds: number): void {
    this.add({
      operation: 'events.connect',
      kind: { type: 'dropped' },
      after: 0,
      times: 'until-off',
      forSeconds: seconds,
    });
  }

  private add(fault: CheckedFault): string {
    this.ordered += 1;
    const id = `fault-${this.ordered}`;
    this.active = [...this.active, { ...fault, id, happened: 0 }];
    if (fault.forSeconds !== undefined) {
      this.clock.alarm(this.clock.now() + fault.forSeconds * 1000, () => this.drop(id));
    }
    this.onChange();
    return id;
  }

  private take(fits: (fault: ActiveFault) => boolean): Fault['kind'] | null {
    const waiting = this.active.filter((fault) => fits(fault) && fault.after > 0);
    this.active = this.active.map((fault) =>
      waiting.includes(fault) ? { ...fault, after: fault.after - 1 } : fault,
    );
    const fault = this.active.find((one) => fits(one) && !waiting.some(({ id }) => id === one.id));
    if (!fault) return null;
    const times = fault.times === 'until-off' ? fault.times : fault.times - 1;
    const left = { ...fault, times, happened: fault.happened + 1 };
    this.active =
      times === 0
        ? this.active.filter((other) => other !== fault)
        : this.active.map((other) => (other === fault ? left : other));
    this.onChange();
    return fault.kind;
  }

  private drop(id: string): void {
    this.active = this.active.filter((fault) => fault.id !== id);
    this.onChange();
  }
}
