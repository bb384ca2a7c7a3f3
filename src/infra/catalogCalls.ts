import type { CatalogRefused } from '../app/editing/ports';
import type { Clock } from '../app/ports';
import { fail, type Result } from '../core/result';
import {
  CATALOG_ANSWERS,
  type CatalogAnswers,
  type CatalogOperation,
} from '../core/service/catalogAnswers';
import type { CatalogOperationInputs } from '../core/service/catalogRequests';
import { parseAnswer, type ServiceFailure } from '../core/service/serviceAnswer';
import { retryDelayMs } from '../core/sync/retryDelayMs';
import type { CallFunctions } from './functionsClient';

/** How often a call is made at most. The service has had patience of its own before it refuses. */
const TRIES = 5;

const UNREACHABLE: CatalogRefused = { code: 'unreachable', retryable: true, details: {} };

const refusedBy = ({ code, retryable, details }: ServiceFailure): CatalogRefused => ({
  code,
  retryable,
  details,
});

/** Asks the endpoint `catalog` for one thing. Never throws. */
export type AskCatalog = <K extends CatalogOperation>(
  operation: K,
  input: CatalogOperationInputs[K],
) => Promise<Result<CatalogAnswers[K], CatalogRefused>>;

/**
 * Calls of the catalog service, made again with jitter where that may help. Each of them may be: what was done already
 * is not done twice, and its answer comes again.
 */
export const createCatalogCalls = (call: CallFunctions, clock: Clock): AskCatalog => {
  const askOnce = async <K extends CatalogOperation>(
    operation: K,
    input: CatalogOperationInputs[K],
  ): Promise<Result<CatalogAnswers[K], ServiceFailure | null>> => {
    const reply = await call(operation, input);
    if (!reply) return fail(null);
    // Each operation's own: the compiler does not follow a key through a table.
    const shape = CATALOG_ANSWERS[operation] as Parameters<
      typeof parseAnswer<CatalogAnswers[K]>
    >[1];
    return parseAnswer(reply, shape);
  };

  return async (operation, input) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await askOnce(operation, input);
      if (answer.ok) return answer;
      const refused = answer.error ? refusedBy(answer.error) : UNREACHABLE;
      if (!refused.retryable || attempt === TRIES) return fail(refused);
      await clock.wait(retryDelayMs(attempt, answer.error?.retryAfterMs ?? null, clock.random()));
    }
  };
};
