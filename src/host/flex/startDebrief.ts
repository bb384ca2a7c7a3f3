import type { Clock, DraftStore, Journal } from '../../app/ports';
import { createTranslator, type Translate } from '../../strings/translate';
import type { Flex, Manager } from './flexTypes';
import { loadCatalog } from './loadCatalog';
import { registerNotices, type Notices } from './notices';
import { registerDebrief } from './registerDebrief';
import { createSdkTaskAttributes } from './sdkTaskAttributes';
import { isVersionCheckOn, languageOf, readSettings } from './settings';

export interface Adapters {
  readonly clock: Clock;
  readonly journal: Journal;
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
    if (!isVersionCheckOn(manager)) {
      tellAdmins('unprotected', translate('notice.unprotected'));
    }
    registerDebrief({
      flex,
      manager,
      catalog: catalog.value,
      notices,
      translate,
      language,
      guard,
      ports: {
        attributes: createSdkTaskAttributes(manager),
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
