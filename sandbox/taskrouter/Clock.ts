interface Alarm {
  readonly at: number;
  readonly ring: () => void;
  timer: NodeJS.Timeout | null;
}

/** Node's timers go off at once beyond this, which is 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The sandbox's time: real time plus what the operator has moved it forward. */
export class Clock {
  private offsetMs = 0;
  private readonly alarms = new Set<Alarm>();

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** How far the operator has moved this clock. */
  aheadSeconds(): number {
    return this.offsetMs / 1000;
  }

  /** Rings once, when this clock says `time`: by waiting, or because the operator moved it there. */
  alarm(time: number, ring: () => void): void {
    const alarm: Alarm = { at: time, ring, timer: null };
    this.alarms.add(alarm);
    this.arm(alarm);
  }

  forward(seconds: number): void {
    this.offsetMs += seconds * 1000;
    for (const alarm of [...this.alarms]) {
      if (alarm.at <= this.now()) this.ring(alarm);
      else this.arm(alarm);
    }
  }

  /** Back to real time, with no alarm set. */
  reset(): void {
    this.offsetMs = 0;
    for (const { timer } of this.alarms) if (timer) clearTimeout(timer);
    this.alarms.clear();
  }

  private arm(alarm: Alarm): void {
    if (alarm.timer) clearTimeout(alarm.timer);
    const wait = Math.min(LONGEST_TIMER_MS, Math.max(0, alarm.at - this.now()));
    // Never keeps the process alive.
    alarm.timer = setTimeout(() => this.ring(alarm), wait).unref();
  }

  private ring(alarm: Alarm): void {
    // A timer may fire a millisecond early, and a long one in between.
    if (alarm.at > this.now()) return this.arm(alarm);
    if (alarm.timer) clearTimeout(alarm.timer);
    this.alarms.delete(alarm);
    alarm.ring();
  }
}
