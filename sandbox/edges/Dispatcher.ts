import type { Delays } from '../faults/Delays';
import type { Faults } from '../faults/Faults';
import type { RateLimiter } from '../faults/RateLimiter';
import { underFault, type Outcome } from '../faults/underFault';
import { taskSidOf, writeAsOther } from '../faults/writeAsOther';
import { Refused } from '../Refused';
import type { World } from '../taskrouter/World';
import type { CallLog } from './CallLog';
import type { EdgeRequest, Route } from './edge';
import { refusalAnswer } from './refusalAnswer';

export interface DispatcherParts {
  readonly routes: readonly Route[];
  readonly world: World;
  readonly faults: Faults;
  readonly delays: Delays;
  readonly rateLimiter: RateLimiter;
  readonly calls: CallLog;
}

/** Finds the operation a call is for, lets ordered faults happen, and writes down every call. */
export class Dispatcher {
  constructor(private readonly parts: DispatcherParts) {}

  /** Handled at once, unless a fault delays it; how the caller is told is the transport's. */
  async dispatch(request: EdgeRequest): Promise<Outcome> {
    for (const route of this.parts.routes) {
      if (route.method !== request.method || !route.host.test(request.host)) continue;
      const match = route.path.exec(request.path);
      if (match) return this.run(route, request, match.slice(1));
    }
    // 501, so that the page shows that something is missing here rather than at Twilio.
    const refusal = new Refused(
      501,
      501,
      `The sandbox does not emulate ${request.method} ${request.host}${request.path}`,
    );
    this.record(request, 'unknown', refusal.status);
    return { type: 'answer', answer: refusalAnswer(refusal) };
  }

  private async run(route: Route, request: EdgeRequest, groups: string[]): Promise<Outcome> {
    const outcome = await this.attempt(route, request, groups);
    const status = outcome.type === 'answer' ? outcome.answer.status : 0;
    this.record(request, route.operation, status);
    return outcome;
  }

  private async attempt(route: Route, request: EdgeRequest, groups: string[]): Promise<Outcome> {
    const { world, faults, delays, rateLimiter } = this.parts;
    if (!rateLimiter.admits(route.operation, request.method))
      return { type: 'answer', answer: TOO_MANY };
    return underFault({
      fault: faults.takeForCall(route.operation),
      delays,
      interfere: (set) => writeAsOther(world, taskSidOf(world, request.path), set),
      work: () => {
        try {
          return route.handle(request, ...groups);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          return refusalAnswer(error);
        }
      },
    });
  }

  private record(request: EdgeRequest, operation: string, status: number): void {
    this.parts.calls.record({
      person: request.person.id,
      operation,
      method: request.method,
      path: `${request.host}${request.path}`,
      status,
      unknown: operation === 'unknown',
    });
  }
}

/** 20429 is Twilio's documented code; whether TaskRouter sends Retry-After is not known. */
const TOO_MANY = {
  ...refusalAnswer(new Refused(429, 20429, 'Too many requests to TaskRouter in this second')),
  headers: { 'retry-after': '1' },
};
