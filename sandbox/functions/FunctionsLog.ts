import type { FunctionsLogLine } from '../control/api';

/** Far more than a person or a test looks back. */
const KEPT = 1_000;

/** What the Functions wrote to their log, as `twilio serverless:logs` shows it of an account. */
export class FunctionsLog {
  private kept: FunctionsLogLine[] = [];

  take(line: FunctionsLogLine): void {
    this.kept = [...this.kept, line].slice(-KEPT);
  }

  lines(): readonly FunctionsLogLine[] {
    return this.kept;
  }

  reset(): void {
    this.kept = [];
  }
}
