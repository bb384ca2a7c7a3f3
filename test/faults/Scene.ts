import { expect, type CDPSession, type Page } from '@playwright/test';
import type { Fault, LedgerEntry, PersonId } from '../../sandbox/control/api';
import type { EditorPage } from '../e2e/support/EditorPage';
import { FlexPage } from '../e2e/support/FlexPage';
import type { Sandbox, Sent } from '../e2e/support/Sandbox';
import type { Watch } from '../e2e/support/Watch';
import type { CellFacts } from './cell';
import type { Ear } from './Ear';
import { BOTH, callWith, comparable, PLANTED, taskWith } from './literals';

const ENDS = ['completed', 'canceled', 'rescinded', 'timeout', 'rejected'].map(
  (how) => `reservation.${how}`,
);

export interface SceneParts {
  readonly sandbox: Sandbox;
  /** Agent 1's window, used by other cells too. */
  readonly flex: FlexPage;
  /** It shows Flex already, with the settings of this cell. */
  readonly isOpen: boolean;
  readonly watch: Watch;
  readonly ear: Ear;
  readonly way: CellFacts['way'];
  readonly editor: () => Promise<EditorPage>;
}

/** One agent, one task, one fault: what a story does, and what its judgement needs to know. */
export class Scene {
  readonly sandbox: Sandbox;
  flex: FlexPage;
  task!: Sent;
  /** Under `conversations`, as JSON without its braces. */
  meant = BOTH;
  /** By the path under `conversations`, as the form names it. */
  required: Readonly<Record<string, string>> = { outcome: 'Outcome', campaign: 'Campaign' };
  /** The raw attributes at the end; undefined: with what is meant. */
  expected: string | undefined;
  readonly said: string[] = [];
  /** The next cell must not go on in this page. */
  isSpent = false;
  private isCall = false;
  private isAtWork: boolean;
  private counted: Readonly<Record<string, number>> = {};
  private readonly windows: { close(): Promise<unknown> }[] = [];

  constructor(readonly parts: SceneParts) {
    this.sandbox = parts.sandbox;
    this.flex = parts.flex;
    this.isAtWork = parts.isOpen;
  }

  get page(): Page {
    return this.flex.page;
  }

  // ---- the agent

  /** Flex is loaded, and the service has answered its first question. */
  async atWork(): Promise<void> {
    const before = await this.sandbox.count('functions.call');
    await this.flex.open();
    this.isAtWork = true;
    if (this.parts.way === 'Functions') {
      await expect
        .poll(() => this.sandbox.count('functions.call'), { timeout: 60_000 })
        .toBeGreaterThan(before);
    }
  }

  /** Likewise, unless it was before. */
  async ready(): Promise<void> {
    if (!this.isAtWork) await this.atWork();
  }

  /** A task with other programs' attributes on it, accepted, with its form open. A call has a wrap-up. */
  async taken(
    attributes: unknown = PLANTED,
    channel: 'custom1' | 'voice' = 'custom1',
  ): Promise<void> {
    await this.ready();
    this.isAtWork = false;
    this.isCall = channel === 'voice';
    this.counted = (await this.sandbox.state()).callCounts;
    this.task = await this.sandbox.send({ channel, attributes });
    await this.flex.accept();
    if (this.isCall) await this.flex.expectLive();
    await this.flex.openTab();
  }

  /** The raw attributes of this cell's task, with these answers among them. */
  holding = (answers: string): string => (this.isCall ? callWith : taskWith)(answers);

  /** Likewise, and answered. */
  async answered(): Promise<void> {
    await this.taken();
    await this.flex.answerService();
  }

  async callTaken(): Promise<void> {
    await this.taken(PLANTED, 'voice');
  }

  async callAnswered(): Promise<void> {
    await this.callTaken();
    await this.flex.answerService();
  }

  /** By the keyboard: Flex lays its own notices over the button. */
  complete = (): Promise<void> => this.flex.completeButton.press('Enter');

  /** What is on the screen is on the disk as well. */
  async onDisk(): Promise<void> {
    await expect.poll(() => this.flex.drafts()).toBe(1);
  }

  /** How often the draft was written to the disk: its content is encrypted. */
  draftWrites = (): Promise<number | undefined> =>
    this.page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const name = names.find((known) => known.startsWith('debrief-drafts-'))!;
      return new Promise<number | undefined>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { count: number }[])[0]?.count);
          };
        };
      });
    });

  /** After a reload or in another window: the task is there, with its form. */
  async back(): Promise<void> {
    if (!(await this.flex.panel.isVisible())) {
      await this.flex
        .taskNamed(this.isCall ? '+1 415-555-0100' : 'Web request')
        .first()
        .click();
      await this.flex.openTab();
    }
  }

  async showsBoth(): Promise<void> {
    await expect(this.flex.field('Outcome')).toHaveValue('Resolved in this contact');
    await expect(this.flex.field('Campaign')).toHaveValue('Renewals');
  }

  /** The page tells the agent. */
  async hears(what: string | RegExp, timeout = 20_000): Promise<void> {
    const words = this.page
      .locator('[data-debrief], .Twilio-NotificationBar-NotificationContainer')
      .getByText(what)
      .first();
    await expect(words).toBeVisible({ timeout });
    this.said.push((await words.textContent()) ?? '');
  }

  /** Answers that are on no task, listed over the page. */
  async hasAside(...answers: readonly string[]): Promise<void> {
    this.isSpent = true;
    const aside = this.page.locator('[data-debrief="aside"]');
    await expect(aside).toBeVisible({ timeout: 20_000 });
    for (const answer of answers) await expect(aside).toContainText(answer);
    this.said.push((await aside.textContent()) ?? '');
  }

  // ---- the world

  /** The customer hangs up. */
  async wrapUp(): Promise<void> {
    await this.sandbox.customerHangsUp(this.task);
    await this.reservationIs('wrapping');
  }

  fault(operation: string, kind: Fault['kind'], times: number | 'until-off' = 1): Promise<string> {
    // A service that could not do its work is left alone for a minute.
    if (operation === 'functions.call' && kind.type !== 'delay') this.isSpent = true;
    return this.sandbox.fault(operation, kind, times);
  }
  faultsEnd = (): Promise<unknown> => this.sandbox.post('faults/clear');
  otherWrites = (set: Readonly<Record<string, unknown>>): Promise<unknown> =>
    this.sandbox.post(`tasks/${this.task.taskSid}/other-writer`, { set });
  /** The raw attributes, without SIDs and times. */
  attributes = async (): Promise<string> => comparable(await this.sandbox.attributes(this.task));
  setOffline(offline: boolean): Promise<void> {
    this.isSpent = true;
    return this.page.context().setOffline(offline);
  }

  async reservationIs(status: string): Promise<void> {
    await expect
      .poll(async () => (await this.sandbox.task(this.task)).reservations.at(-1)?.status)
      .toBe(status);
  }

  /** Likewise of one of several agents on the task. */
  async reservationOf(worker: PersonId, status: string): Promise<void> {
    const statuses = async () =>
      (await this.sandbox.task(this.task)).reservations
        .filter((reservation) => reservation.worker === worker)
        .map((reservation) => reservation.status);
    await expect.poll(statuses).toContain(status);
  }

  /** How often Twilio was asked for something since the task came. */
  count = async (operation: string): Promise<number> =>
    (await this.sandbox.count(operation)) - (this.counted[operation] ?? 0);

  async asked(operation: string, times: number): Promise<void> {
    await expect.poll(() => this.count(operation), { timeout: 20_000 }).toBe(times);
  }

  // ---- windows

  /** A window of its own, since what happens to it is not to be undone. */
  async ownWindow(prepare: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<void> {
    // One agent, one desktop: two would both be offered the task.
    await this.leaves();
    const browser = this.flex.page.context().browser()!;
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    this.windows.push(context);
    const page = await context.newPage();
    await prepare(page);
    await this.takePage(page);
  }

  /** The agent closes Flex. */
  async leaves(): Promise<void> {
    this.isSpent = true;
    this.isAtWork = false;
    await this.page.goto('about:blank');
  }

  /** Another tab of the same browser. */
  async secondTab(): Promise<FlexPage> {
    this.isSpent = true;
    const page = await this.page.context().newPage();
    this.windows.push(page);
    await this.follow(page);
    const second = new FlexPage(page, this.sandbox.addresses.people.agent1);
    await second.open();
    return second;
  }

  private follow(page: Page): Promise<void> {
    this.parts.watch.follow(page);
    return this.parts.ear.follow(page);
  }

  async takePage(page: Page): Promise<void> {
    await this.follow(page);
    this.flex = new FlexPage(page, this.sandbox.addresses.people.agent1);
  }

  keep(window: { close(): Promise<unknown> }): void {
    this.windows.push(window);
  }

  devtools = (): Promise<CDPSession> => this.page.context().newCDPSession(this.page);

  async closeWindows(): Promise<void> {
    if (this.isSpent) await this.parts.flex.page.context().setOffline(false);
    for (const window of this.windows.splice(0).reverse())
      await window.close().catch(() => undefined);
  }

  // ---- the end

  private async endEntry(): Promise<LedgerEntry | null> {
    const entries = await this.sandbox.ledger();
    return (
      entries.find(
        ({ reservationSid, event }) =>
          reservationSid === this.task.reservationSid && ENDS.includes(event),
      ) ?? null
    );
  }

  /** The reservation has ended. */
  async ends(timeout = 30_000): Promise<void> {
    await expect.poll(async () => (await this.endEntry()) !== null, { timeout }).toBe(true);
  }

  /** What there is to judge. Whoever is not through yet presses Complete once more. */
  async outcome(): Promise<{ readonly end: LedgerEntry | null; readonly raw: string }> {
    let end = await this.endEntry();
    if (!end) {
      this.isSpent = true;
      await this.page
        .context()
        .setOffline(false)
        .catch(() => undefined);
      await this.faultsEnd();
      await this.complete().catch(() => undefined);
      await this.ends().catch(() => undefined);
      end = await this.endEntry();
    }
    return { end, raw: end ? comparable(end.attributes) : await this.attributes() };
  }
}
