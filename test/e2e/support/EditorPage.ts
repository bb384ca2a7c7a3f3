import { expect, type Locator, type Page, type Route } from '@playwright/test';

const CATALOG_CALL = /\/catalog$/;

/** What Chromium says of a save onto a draft that somebody else has saved meanwhile. */
export const DRAFT_MOVED =
  'Failed to load resource: the server responded with a status of 409 (Conflict)';

/** The catalog editor in a supervisor's Flex, by what they see and do. */
export class EditorPage {
  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  /** By its link in the side navigation, as from any other view of Flex. */
  async openByLink(): Promise<this> {
    await this.page.getByRole('button', { name: 'Wrap-up catalog' }).first().click();
    return this.expectReady();
  }

  async open(): Promise<this> {
    await this.page.goto(`${this.address}/debrief`);
    return this.expectReady();
  }

  async expectReady(): Promise<this> {
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

  /** A picklist in the list of them, with how many options it has. */
  picklist(name: string): Locator {
    return this.root
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name, exact: true }) });
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

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** A section of the tab that is open, by its heading. */
  part(name: string): Locator {
    return this.root.getByRole('region', { name, exact: true });
  }

  /** One of the two ways in which something was changed, by its heading. */
  clash(text: string): Locator {
    return this.root
      .getByRole('group', { name: /changed in two ways$/ })
      .locator('[data-paste-element="CARD"]')
      .filter({ hasText: text });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.expectReady();
  }

  /**
   * From here on nothing that this page asks of the catalog service is answered, until the answer of this is called:
   * what others do meanwhile meets what is not saved here, whatever is faster.
   */
  async holdService(): Promise<() => Promise<void>> {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const hold = async (route: Route) => {
      await released;
      // The page that asked may be gone.
      await route.continue().catch(() => undefined);
    };
    await this.page.route(CATALOG_CALL, hold);
    return async () => {
      release();
      await this.page.unroute(CATALOG_CALL, hold);
    };
  }

  /** A save is on its way. */
  async expectSaving(): Promise<void> {
    await expect(this.root.getByText(/^Saving…/)).toBeVisible();
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
