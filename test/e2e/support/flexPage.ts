import { expect, type Locator, type Page } from '@playwright/test';

/** The agent's Flex desktop, by what a person sees. */
export class FlexPage {
  constructor(readonly page: Page) {}

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.page.getByText('Available').first()).toBeVisible({ timeout: 60_000 });
  }

  /** Waits for the incoming task and accepts it. */
  async accept(): Promise<void> {
    await this.page.getByRole('button', { name: /^Accept/ }).first().click();
    await expect(this.tab).toBeVisible();
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: 'Wrap-up' });
  }

  async openTab(): Promise<void> {
    await this.tab.click();
    await expect(this.panel).toBeVisible();
  }

  get panel(): Locator {
    return this.page.getByRole('form', { name: /Wrap-up/ });
  }

  field(name: string): Locator {
    return this.panel.getByRole('combobox', { name });
  }

  /** Searches as a person does, and takes the option of that exact name. */
  async choose(field: string, option: string): Promise<void> {
    await this.field(field).fill(option);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  get completeButton(): Locator {
    return this.page.getByRole('button', { name: 'Complete', exact: true });
  }

  async complete(): Promise<void> {
    await this.completeButton.click();
  }
}
