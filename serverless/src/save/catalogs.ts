import starterCatalog from '../../../public/starter-catalog.json';
import { parseCatalog, parseCatalogText } from '../../../src/core/catalog/parseCatalog';
import type { Catalog } from '../../../src/core/catalog/types';
import { fail, ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Budget } from '../budget';
import type { Clock } from '../Clock';
import type { Patience } from './patience';
import type { Configuration, FetchConfiguration } from './ports';

/** Where answers go by the catalog they were given by. */
export interface CatalogInForce {
  readonly catalog: Catalog;
  readonly workspaceSid: string;
}

export interface Catalogs {
  /** The catalog of that version, if it is the one in force. */
  readonly find: (
    version: number,
    limits: { readonly budget: Budget; readonly patience: Patience },
  ) => Promise<Result<CatalogInForce, ServiceError>>;
}

/** An admin may correct a catalog without raising its version: that much later the correction holds here too. */
const KEPT_MS = 60_000;

function readCatalog({
  workspaceSid,
  catalog,
}: Configuration): Result<CatalogInForce, ServiceError> {
  const given = catalog ?? starterCatalog;
  const parsed = typeof given === 'string' ? parseCatalogText(given) : parseCatalog(given);
  if (parsed.ok) return ok({ catalog: parsed.value, workspaceSid });
  const [first] = parsed.error;
  return fail({
    code: 'catalog-broken',
    message: 'The catalog of the Flex Configuration has problems',
    details: { problems: parsed.error.length, first: { code: first?.code, path: first?.path } },
  });
}

/**
 * The account's catalog, kept in memory for as long as the platform keeps this instance, at most a minute. A request
 * that names another version than the kept one has it read again at once: a new version was just published.
 */
export const createCatalogs = (fetchConfiguration: FetchConfiguration, clock: Clock): Catalogs => {
  let kept: { readonly inForce: CatalogInForce; readonly until: number } | null = null;

  return {
    find: async (version, { budget, patience }) => {
      if (kept?.inForce.catalog.version === version && clock.now() < kept.until) {
        return ok(kept.inForce);
      }
      for (;;) {
        const fetched = await fetchConfiguration(budget.left());
        if (!fetched.ok) {
          const error = await patience(fetched.error);
          if (error) return fail(error);
          continue;
        }
        const inForce = readCatalog(fetched.value);
        if (!inForce.ok) return inForce;
        kept = { inForce: inForce.value, until: clock.now() + KEPT_MS };
        const current = inForce.value.catalog.version;
        if (current === version) return inForce;
        return fail({
          code: 'catalog-unknown',
          message: `The catalog in force is version ${current}`,
          details: { asked: version, current },
        });
      }
    },
  };
};
