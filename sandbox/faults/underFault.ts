import type { CallFault } from '../control/api';
import type { EdgeAnswer } from '../edges/edge';
import { refusalAnswer } from '../edges/refusalAnswer';
import { Refused } from '../Refused';
import type { Delays } from './Delays';

/** What the transport has to do: answer, or leave the caller to its own time limits and errors. */
export type Outcome =
  | { readonly type: 'answer'; readonly answer: EdgeAnswer }
  /** Never answers. */
  | { readonly type: 'silence' }
  /** The connection is reset before a byte of an answer. */
  | { readonly type: 'dropped' }
  /** The work is done; the connection breaks before the answer is whole. */
  | { readonly type: 'lost' };

/** What a proxy shows for a server that does not answer, and what a login wall shows for everything. */
const page = (status: number): EdgeAnswer => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body:
    status < 400
      ? '<!doctype html><title>Sign in</title><form><label>Password <input></label></form>'
      : `<!doctype html><title>${status}</title><h1>${status}</h1><hr>ordered by the operator`,
});

export interface CallUnderFault {
  readonly fault: CallFault | null;
  readonly delays: Delays;
  /** Lets another writer in. */
  readonly interfere: (set: Readonly<Record<string, unknown>>) => void;
  readonly work: () => EdgeAnswer | Promise<EdgeAnswer>;
}

/** Handles a call, or does to it what was ordered. */
export const underFault = async ({
  fault,
  delays,
  interfere,
  work,
}: CallUnderFault): Promise<Outcome> => {
  switch (fault?.type) {
    case 'hang':
      return { type: 'silence' };
    case 'dropped':
      return { type: 'dropped' };
    case 'html':
      return { type: 'answer', answer: page(fault.status) };
    case 'status': {
      if (fault.afterMs) await delays.wait(fault.afterMs);
      const { status, retryAfterSeconds } = fault;
      const refusal = refusalAnswer(new Refused(status, status, 'Ordered by the operator'));
      const headers: Record<string, string> =
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      return { type: 'answer', answer: { ...refusal, headers } };
    }
    case 'delay': {
      if (fault.of === 'call') await delays.wait(fault.ms);
      const answer = await work();
      if (fault.of === 'answer') await delays.wait(fault.ms);
      return { type: 'answer', answer };
    }
    case 'lost-answer':
      await work();
      return { type: 'lost' };
    case 'other-writer':
      interfere(fault.set);
      return { type: 'answer', answer: await work() };
    case undefined:
      return { type: 'answer', answer: await work() };
  }
};
