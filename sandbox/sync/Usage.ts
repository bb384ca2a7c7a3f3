import type { Clock } from '../taskrouter/Clock';

const SECOND_MS = 1_000;
/** "Burst window: 10s" (documented): so much may come at once as is allowed in ten seconds. */
const WINDOW_SECONDS = 10;

interface Taken {
  readonly at: number;
  readonly cost: number;
}

/** One limit of Sync: so much a second, averaged over ten. Also counts what passes, limit or not. */
export class Meter {
  private window: Taken[] = [];
  private used = 0;
  private second: number[] = [];
  private passed = 0;
  private refused = 0;
  private highest = 0;

  constructor(
    private readonly clock: Clock,
    private readonly perSecond: number,
  ) {}

  /** Counts a call if there is still room for it. */
  take(cost = 1): boolean {
    const now = this.clock.now();
    this.forget(now);
    if (this.used + cost > this.perSecond * WINDOW_SECONDS) {
      this.refused += 1;
      return false;
    }
    this.window.push({ at: now, cost });
    this.used += cost;
    this.passed += 1;
    this.second.push(now);
    this.highest = Math.max(this.highest, this.second.length);
    return true;
  }

  state() {
    return { passed: this.passed, refused: this.refused, highestPerSecond: this.highest };
  }

  private forget(now: number): void {
    this.second = this.second.filter((at) => now - at < SECOND_MS);
    const left = this.window.filter(({ at }) => now - at < WINDOW_SECONDS * SECOND_MS);
    this.used = left.reduce((sum, { cost }) => sum + cost, 0);
    this.window = left;
  }
}

const PER_SECOND = { reads: 20, writes: 20, permissions: 80 } as const;

export type Way = keyof typeof PER_SECOND;

/** What has been asked of one object. A map's items share the map's. */
export class Usage {
  private readonly meters: Readonly<Record<Way, Meter>>;

  constructor(clock: Clock) {
    this.meters = {
      reads: new Meter(clock, PER_SECOND.reads),
      writes: new Meter(clock, PER_SECOND.writes),
      permissions: new Meter(clock, PER_SECOND.permissions),
    };
  }

  take(way: Way, cost?: number): boolean {
    return this.meters[way].take(cost);
  }

  state() {
    const { reads, writes, permissions } = this.meters;
    return { reads: reads.state(), writes: writes.state(), permissions: permissions.state() };
  }
}
