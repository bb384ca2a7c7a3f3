import type { Catalog, CatalogProblem } from '../../core/catalog/types';
import type { VersionHeader } from '../../core/publishing/types';
import type { CatalogNews, CatalogRefused, CatalogService } from '../editing/ports';
import type { Clock } from '../ports';

/** The catalogs that the use cases work by. */
export interface Catalogs {
  /** By which tasks get their forms from now on; null as long as it is not known. */
  readonly inForce: () => Catalog | null;
  /** Resolves when it is known, or when it is known that it cannot be had for now. */
  readonly isKnown: Promise<void>;
  /** The version that an open capture began with; null when this browser can't have it any more. */
  readonly find: (version: number) => Promise<Catalog | null>;
}

/** Which versions this browser has seen, on its disk. May be unavailable: then it knows none. Never throws. */
export interface KeptVersions {
  /** `none`: the service has said that none is published; null: this browser does not know. */
  readonly newest: () => Promise<VersionHeader | 'none' | null>;
  readonly find: (version: number) => Promise<VersionHeader | null>;
  readonly keep: (header: VersionHeader | 'none') => Promise<void>;
}

/** What becomes of the version in force, for those who have to know. */
export interface CatalogWatcher {
  /** Tasks get their forms by it from now on. */
  readonly onAdopted: (catalog: Catalog) => void;
  /** It is published and not sound: what was in force stays. */
  readonly onRefused: (version: number, problems: readonly CatalogProblem[]) => void;
  /** The service can't be asked. `meanwhile`: the catalog that is worked with; null: none. */
  readonly onUnreachable: (refused: CatalogRefused, meanwhile: Catalog | null) => void;
}

export interface CatalogSources {
  readonly service: Pick<CatalogService, 'current' | 'load'>;
  readonly news: Pick<CatalogNews, 'onVersion'>;
  readonly kept: KeptVersions;
  readonly clock: Clock;
  /** What holds where nothing has been published: the Flex Configuration's catalog or the starter catalog. */
  readonly unpublished: Catalog;
  /**
   * What is used while it is not known whether anything has been published: the Flex Configuration's catalog. Null:
   * nothing then. Answers by the starter catalog would be recorded among those of the account's own.
   */
  readonly standIn: Catalog | null;
  /** As admins have set over all catalogs. */
  readonly withSettings: (catalog: Catalog) => Catalog;
}
