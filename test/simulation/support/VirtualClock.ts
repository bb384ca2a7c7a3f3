interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/** Everything that is ready now has run: promises are settled before the event loop turns. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time that passes only when nothing is left to do: a simulated hour takes as long as its computing. */
export class VirtualClock {
  private time = 0;
  /** A binary heap, the earliest first. */
  private readonly alarms: Alarm[] = [];

  readonly now = (): number => this.time;

  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) =>
      this.push({ at: this.time + Math.max(0, milliseconds), ring: resolve }),
    );

  /** Lets time pass until the work is done. */
  async run(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    void work.finally(() => (isDone = true));
    for (;;) {
      await settled();
      if (isDone) return;
      const next = this.pop();
      if (!next) throw new Error('nothing is left that could happen, and the work is not done');
      this.time = next.at;
      next.ring();
    }
  }

  private push(alarm: Alarm): void {
    const { alarms } = this;
    let index = alarms.push(alarm) - 1;
    for (let above = (index - 1) >> 1; index > 0; above = (index - 1) >> 1) {
      const parent = alarms[above]!;
      if (parent.at <= alarm.at) break;
      alarms[index] = parent;
      index = above;
    }
    alarms[index] = alarm;
  }

  private pop(): Alarm | undefined {
    const { alarms } = this;
    const first = alarms[0];
    const last = alarms.pop();
    if (!last || alarms.length === 0) return first;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= alarms.length) break;
      if (below + 1 < alarms.length && alarms[below + 1]!.at < alarms[below]!.at) below += 1;
      if (alarms[below]!.at >= last.at) break;
      alarms[index] = alarms[below]!;
      index = below;
    }
    alarms[index] = last;
    return first;
  }
}
