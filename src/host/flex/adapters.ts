import type { KeptVersions } from '../../app/catalogs/ports';
import type { CatalogNews, CatalogService, UnsavedDrafts } from '../../app/editing/ports';
import type { ServerClock } from '../../app/wrapUp/serverClock';
import type { Tabs } from '../../app/tabs/ports';
import type { Clock, DraftStore, Journal, SaveService, ServiceDrafts } from '../../app/ports';

/** What an adapter to our Functions needs from Flex. */
export interface ServiceParts {
  readonly url: string;
  readonly token: () => string;
  readonly taskSidOf: (reservationSid: string) => string | undefined;
  readonly onUnavailable: (code: string) => void;
}

export type CatalogAdapterParts = Pick<ServiceParts, 'url' | 'token'>;

/** How catalogs are published and followed, where our Functions are there. */
export interface CatalogAdapters {
  readonly service: CatalogService;
  readonly news: CatalogNews;
  readonly kept: KeptVersions;
}

/** Each is told once. */
interface DraftTroubles {
  /** The browser stores nothing, or no more. */
  readonly onUnavailable: () => void;
  /** The browser has lost the key to what it stores. */
  readonly onUnreadable: () => void;
}

export interface Adapters {
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  /** Of this browser's console. */
  readonly journal: Journal;
  /** The same, of which our Functions hear what those who run Flex should know. */
  readonly createJournal: (from: Omit<ServiceParts, 'onUnavailable'>) => Journal;
  readonly createService: (from: ServiceParts) => SaveService;
  readonly createServiceDrafts: (from: Omit<ServiceParts, 'onUnavailable'>) => ServiceDrafts;
  readonly createCatalogs: (from: CatalogAdapterParts) => CatalogAdapters;
  readonly createUnsaved: (workerSid: string) => UnsavedDrafts;
  /** Null where this browser cannot tell its tabs of each other. */
  readonly createTabs: (workerSid: string) => Tabs | null;
  readonly createDrafts: (workerSid: string, told: DraftTroubles) => DraftStore;
}
