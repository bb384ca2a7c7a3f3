import { defineConfig } from '@playwright/test';

/** End to end: the real Flex UI, the built plugin, a real Chromium, the sandbox. */
export default defineConfig({
  testDir: 'test',
  testMatch: ['**/test/e2e/**/*.spec.ts', '**/test/faults/**/*.spec.ts'],
  outputDir: 'test-results',
  fullyParallel: true,
  // A page of Flex and its browser keep two cores busy: two at a time are slower than one after the other.
  workers: 1,
  retries: 0,
  // Loading Flex's 18 MB takes seconds of pure CPU on two cores.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    browserName: 'chromium',
    launchOptions: {
      ...(process.env['DEBRIEF_CHROMIUM']
        ? { executablePath: process.env['DEBRIEF_CHROMIUM'] }
        : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
    },
    viewport: { width: 1400, height: 900 },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
