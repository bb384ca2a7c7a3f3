import { expect, type Locator, type Page } from '@playwright/test';

/** The catalog editor in a supervisor's Flex, by what they see and do. */
export class EditorPage {
  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  /** By its link in the side navigation, as from any other view of Flex. */
  async openByLink(): Promise<this> {
    await this.page.getByRole('button', { name: 'Wrap-up catalog' }).first().click();
    return this.ready();
  }

  async open(): Promise<this> {
    await this.page.goto(`${this.address}/debrief`);
    return this.ready();
  }

  private async ready(): Promise<this> {
    await expect(this.root).toBeVisible({ timeout: 60_000 });
    await expect(this.tabNamed('Picklists')).toBeVisible({ timeout: 30_000 });
    return this;
  }

  get root(): Locator {
    return this.page.getByRole('region', { name: 'Debrief', exact: true });
  }

  tabNamed(name: string): Locator {
    return this.root.getByRole('tab', { name, exact: true });
  }

  async openTab(name: string): Promise<void> {
    await this.tabNamed(name).click();
    await expect(this.tabNamed(name)).toHaveAttribute('aria-selected', 'true');
  }

  async choosePicklist(name: string): Promise<void> {
    await this.root.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }

  /** A row of the tree of options. */
  option(name: string): Locator {
    return this.root.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  }

  /** By the keyboard: F2 on its row. */
  async renameOption(name: string, to: string): Promise<void> {
    await this.option(name).click();
    await this.page.keyboard.press('F2');
    const input = this.root.getByRole('textbox', { name: `New name for ${name}` });
    await input.fill(to);
    await input.press('Enter');
    await expect(this.option(to)).toBeVisible();
  }

  async expectSaved(): Promise<void> {
    await expect(this.root.getByText(/^Saved at /)).toBeVisible({ timeout: 30_000 });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async publish(note: string): Promise<void> {
    await this.expectSaved();
    await this.root.getByRole('button', { name: 'Publish…' }).click();
    await this.dialog.getByLabel('Note').fill(note);
    await this.dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(this.dialog).toHaveCount(0, { timeout: 30_000 });
  }

  async expectInForce(version: number): Promise<void> {
    await expect(
      this.root.getByText(new RegExp(`^Version ${version} is in force, published by `)),
    ).toBeVisible({ timeout: 30_000 });
  }

  async rollBackTo(version: number, note: string): Promise<void> {
    await this.root.getByRole('button', { name: `Bring back version ${version}…` }).click();
    await this.dialog.getByLabel('Note').fill(note);
    await this.dialog.getByRole('button', { name: 'Bring back', exact: true }).click();
    await expect(this.dialog).toHaveCount(0, { timeout: 30_000 });
  }
}
