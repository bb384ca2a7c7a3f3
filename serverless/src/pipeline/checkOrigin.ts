import { fail, ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';

/** Where Flex's own pages come from. */
const FLEX = 'https://flex.twilio.com';

/** The setting ALLOWED_ORIGINS: origins with commas between. Without it, Twilio's own Flex. */
export const allowedOrigins = (setting: string | undefined): readonly string[] => {
  const listed = (setting ?? '')
    .split(',')
    .map((origin) => origin.trim().replace(/\/$/, ''))
    .filter((origin) => origin !== '');
  return listed.length > 0 ? listed : [FLEX];
};

/**
 * Defence in depth only: any program can send any origin, so what keeps strangers out is the token. A call without
 * one comes from no page.
 */
export const checkOrigin = (
  origin: string | null,
  allowed: readonly string[],
): Result<null, ServiceError> =>
  origin === null || allowed.includes(origin)
    ? ok(null)
    : fail({
        code: 'origin-refused',
        message: 'Pages of this origin may not call the service: see ALLOWED_ORIGINS',
      });
