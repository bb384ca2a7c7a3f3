import { chromium, type Browser } from '@playwright/test';

/** As the end-to-end tests launch it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['DEBRIEF_CHROMIUM'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
    ],
  });
