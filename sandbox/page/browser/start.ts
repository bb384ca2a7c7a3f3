import { readSettings } from './readSettings';

/** The key under which Flex UI 2.17.1 keeps its login; with it there, no login page comes up. */
const LOGIN_KEY = 'TWILIO_FLEX_SSO';

interface FlexGlobal {
  readonly Twilio: {
    readonly Flex: { runDefault(config: unknown, container: string): Promise<unknown> };
  };
  appConfig?: unknown;
}

const settings = readSettings();
const page = window as unknown as FlexGlobal;

// Afresh at each load, so that a page left open overnight is signed in again by a reload.
localStorage.setItem(LOGIN_KEY, JSON.stringify(settings.login));

page.appConfig = { ...settings.appConfig, serviceBaseUrl: location.origin };
page.Twilio.Flex.runDefault(page.appConfig, '#container').catch((error: unknown) => {
  console.error('Flex did not start', error);
});
