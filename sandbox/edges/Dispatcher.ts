import { Refused } from '../Refused';
import type { World } from '../taskrouter/World';
import type { CallLog } from './CallLog';
import type { EdgeAnswer, EdgeRequest, Route } from './edge';
import type { Faults } from './Faults';
import { writeAsOther } from './writeAsOther';

/** What the transport has to do: answer, or say nothing and leave the caller to its own time limits. */
export type Outcome =
  | { readonly type: 'answer'; readonly answer: EdgeAnswer }
  /** Never answers. */
  | { readonly type: 'silence' }
  /** The work is done; the connection breaks before the answer. */
  | { readonly type: 'lost' };

/** Finds the operation a call is for, lets ordered faults happen, and writes down every call. */
export class Dispatcher {
  constructor(
    private readonly routes: readonly Route[],
    private readonly world: World,
    private readonly faults: Faults,
    private readonly calls: CallLog,
  ) {}

  dispatch(request: EdgeRequest): Outcome {
    for (const route of this.routes) {
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

  private run(route: Route, request: EdgeRequest, groups: string[]): Outcome {
    const fault = this.faults.take(route.operation);
    if (fault?.type === 'hang') {
      this.record(request, route.operation, 0);
      return { type: 'silence' };
    }
    if (fault?.type === 'status') {
      this.record(request, route.operation, fault.status);
      const headers: Record<string, string> =
        fault.retryAfterSeconds === undefined
          ? {}
          : { 'retry-after': String(fault.retryAfterSeconds) };
      const refusal = new Refused(fault.status, fault.status, 'Ordered by the operator');
      return { type: 'answer', answer: { ...refusalAnswer(refusal), headers } };
    }

    let result: EdgeAnswer;
    try {
      if (fault?.type === 'other-writer') writeAsOther(this.world, request.path, fault.set);
      result = route.handle(request, ...groups);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      result = refusalAnswer(error);
    }
    this.record(request, route.operation, fault?.type === 'lost-answer' ? 0 : result.status);
    return fault?.type === 'lost-answer' ? { type: 'lost' } : { type: 'answer', answer: result };
  }

  private record(request: EdgeRequest, operation: string, status: number): void {
    this.calls.record({
      person: request.person.id,
      operation,
      method: request.method,
      path: `${request.host}${request.path}`,
      status,
      unknown: operation === 'unknown',
    });
  }
}

/** The shape of Twilio's REST errors. */
const refusalAnswer = (refusal: Refused): EdgeAnswer => ({
  status: refusal.status,
  body: { code: refusal.code, status: refusal.status, message: refusal.message },
});
