import { validator } from 'twilio-flex-token-validator';
import * as v from 'valibot';
import { fail, ok } from '../../../src/core/result';
import type { CheckToken, TokenRefused } from '../pipeline/tokens';
import type { Context } from './Context';
import { withLimit } from './withLimit';

const valid = v.object({
  valid: v.literal(true),
  worker_sid: v.pipe(v.string(), v.regex(/^WK[0-9a-f]{32}$/)),
  identity: v.pipe(v.string(), v.nonEmpty()),
  roles: v.array(v.string()),
});

/**
 * The validator (1.6.0) rejects with a text, be it Twilio's own about the token or that of a broken connection or of
 * an answer that is no JSON. These are the texts of Node; all others are taken for a no.
 */
const NOBODY_ASKED = /\bE[A-Z_]{4,}\b|socket|network|JSON|was not provided/;

const refusal = (reason: unknown): TokenRefused =>
  typeof reason === 'string' && NOBODY_ASKED.test(reason) ? 'unchecked' : 'bad';

/** Has Twilio check Flex tokens, through Twilio's own validator, which knows no time limit. */
export const flexTokens = (context: Context): CheckToken => {
  const { ACCOUNT_SID = '', AUTH_TOKEN, TWILIO_REGION = '' } = context;
  const [realm] = TWILIO_REGION.split('-');

  return (token, limitMs) => {
    const asked = validator(token, ACCOUNT_SID, AUTH_TOKEN, realm).then(
      (answer) => {
        const parsed = v.safeParse(valid, answer);
        if (!parsed.success) return fail<TokenRefused>('bad');
        const { worker_sid: workerSid, identity, roles } = parsed.output;
        return ok({ workerSid, identity, roles });
      },
      (reason: unknown) => fail(refusal(reason)),
    );
    return withLimit(asked, limitMs, fail<TokenRefused>('unchecked'));
  };
};
