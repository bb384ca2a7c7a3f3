import { test as base, expect, type Page } from '@playwright/test';
import type { PersonId } from '../../../sandbox/control/api';
import { Desks } from './Desks';
import { EditorPage } from './EditorPage';
import { FlexPage } from './FlexPage';
import { isFlexsOwn } from './flexsOwnErrors';
import { Sandbox } from './Sandbox';
import { Watch } from './Watch';

interface WorkerFixtures {
  readonly sharedSandbox: Sandbox;
  readonly desks: Desks;
}

interface TestFixtures {
  /** Reset before each test. */
  readonly sandbox: Sandbox;
  /** Console errors that the test itself provokes: exact texts, each of which has to come. */
  readonly expectErrors: (...texts: readonly string[]) => void;
  readonly expectedErrors: Set<string>;
  readonly watch: Watch;
  /** Anybody's Flex, not opened yet. */
  readonly deskOf: (person: PersonId) => Promise<FlexPage>;
  /** The catalog editor in somebody's Flex, not opened yet. */
  readonly editorOf: (person: PersonId) => Promise<EditorPage>;
  /** Agent 1's Flex, opened by the test when its settings are made. */
  readonly flex: FlexPage;
  /** The operator's browser window. */
  readonly operator: Page;
}

/**
 * Each test gets a reset sandbox and empty browser windows, and fails on an emulated call that is not known, on any
 * request that leaves the machine, and on any console error that Flex alone does not make.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedSandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start();
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  desks: [
    async ({ browser }, use) => {
      const desks = new Desks(browser);
      await use(desks);
      await desks.close();
    },
    { scope: 'worker' },
  ],
  expectedErrors: async ({}, use) => use(new Set()),
  expectErrors: async ({ expectedErrors }, use) =>
    use((...texts) => texts.forEach((text) => expectedErrors.add(text))),
  sandbox: async ({ sharedSandbox }, use) => {
    await sharedSandbox.reset();
    await use(sharedSandbox);
  },
  watch: [
    async ({ sandbox, desks, expectedErrors }, use) => {
      const watch = new Watch();
      await use(watch);
      const { unknownCalls } = await sandbox.state();
      watch.stop();
      await desks.leave();
      expect(unknownCalls, 'emulated calls that PARITY.md does not cover').toEqual([]);
      expect(watch.strangers, 'requests that left the machine').toEqual([]);
      for (const text of expectedErrors) {
        expect(watch.errors, 'console errors that the test provokes').toContain(text);
      }
      const ours = watch.errors.filter((text) => !isFlexsOwn(text) && !expectedErrors.has(text));
      expect(ours, 'console errors that Flex alone does not make').toEqual([]);
    },
    { auto: true },
  ],
  deskOf: async ({ sandbox, desks, watch }, use) => {
    await use(async (person) => {
      const address = sandbox.addresses.people[person];
      const page = await desks.page(person, address);
      watch.follow(page);
      return new FlexPage(page, address);
    });
  },
  editorOf: async ({ deskOf, sandbox }, use) =>
    use(async (person) => {
      const { page } = await deskOf(person);
      return new EditorPage(page, sandbox.addresses.people[person]);
    }),
  flex: async ({ deskOf }, use) => use(await deskOf('agent1')),
  operator: async ({ sandbox, desks, watch }, use) => {
    const page = await desks.page('operator', sandbox.addresses.console);
    watch.follow(page);
    await use(page);
  },
});

export { expect } from '@playwright/test';
