import type { Result } from '../../../src/core/result';
import type { RequestProblem } from '../../../src/core/service/requestProblem';
import { fail } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Budget } from '../budget';
import type { Caller } from './tokens';

export interface OperationCall {
  readonly caller: Caller;
  readonly budget: Budget;
}

/** What stands behind the pipeline: whom it is for, and what it does with an input that nobody has looked at yet. */
export interface Operation {
  readonly roles: readonly string[];
  /** How large a request may be, in characters, where it may be larger than others. */
  readonly sizeLimit?: number;
  readonly run: (input: unknown, call: OperationCall) => Promise<Result<unknown, ServiceError>>;
}

/** An operation whose handler only sees parsed input. */
export const defineOperation = <I, T>(definition: {
  readonly roles: readonly string[];
  readonly sizeLimit?: number;
  readonly parse: (input: unknown) => Result<I, readonly RequestProblem[]>;
  readonly handle: (input: I, call: OperationCall) => Promise<Result<T, ServiceError>>;
}): Operation => ({
  roles: definition.roles,
  ...(definition.sizeLimit === undefined ? {} : { sizeLimit: definition.sizeLimit }),
  run: async (input, call) => {
    const parsed = definition.parse(input);
    if (parsed.ok) return definition.handle(parsed.value, call);
    const problems = parsed.error;
    return fail({
      code: problems.every(({ code }) => code === 'unknown-field') ? 'unknown-field' : 'bad-input',
      message: 'The input is not as it should be',
      details: { problems },
    });
  },
});
