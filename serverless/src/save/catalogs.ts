import { parsePublished } from '../../../src/core/catalog/parseCatalog';
import type { Catalog, CatalogContent, CatalogProblem } from '../../../src/core/catalog/types';
import { fail, ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Budget } from '../budget';
import type { Clock } from '../Clock';
import type { Patience } from './patience';
import type { Configuration, FetchConfiguration } from './ports';
import { readCatalog } from './readCatalog';

/** Where answers go by the catalog they were given by. */
export interface CatalogInForce {
  readonly catalog: Catalog;
  readonly workspaceSid: string;
}

interface Limits {
  readonly budget: Budget;
  readonly patience: Patience;
}

export interface Catalogs {
  /** The catalog of that version: a published one, or the Flex Configuration's. */
  readonly find: (version: number, limits: Limits) => Promise<Result<CatalogInForce, ServiceError>>;
  /** The account's workspace, for what goes by no catalog. */
  readonly workspace: (limits: Limits) => Promise<Result<string, ServiceError>>;
}

export interface PublishedCatalog {
  /** Null where no version has that number, or not any more. */
  readonly content: CatalogContent | null;
  /** The number of the version in force; null where none has been published. */
  readonly current: number | null;
}

/** Looks for a published version. */
export type FindPublished = (
  version: number,
  budget: Budget,
) => Promise<Result<PublishedCatalog, ServiceError>>;

/** An admin may correct a catalog without raising its version: that much later the correction holds here too. */
const KEPT_MS = 60_000;
/** Published versions never change, but each takes memory: the one in force, and those that open captures are on. */
const KEPT_VERSIONS = 3;

const broken = (where: string, problems: readonly CatalogProblem[]): ServiceError => ({
  code: 'catalog-broken',
  message: `${where} has problems`,
  details: {
    problems: problems.length,
    first: { code: problems[0]?.code, path: problems[0]?.path },
  },
});

const nonePublished: FindPublished = () => Promise.resolve(ok({ content: null, current: null }));

/**
 * Catalogs by their version, kept in memory for as long as the platform keeps this instance; the Flex Configuration's
 * at most a minute. A request that names another version has it looked for at once: a new one was just published.
 */
export const createCatalogs = (
  fetchConfiguration: FetchConfiguration,
  clock: Clock,
  findPublished: FindPublished = nonePublished,
): Catalogs => {
  const published = new Map<number, CatalogInForce>();
  let kept: { readonly inForce: CatalogInForce; readonly until: number } | null = null;
  let workspaceSid: string | null = null;

  const configuration = async ({
    budget,
    patience,
  }: Limits): Promise<Result<Configuration, ServiceError>> => {
    for (;;) {
      const fetched = await fetchConfiguration(budget.left());
      if (fetched.ok) {
        workspaceSid = fetched.value.workspaceSid;
        return fetched;
      }
      const error = await patience(fetched.error);
      if (error) return fail(error);
    }
  };

  const workspace = async (limits: Limits): Promise<Result<string, ServiceError>> => {
    if (workspaceSid !== null) return ok(workspaceSid);
    const fetched = await configuration(limits);
    return fetched.ok ? ok(fetched.value.workspaceSid) : fetched;
  };

  const keepPublished = async (
    content: CatalogContent,
    version: number,
    limits: Limits,
  ): Promise<Result<CatalogInForce, ServiceError>> => {
    const parsed = parsePublished({ ...content, version });
    if (!parsed.ok) return fail(broken(`Version ${version}`, parsed.error));
    const known = await workspace(limits);
    if (!known.ok) return known;
    const found = { catalog: parsed.value, workspaceSid: known.value };
    published.set(version, found);
    const [oldest] = published.keys();
    if (published.size > KEPT_VERSIONS && oldest !== undefined) published.delete(oldest);
    return ok(found);
  };

  return {
    workspace,
    find: async (version, limits) => {
      const known = published.get(version);
      if (known) return ok(known);
      if (kept?.inForce.catalog.version === version && clock.now() < kept.until) {
        return ok(kept.inForce);
      }
      const found = await findPublished(version, limits.budget);
      if (!found.ok) return found;
      const { content, current } = found.value;
      if (content) return keepPublished(content, version, limits);

      const fetched = await configuration(limits);
      if (!fetched.ok) return fetched;
      const catalog = readCatalog(fetched.value);
      if (!catalog.ok && current === null) {
        return fail(broken('The catalog of the Flex Configuration', catalog.error));
      }
      if (catalog.ok) {
        const inForce = { catalog: catalog.value, workspaceSid: fetched.value.workspaceSid };
        kept = { inForce, until: clock.now() + KEPT_MS };
        if (catalog.value.version === version) return ok(inForce);
      }
      const inForce = current ?? kept?.inForce.catalog.version;
      return fail({
        code: 'catalog-unknown',
        message: `The catalog in force is version ${inForce}`,
        details: { asked: version, current: inForce },
      });
    },
  };
};
