import { always } from '../../app/catalogs/always';
import { followCatalogs } from '../../app/catalogs/followCatalogs';
import type { Catalogs, CatalogWatcher } from '../../app/catalogs/ports';
import type { Clock } from '../../app/ports';
import type { Catalog } from '../../core/catalog/types';
import type { Translate } from '../../strings/translate';
import type { CatalogAdapters } from './adapters';
import { withSettings } from './loadCatalog';
import type { Notices } from './notices';
import type { Settings } from './settings';

export interface CatalogParts {
  /** Null where no service is configured: then there is one catalog for as long as the page lives. */
  readonly adapters: CatalogAdapters | null;
  readonly settings: Settings;
  /** What holds as long as nothing is published. */
  readonly unpublished: Catalog;
  readonly clock: Clock;
  readonly notices: Notices;
  /** In everybody's console, and before the eyes of those who can mend it. */
  readonly tellAdmins: (id: string, text: string) => void;
  readonly translate: Translate;
  readonly onAdopted: () => void;
}

const watcherOf = ({
  notices,
  tellAdmins,
  translate,
  unpublished,
  onAdopted,
}: CatalogParts): CatalogWatcher => ({
  onAdopted,
  onRefused: (version, problems) => {
    for (const { path, code } of problems) console.warn('[debrief] catalog', path, code);
    const [first] = problems;
    const problem = first ? `${first.path || '/'}: ${first.code}` : '';
    tellAdmins('catalogRefused', translate('notice.catalogRefused', { version, problem }));
  },
  onUnreachable: ({ code, retryable }, meanwhile) => {
    console.warn('[debrief] catalog service', code);
    // There is none that publishes, and none is needed.
    if (!retryable) return;
    if (meanwhile === unpublished) {
      tellAdmins('catalogUnreachable', translate('notice.catalogConfigured'));
      return;
    }
    const text = meanwhile
      ? translate('notice.catalogKept', { version: meanwhile.version })
      : translate('notice.catalogMissing');
    notices.show('catalogUnreachable', text);
  },
});

/** The catalogs that tasks get their forms by. */
export const startCatalogs = (parts: CatalogParts): Catalogs => {
  const { adapters, settings, unpublished, clock } = parts;
  if (!adapters) return always(unpublished);
  const standIn = settings.catalog === undefined ? null : unpublished;
  return followCatalogs(
    { ...adapters, clock, unpublished, standIn, withSettings: withSettings(settings) },
    watcherOf(parts),
  );
};
