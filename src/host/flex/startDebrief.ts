import { noNews } from '../../app/editing/noNews';
import type { SaveService } from '../../app/ports';
import { warnCatalog } from '../../core/catalog/warnCatalog';
import type { Catalog } from '../../core/catalog/types';
import { createTranslator } from '../../strings/translate';
import type { Adapters } from './adapters';
import { allNotices } from './allNotices';
import { hasDispositions } from './dispositions';
import type { Flex, Manager } from './flexTypes';
import { loadCatalog } from './loadCatalog';
import { registerDebrief, type RegisteredDebrief } from './registerDebrief';
import { createSdkTaskAttributes } from './sdkTaskAttributes';
import { isVersionCheckOn, languageOf, readSettings } from './settings';
import { startCatalogs } from './startCatalogs';
import { lookAtAccount } from './supervisorPart';
import { placeEditor } from './supervisorView';
import { ownTasks } from './tasks';

const isAdmin = ({ user }: Manager): boolean =>
  user.roles.some((role) => role === 'admin' || role === 'supervisor');

const start = (flex: Flex, manager: Manager, adapters: Adapters): void => {
  const language = languageOf(manager);
  const translate = createTranslator(language);
  const notices = allNotices(flex, manager, translate);
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
  const token = () => manager.user.token;
  const taskSidOf = (reservationSid: string) => ownTasks(manager).get(reservationSid)?.taskSid;
  const startService = (url: string | undefined): SaveService | null => {
    if (url === undefined) {
      tellUnprotected();
      return null;
    }
    let isTold = false;
    const service = adapters.createService({
      url,
      token,
      taskSidOf,
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
    const { functionsUrl: url } = settings;
    const published = url === undefined ? null : adapters.createCatalogs({ url, token });
    let registered: RegisteredDebrief | null = null;
    const catalogs = startCatalogs({
      adapters: published,
      settings,
      unpublished: catalog.value,
      clock: adapters.clock,
      notices,
      tellAdmins,
      translate,
      onAdopted: () => guard(() => registered?.onCatalog()),
    });
    const workerSid = manager.workerClient?.sid ?? manager.user.identity;
    const tabs = adapters.createTabs(workerSid);
    if (!tabs) tellAdmins('noTabs', translate('notice.noTabs'));
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
        serviceDrafts:
          url === undefined ? null : adapters.createServiceDrafts({ url, token, taskSidOf }),
        clock: adapters.clock,
        serverClock: adapters.serverClock,
        journal:
          url === undefined ? adapters.journal : adapters.createJournal({ url, token, taskSidOf }),
        tabs,
        drafts: adapters.createDrafts(workerSid, {
          onUnavailable: () => notices.show('noDrafts'),
          onUnreadable: () => notices.show('draftsUnreadable'),
        }),
      },
    });
    // Not before all plugins are up.
    manager.events.addListener('pluginsInitialized', () =>
      guard(() => {
        if (hasDispositions(flex)) tellAdmins('dispositions', translate('notice.dispositions'));
      }),
    );
    const { version: _number, ...fallback } = catalog.value;
    placeEditor(flex, manager, {
      ports: {
        service: published?.service ?? null,
        news: published?.news ?? noNews,
        unsaved: adapters.createUnsaved(workerSid),
        clock: adapters.clock,
        fallback,
        directory: { look: () => lookAtAccount(manager) },
      },
      language,
      translate,
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
