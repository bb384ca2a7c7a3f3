import { fail, ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Budget } from '../budget';

/** Whom a valid token stands for. */
export interface Caller {
  readonly workerSid: string;
  /** The name under which Sync knows them. */
  readonly identity: string;
  readonly roles: readonly string[];
}

/** `bad`: Twilio says no. `unchecked`: nobody could be asked. */
export type TokenRefused = 'bad' | 'unchecked';

/** Asks Twilio about a token, within the limit. Never throws. */
export type CheckToken = (token: string, limitMs: number) => Promise<Result<Caller, TokenRefused>>;

/** Who calls. An agent’s token proves who they are, not what they may do. */
export const authenticate = async (
  token: string | null,
  checkToken: CheckToken,
  budget: Budget,
): Promise<Result<Caller, ServiceError>> => {
  if (token === null) return fail({ code: 'no-token', message: 'Token, a Flex token, is missing' });
  const caller = await checkToken(token, budget.left());
  if (caller.ok) return ok(caller.value);
  return caller.error === 'bad'
    ? fail({ code: 'bad-token', message: 'The token is not valid, or not any more' })
    : fail({ code: 'token-unchecked', message: 'The token could not be checked' });
};

/** Whether the caller has one of the roles that the operation is for. */
export const checkRole = (
  { roles }: Caller,
  allowed: readonly string[],
): Result<null, ServiceError> =>
  roles.some((role) => allowed.includes(role))
    ? ok(null)
    : fail({
        code: 'role-refused',
        message: 'The operation is for other roles',
        details: { allowed },
      });
