import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { PersonId } from '../../../sandbox/control/api';

const STORAGE = 'local_storage,indexeddb,cookies,service_workers,cache_storage';
const VIEWPORT = { width: 1400, height: 900 };

interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
}

/**
 * One browser window per person for a whole worker. A page that comes back to Flex in the same window starts in a
 * second, because Chromium has the 18 MB of script compiled; in a new context it takes five. Every test finds the
 * window empty, without storage, at its own size.
 */
export class Desks {
  private readonly open = new Map<string, Desk>();

  constructor(private readonly browser: Browser) {}

  /** `anew`: without what its pages have stored. */
  async page(id: PersonId | 'operator', origin: string, anew = true): Promise<Page> {
    const known = this.open.get(id);
    const desk = known ?? (await this.furnish(id));
    if (!anew) return desk.page;
    const session = await desk.context.newCDPSession(desk.page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: STORAGE });
    await session.detach();
    return desk.page;
  }

  /** Leaves every window, so that nothing of a test goes on in the next. */
  async leave(): Promise<void> {
    for (const { page } of this.open.values()) {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.goto('about:blank');
      await page.setViewportSize(VIEWPORT);
    }
  }

  async close(): Promise<void> {
    for (const { context } of this.open.values()) await context.close();
  }

  private async furnish(id: string): Promise<Desk> {
    const context = await this.browser.newContext({ viewport: VIEWPORT });
    const desk = { context, page: await context.newPage() };
    this.open.set(id, desk);
    return desk;
  }
}
