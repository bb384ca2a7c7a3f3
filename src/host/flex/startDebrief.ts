import { always } from '../../app/catalogs/always';
import { followCatalogs } from '../../app/catalogs/followCatalogs';
import type { Catalogs, KeptVersions } from '../../app/catalogs/ports';
import type { CatalogNews, CatalogService } from '../../app/editing/ports';
import type { Clock, DraftStore, Journal, SaveService } from '../../app/ports';
import { warnCatalog } from '../../core/catalog/warnCatalog';
import type { Catalog } from '../../core/catalog/types';
import { createTranslator, type Translate } from '../../strings/translate';
import { completeAction } from './completeAction';
import type { Flex, Manager } from './flexTypes';
import { loadCatalog, withSettings } from './loadCatalog';
import { registerNotices, type Notices } from './notices';
import { registerDebrief, type RegisteredDebrief } from './registerDebrief';
import { createSdkTaskAttributes } from './sdkTaskAttributes';
import { isVersionCheckOn, languageOf, readSettings, type Settings } from './settings';
import { ownTasks } from './tasks';

/** What an adapter to our Functions needs from Flex. */
export interface ServiceParts {
  readonly url: string;
  readonly token: () => string;
  readonly taskSidOf: (reservationSid: string) => string | undefined;
  readonly onUnavailable: (code: string) => void;
}

/** How catalogs are published and followed, where our Functions are there. */
export interface CatalogAdapters {
  readonly service: CatalogService;
  readonly news: CatalogNews;
  readonly kept: KeptVersions;
}

export interface Adapters {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly createService: (from: ServiceParts) => SaveService;
  readonly createCatalogs?: (from: Pick<ServiceParts, 'url' | 'token'>) => CatalogAdapters;
  readonly createDrafts: (workerSid: string, onUnavailable: () => void) => DraftStore;
}

const isAdmin = ({ user }: Manager): boolean =>
  user.roles.some((role) => role === 'admin' || role === 'supervisor');

const noticesFor = (flex: Flex, manager: Manager, translate: Translate): Notices =>
  registerNotices(flex, manager, [
    {
      id: 'catalogBroken',
      type: 'error',
      text: translate('notice.catalogBroken'),
    },
    { id: 'catalogWarning', type: 'warning', text: '' },
    { id: 'catalogRefused', type: 'error', text: '' },
    { id: 'catalogUnreachable', type: 'warning', text: '' },
    { id: 'pluginError', type: 'error', text: translate('notice.pluginError') },
    { id: 'gateError', type: 'error', text: translate('notice.gateError') },
    {
      id: 'gateErrorWayOut',
      type: 'error',
      text: translate('notice.gateErrorWayOut'),
    },
    {
      id: 'endedUnsaved',
      type: 'warning',
      text: translate('notice.endedUnsaved'),
    },
    {
      id: 'unprotected',
      type: 'warning',
      text: translate('notice.unprotected'),
    },
    { id: 'settingMisunderstood', type: 'warning', text: '' },
    { id: 'serviceUnavailable', type: 'warning', text: '' },
    { id: 'noDrafts', type: 'warning', text: translate('notice.noDrafts') },
  ]);

const start = (flex: Flex, manager: Manager, adapters: Adapters): void => {
  const language = languageOf(manager);
  const translate = createTranslator(language);
  const notices = noticesFor(flex, manager, translate);
  let told = false;
  const onError = (error: unknown): void => {
    console.error('[debrief]', error);
    if (!told) notices.show('pluginError');
    told = true;
  };
  const guard = (work: () => unknown): void => {
    try {
      Promise.resolve(work()).catch(onError);
    } catch (error) {
      onError(error);
    }
  };

  /** In everybody's console, and before the eyes of those who can mend it. */
  const tellAdmins = (id: string, text: string): void => {
    console.warn('[debrief]', text);
    if (isAdmin(manager)) notices.show(id, text);
  };

  /** The catalog works, and its author should know before a report shows it. */
  const tellWarnings = (catalog: Catalog): void => {
    const warnings = warnCatalog(catalog).map(({ path, code }) => `${path}: ${code}`);
    const [warning] = warnings;
    if (warning === undefined) return;
    for (const line of warnings) console.warn('[debrief] catalog', line);
    if (isAdmin(manager)) {
      const count = warnings.length;
      notices.show('catalogWarning', translate('notice.catalogWarning', { count, warning }));
    }
  };

  /** Without the service a write is only as safe as the SDK makes it. */
  const tellUnprotected = (): void => {
    if (!isVersionCheckOn(manager)) tellAdmins('unprotected', translate('notice.unprotected'));
  };

  /** Asks at once whether it is there: those who can mend its address are told before an agent saves anything. */
  const startService = (url: string | undefined): SaveService | null => {
    if (url === undefined) {
      tellUnprotected();
      return null;
    }
    let isTold = false;
    const service = adapters.createService({
      url,
      token: () => manager.user.token,
      taskSidOf: (reservationSid) => ownTasks(manager).get(reservationSid)?.taskSid,
      onUnavailable: (code) => {
        if (!isTold) {
          tellAdmins('serviceUnavailable', translate('notice.serviceUnavailable', { url, code }));
          tellUnprotected();
        }
        isTold = true;
      },
    });
    guard(() => service.check());
    return service;
  };

  /** Where no service is configured, there is one catalog for as long as the page lives. */
  const catalogsFor = (
    settings: Settings,
    unpublished: Catalog,
    onAdopted: () => void,
  ): Catalogs => {
    const { functionsUrl: url } = settings;
    if (url === undefined || !adapters.createCatalogs) return always(unpublished);
    return followCatalogs(
      {
        ...adapters.createCatalogs({ url, token: () => manager.user.token }),
        clock: adapters.clock,
        unpublished,
        withSettings: withSettings(settings),
      },
      {
        onAdopted: () => guard(onAdopted),
        onRefused: (version, problems) => {
          for (const { path, code } of problems) console.warn('[debrief] catalog', path, code);
          const [first] = problems;
          const problem = first ? `${first.path || '/'}: ${first.code}` : '';
          tellAdmins('catalogRefused', translate('notice.catalogRefused', { version, problem }));
        },
        onUnreachable: ({ code }, kept) => {
          console.warn('[debrief] catalog service', code);
          const text = kept
            ? translate('notice.catalogKept', { version: kept.version })
            : translate('notice.catalogMissing');
          notices.show('catalogUnreachable', text);
        },
      },
    );
  };

  guard(() => {
    const settings = readSettings(manager);
    if (settings.misunderstood.length > 0) {
      const names = settings.misunderstood.join(', ');
      tellAdmins('settingMisunderstood', translate('notice.settingMisunderstood', { names }));
    }
    const catalog = loadCatalog(settings);
    if (!catalog.ok) {
      const problems = catalog.error.map(({ path, code }) => `${path || '/'}: ${code}`);
      for (const problem of problems) console.warn('[debrief] catalog', problem);
      notices.show(
        'catalogBroken',
        isAdmin(manager)
          ? translate('notice.catalogBrokenAdmin', {
              count: problems.length,
              problem: problems[0] ?? '',
            })
          : undefined,
      );
      return;
    }
    // The warnings of the starter catalog are in its own page; nobody here could do anything about them.
    if (settings.catalog !== undefined) tellWarnings(catalog.value);
    const service = startService(settings.functionsUrl);
    let registered: RegisteredDebrief | null = null;
    const catalogs = catalogsFor(settings, catalog.value, () => registered?.onCatalog());
    registered = registerDebrief({
      flex,
      manager,
      catalogs,
      notices,
      translate,
      language,
      guard,
      ports: {
        attributes: createSdkTaskAttributes(manager),
        service,
        completeLater: (reservationSid) => guard(() => completeAction(flex, reservationSid)),
        clock: adapters.clock,
        journal: adapters.journal,
        drafts: adapters.createDrafts(manager.workerClient?.sid ?? manager.user.identity, () =>
          notices.show('noDrafts'),
        ),
      },
    });
  });
};

/** Starts Debrief in a Flex page. Never throws: a failure is one clear notice, and Flex goes on. */
export const startDebrief = (flex: Flex, manager: Manager, adapters: Adapters): void => {
  try {
    start(flex, manager, adapters);
  } catch (error) {
    // Not even a notice could be registered.
    console.error('[debrief] could not start', error);
  }
};
