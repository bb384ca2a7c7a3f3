import { expect, type Locator, type Page } from '@playwright/test';

/** As Flex shows them: the sandbox's people. */
const FULL_NAMES = { agent1: 'Ada Agent', agent2: 'Ben Agent' } as const;

export type Agent = keyof typeof FULL_NAMES;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A person's Flex desktop, by what that person sees and does. */
export class FlexPage {
  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  async open(path = ''): Promise<this> {
    await this.page.goto(this.address + path);
    await this.ready();
    return this;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  private async ready(): Promise<void> {
    await expect(this.page.getByText('Available').first()).toBeVisible({ timeout: 60_000 });
  }

  /** Accepts the task that rings, and waits until it is in the agent's hands. */
  async accept(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click();
    await this.expectInHand();
  }

  /** The task's tabs are there: it is accepted. */
  async expectInHand(): Promise<void> {
    await expect(this.tabNamed('Info')).toBeVisible();
  }

  /** Both ends are in the call. Flex accepts an outbound call by itself. */
  async expectLive(): Promise<void> {
    await expect(this.page.getByText(/^Live \|/).first()).toBeVisible();
  }

  /** Flex's own name for a tab: a button. `first`: the tab bar has a hidden twin for narrow windows. */
  tabNamed(label: string): Locator {
    return this.page.getByRole('button', { name: label, exact: true }).first();
  }

  get tab(): Locator {
    return this.tabNamed('Wrap-up');
  }

  async openTab(): Promise<void> {
    await this.tab.click();
    await expect(this.panel).toBeVisible();
  }

  get panel(): Locator {
    return this.page.locator('[data-debrief="panel"]');
  }

  /** A choice or several choices. */
  field(name: string): Locator {
    return this.panel.getByRole('combobox', { name });
  }

  text(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true });
  }

  option(name: string): Locator {
    // The path of an option stands in its row, behind the name.
    return this.page.getByRole('option', { name: new RegExp(`^${escaped(name)}(?= |$)`) });
  }

  /** Searches as a person does, and takes the option of that name. */
  async choose(field: string, option: string): Promise<void> {
    await this.field(field).fill(option);
    await this.option(option).click();
    await expect(this.field(field)).toHaveValue(option);
  }

  /** Adds options to a several-choice field, in this order. */
  async chooseAll(field: string, options: readonly string[]): Promise<void> {
    for (const option of options) {
      await this.field(field).fill(option);
      await this.option(option).click();
      await expect(this.chosen(field, option)).toBeVisible();
    }
    // The list stays open for more, over what is below it.
    await this.field(field).press('Escape');
  }

  /** One chosen option of a several-choice field. */
  chosen(field: string, option: string): Locator {
    return this.panel
      .getByRole('list', { name: `Chosen: ${field}` })
      .getByRole('listitem')
      .filter({ hasText: option });
  }

  async answer(question: string, answer: 'Yes' | 'No'): Promise<void> {
    const group = this.panel.getByRole('radiogroup', { name: question });
    // Paste draws the radio itself; the real one is hidden behind its label.
    await group.getByText(answer, { exact: true }).click();
    await expect(group.getByRole('radio', { name: answer, exact: true })).toBeChecked();
  }

  /** The answers without which the starter catalog's service form does not complete. */
  async answerService(outcome = 'Resolved in this contact', campaign = 'Renewals'): Promise<void> {
    await this.choose('Outcome', outcome);
    await this.choose('Campaign', campaign);
  }

  get completeButton(): Locator {
    return this.page.getByRole('button', { name: 'Complete', exact: true }).first();
  }

  async complete(): Promise<void> {
    await this.completeButton.click();
  }

  async hangUp(): Promise<void> {
    await this.page.getByText('Hang Up', { exact: true }).click();
  }

  /** Calls a customer from the dial pad. Flex accepts the call by itself. */
  async dial(number: string, queue: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Outbound Dialpad' }).click();
    const pad = this.page.getByRole('dialog');
    await pad.getByLabel('Assign a queue').selectOption(queue);
    await pad.getByLabel('Enter a number').fill(number);
    await pad.getByRole('button', { name: 'Call', exact: true }).click();
    await this.expectLive();
  }

  // ---- transfers

  /** Hands the call on to another agent, by the directory: as a consultation first (warm), or at once (cold). */
  async transferTo(agent: Agent, mode: 'warm' | 'cold'): Promise<void> {
    await this.directoryButton.click();
    await this.transferBy(FULL_NAMES[agent], mode);
  }

  /** To whoever the queue gives it to. */
  async transferToQueue(queue: string, mode: 'warm' | 'cold'): Promise<void> {
    await this.directoryButton.click();
    await this.page.getByRole('button', { name: 'Queues', exact: true }).first().click();
    await this.transferBy(queue, mode);
  }

  private get directoryButton(): Locator {
    return this.page.getByRole('button', { name: 'Open transfer directory' });
  }

  private async transferBy(name: string, mode: 'warm' | 'cold'): Promise<void> {
    const directory = this.page.locator('.Twilio-WorkerDirectory-Popup');
    // The buttons show up under the pointer.
    await directory.getByText(name, { exact: true }).hover();
    await directory
      .getByRole('button', { name: `${mode === 'warm' ? 'Consult' : 'Transfer to'} ${name}` })
      .click();
  }

  /** The card of a task that another agent wants to hand on. */
  requestFrom(agent: Agent): Locator {
    return this.page.locator('.Twilio-TaskListBaseItem', {
      hasText: `Request from ${FULL_NAMES[agent]}`,
    });
  }

  async acceptTransfer(from: Agent): Promise<void> {
    await this.requestFrom(from)
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(this.requestFrom(from)).toHaveCount(0);
    await this.expectLive();
  }

  async rejectTransfer(from: Agent): Promise<void> {
    await this.requestFrom(from)
      .getByRole('button', { name: /^Reject/ })
      .click();
    await expect(this.requestFrom(from)).toHaveCount(0);
  }

  /** Takes back a consultation that nobody has accepted. */
  async cancelTransfer(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel Consult' }).click();
  }

  /** A call with another agent in it has this button in the place of Hang Up. */
  get leaveButton(): Locator {
    return this.page.getByRole('button', { name: 'Leave Call', exact: true });
  }

  async leaveCall(): Promise<void> {
    await this.leaveButton.click();
    await this.expectWrapUp();
  }

  // ---- conversations

  /** Writes to the customer, as the agent. */
  async say(text: string): Promise<void> {
    await this.page.getByPlaceholder('Type message').fill(text);
    await this.page.getByPlaceholder('Type message').press('Enter');
    await expect(this.message(text)).toBeVisible();
  }

  /** A message of the conversation that is open. */
  message(text: string): Locator {
    return this.page.locator('.Twilio-MessageListItem', { hasText: text });
  }

  /** Ends a conversation; what is left is the wrap-up. */
  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'End', exact: true }).click();
  }

  /** Hands the conversation on, where the account has messaging transfers. They are always cold. */
  async handOnTo(agent: Agent): Promise<void> {
    await this.openTaskMenu('Transfer');
    await this.handOnBy(FULL_NAMES[agent]);
  }

  /** To whoever the queue gives it to. */
  async handOnToQueue(queue: string): Promise<void> {
    await this.openTaskMenu('Transfer');
    await this.page.getByRole('button', { name: 'Queues', exact: true }).first().click();
    await this.handOnBy(queue);
  }

  private async handOnBy(name: string): Promise<void> {
    await this.transferBy(name, 'cold');
    await this.page.getByRole('button', { name: 'Confirm transfer' }).click();
    await this.expectWrapUp();
  }

  /** The menu beside End. */
  async openTaskMenu(item: string): Promise<void> {
    await this.page.getByTestId('task-actions-menu-toggle').click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** The card of a conversation that another agent has handed on. Flex does not say who. */
  get handedOn(): Locator {
    return this.page.locator('.Twilio-TaskListBaseItem', { hasText: 'Transfer chat' });
  }

  async expectNoTask(): Promise<void> {
    await expect(this.page.getByText('No active tasks').first()).toBeVisible();
  }

  async expectWrapUp(): Promise<void> {
    await expect(this.completeButton).toBeVisible();
  }

  /** Flex's notices: one bar each. */
  notice(text: string | RegExp): Locator {
    return this.page.locator('.Twilio-NotificationBar-NotificationContainer', { hasText: text });
  }

  /** Flex lays its notices over the head of the task, with Complete in it. */
  async closeNotice(text: string | RegExp): Promise<void> {
    await this.notice(text).getByRole('button', { name: 'Close notification' }).click();
    await expect(this.notice(text)).toHaveCount(0);
  }

  /** A task in the list of tasks. */
  taskNamed(name: string): Locator {
    return this.page.locator('.Twilio-TaskListBaseItem', { hasText: name });
  }

  /** How many drafts this browser keeps for the agent. */
  drafts = (): Promise<number> => this.kept('drafts');

  /** How many lists of answers that are on no task it keeps. */
  asides = (): Promise<number> => this.kept('aside');

  private kept(store: 'drafts' | 'aside'): Promise<number> {
    return this.page.evaluate(async (of) => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const name = names.find((known) => known.startsWith('debrief-drafts-'));
      if (!name) return 0;
      return new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction(of).objectStore(of).count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      });
    }, store);
  }

  /** The number of the newest catalog version that this browser keeps; 0: none is published. */
  keptVersion(): Promise<number | null> {
    return this.page.evaluate(
      () =>
        new Promise<number | null>((resolve, reject) => {
          const opening = indexedDB.open('debrief-catalogs');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const cursor = opening.result
              .transaction('headers')
              .objectStore('headers')
              .openKeyCursor(null, 'prev');
            cursor.onsuccess = () => {
              opening.result.close();
              resolve(cursor.result ? Number(cursor.result.key) : null);
            };
          };
        }),
    );
  }

  /** Text of the panel's notice about a failed save. */
  get failure(): Locator {
    return this.panel.getByRole('heading', { name: 'Not saved' });
  }

  /** Completes as another plugin or a back end's message would: without a press on the button. */
  invokeComplete(reservationSid: string): Promise<string> {
    return this.page.evaluate(async (sid) => {
      const { Actions } = (window as never as FlexWindow).Twilio.Flex;
      try {
        await Actions.invokeAction('CompleteTask', { sid });
        return 'completed';
      } catch (error) {
        return (error as Error).message;
      }
    }, reservationSid);
  }
}

/** What tests reach for inside the page. */
export interface FlexWindow {
  readonly Twilio: {
    readonly Flex: {
      readonly Actions: {
        invokeAction(name: string, payload: unknown): Promise<unknown>;
        addListener(name: string, listener: (payload: never, abort: () => void) => unknown): void;
        replaceAction(
          name: string,
          replacement: (payload: unknown, original: (payload: unknown) => unknown) => unknown,
        ): void;
      };
      readonly Manager: {
        getInstance(): {
          readonly store: { getState(): { flex: { worker: { tasks: Map<string, FlexTask> } } } };
        };
      };
    };
  };
}

interface FlexTask {
  readonly attributes: Record<string, unknown>;
  setAttributes(attributes: unknown): Promise<unknown>;
}
