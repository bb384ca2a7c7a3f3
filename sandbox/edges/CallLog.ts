import type { EmulatedCall } from '../control/api';
import type { Clock } from '../taskrouter/Clock';

/** Enough for a long day of one operator; a page that polls must not fill the memory. */
const KEPT_CALLS = 5_000;

/** Every call that reached an emulated edge, known or not. */
export class CallLog {
  private calls: EmulatedCall[] = [];
  private unknown: EmulatedCall[] = [];
  private counts = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  record(call: Omit<EmulatedCall, 'at'>): void {
    const entry: EmulatedCall = { at: new Date(this.clock.now()).toISOString(), ...call };
    this.calls.push(entry);
    if (this.calls.length > KEPT_CALLS) this.calls.shift();
    this.counts.set(call.operation, (this.counts.get(call.operation) ?? 0) + 1);
    if (call.unknown) {
      this.unknown.push(entry);
      process.stderr.write(
        `sandbox: unknown call from ${call.person}: ${call.method} ${call.path}\n`,
      );
    }
    this.onChange();
  }

  all(): readonly EmulatedCall[] {
    return this.calls;
  }

  unknownCalls(): readonly EmulatedCall[] {
    return this.unknown;
  }

  countsByOperation(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  reset(): void {
    this.calls = [];
    this.unknown = [];
    this.counts = new Map();
  }
}
