import type { RateLimits } from '../control/api';
import type { OperationName } from '../edges/operations';
import { Refused } from '../Refused';
import type { Clock } from '../taskrouter/Clock';

const NO_LIMITS: RateLimits = { readsPerSecond: null, writesPerSecond: null };
/** TaskRouter's own, over the event bridge and over REST; not Sync, Flex or the pages' files. */
const LIMITED = /^(api\.)?(task|reservation|worker)\./;
const SECOND_MS = 1_000;

type Way = keyof RateLimits;

/** TaskRouter's limit of calls per second and workspace, by a sliding second. Refused calls don't count. */
export class RateLimiter {
  private limits = NO_LIMITS;
  private passed: Record<Way, number[]> = { readsPerSecond: [], writesPerSecond: [] };

  constructor(private readonly clock: Clock) {}

  get(): RateLimits {
    return this.limits;
  }

  change(change: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(change)) {
      if (!(name in NO_LIMITS)) {
        throw new Refused(
          400,
          20001,
          `There is no limit ${JSON.stringify(name)}; there are ${Object.keys(NO_LIMITS).join(', ')}`,
        );
      }
      if (value !== null && !(Number.isInteger(value) && Number(value) > 0)) {
        throw new Refused(400, 20001, `${name} must be null or a whole number from 1`);
      }
    }
    this.limits = { ...this.limits, ...change };
  }

  reset(): void {
    this.limits = NO_LIMITS;
    this.passed = { readsPerSecond: [], writesPerSecond: [] };
  }

  /** Counts this call if there is still room for it in its second. */
  admits(operation: OperationName, method: string): boolean {
    const way: Way = method === 'GET' ? 'readsPerSecond' : 'writesPerSecond';
    const limit = this.limits[way];
    if (limit === null || !LIMITED.test(operation)) return true;
    const now = this.clock.now();
    const recent = this.passed[way].filter((at) => now - at < SECOND_MS);
    const room = recent.length < limit;
    this.passed[way] = room ? [...recent, now] : recent;
    return room;
  }
}
