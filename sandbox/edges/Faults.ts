import type { Fault } from '../control/api';
import { Refused } from '../Refused';
import { OPERATIONS } from './operations';

type FaultKind = Fault['kind'];

const TYPES: readonly FaultKind['type'][] = ['status', 'hang', 'lost-answer', 'other-writer'];

/** Misbehaviour that the operator has ordered for the next calls of an operation, first ordered first. */
export class Faults {
  private pending: { operation: string; kind: FaultKind; times: number }[] = [];

  order(fault: Fault): void {
    if (!(fault.operation in OPERATIONS)) {
      throw new Refused(
        400,
        20001,
        `There is no operation ${JSON.stringify(fault.operation)}; sandbox/PARITY.md lists them`,
      );
    }
    if (!fault.kind || !TYPES.includes(fault.kind.type)) {
      throw new Refused(400, 20001, `kind.type must be one of ${TYPES.join(', ')}`);
    }
    const times = fault.times ?? 1;
    if (!Number.isInteger(times) || times < 1) {
      throw new Refused(400, 20001, 'times must be a whole number from 1');
    }
    this.pending.push({ operation: fault.operation, kind: fault.kind, times });
  }

  waiting(): readonly Required<Fault>[] {
    return this.pending.map((fault) => ({ ...fault }));
  }

  /** The fault for this call, used up by asking. */
  take(operation: string): FaultKind | null {
    const next = this.pending.find((fault) => fault.operation === operation);
    if (!next) return null;
    next.times -= 1;
    if (next.times === 0) this.pending = this.pending.filter((fault) => fault !== next);
    return next.kind;
  }

  reset(): void {
    this.pending = [];
  }
}
