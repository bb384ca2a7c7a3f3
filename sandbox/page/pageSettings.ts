import type { SandboxSettings } from '../control/api';
import type { Person } from '../people';
import { ACCOUNT_SID } from '../taskrouter/seed';

/** What the page's start script needs to know, put into the page as JSON. */
export interface PageSettings {
  /** The Functions' origin, the one that calls are let through to. */
  readonly functions: string;
  /** Flex's own `appConfig`. */
  readonly appConfig: Readonly<Record<string, unknown>>;
  /** What Flex keeps of a login in the browser (read in Flex UI 2.17.1). */
  readonly login: {
    readonly identity: string;
    readonly roles: readonly string[];
    readonly permissions: readonly string[];
    readonly token: string;
    readonly flexUserSid: string;
    readonly expiration: string;
  };
}

const LOGIN_LIFETIME_MS = 8 * 3600 * 1000;

export const pageSettings = (
  person: Person,
  settings: SandboxSettings,
  functions: string,
  now: number,
): PageSettings => ({
  functions,
  appConfig: {
    sso: { accountSid: ACCOUNT_SID, loginPopup: false },
    pluginService: { enabled: true },
    logLevel: 'warn',
    theme: { isLight: settings.theme === 'light' },
  },
  login: {
    identity: person.identity,
    roles: [person.role],
    permissions: [],
    token: person.token,
    flexUserSid: person.flexUserSid,
    expiration: new Date(now + LOGIN_LIFETIME_MS).toISOString(),
  },
});
