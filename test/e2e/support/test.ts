import { test as base, expect } from '@playwright/test';
import { FlexPage } from './flexPage';
import { isFlexsOwn } from './flexsOwnErrors';
import { startSandbox, type Sandbox } from './sandbox';

interface WorkerFixtures {
  readonly sharedSandbox: Sandbox;
}

interface TestFixtures {
  readonly sandbox: Sandbox;
  /** Agent 1's Flex, opened by the test when its settings are made. */
  readonly flex: FlexPage;
  /** Console errors that the test itself provokes: exact texts. */
  readonly expectedErrors: Set<string>;
  readonly watchful: void;
}

/**
 * Each test gets a reset sandbox, and fails on an emulated call that is not known, on any request that leaves the
 * machine, and on any console error that Flex alone does not make.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedSandbox: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from this pattern
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  sandbox: async ({ sharedSandbox }, use) => {
    await sharedSandbox.reset();
    await use(sharedSandbox);
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  expectedErrors: async ({}, use) => use(new Set()),
  flex: async ({ page }, use) => use(new FlexPage(page)),
  watchful: [
    async ({ context, sandbox, expectedErrors }, use) => {
      const errors: string[] = [];
      const strangers: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      context.on('request', (request) => {
        const url = new URL(request.url());
        const local = url.hostname === 'localhost' || url.protocol !== 'http:' && url.protocol !== 'https:';
        if (!local) strangers.push(request.url());
      });
      await use();
      const { unknownCalls } = await sandbox.state();
      expect(unknownCalls, 'emulated calls that PARITY.md does not cover').toEqual([]);
      expect(strangers, 'requests that left the machine').toEqual([]);
      const ours = errors.filter((text) => !isFlexsOwn(text) && !expectedErrors.has(text));
      expect(ours, 'console errors that Flex alone does not make').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
