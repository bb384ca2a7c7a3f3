import type { Browser, Page } from '@playwright/test';
import type { BenchPage } from '../page/api';
import { compare, type Figure } from '../support/figures';
import { servePage } from '../support/servePage';

const LARGE = 10_000;
const SMALL = 100;
const FIRST_OPENINGS = 7;
const OPENINGS = 15;

type BenchWindow = Window & { readonly bench: BenchPage };

const open = (page: Page, options: number): Promise<number> =>
  page.evaluate((many) => (window as unknown as BenchWindow).bench.openEditor(many), options);
const close = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as BenchWindow).bench.close());

/** The real editor in Chromium, without Flex around it and with a service that answers at once. */
export const measureEditor = async (chromium: Browser): Promise<Figure[]> => {
  const { address, stop } = await servePage();
  const page = await chromium.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('pageerror', (error) => console.error(error));
  const firstOpening = async (options: number): Promise<number> => {
    await page.goto(address);
    return open(page, options);
  };
  const openAgain = async (options: number): Promise<number> => {
    await close(page);
    return open(page, options);
  };
  const sample = async (
    times: number,
    openOnce: (options: number) => Promise<number>,
  ): Promise<Record<'large' | 'small', number[]>> => {
    const taken: Record<'large' | 'small', number[]> = { large: [], small: [] };
    for (let n = 0; n < times; n++) {
      taken.large.push(await openOnce(LARGE));
      taken.small.push(await openOnce(SMALL));
    }
    return taken;
  };
  try {
    const first = await sample(FIRST_OPENINGS, firstOpening);
    const again = await sample(OPENINGS, openAgain);
    const group = `Opening the editor with ${LARGE.toLocaleString('en')} options (Chromium)`;
    const against = `${SMALL} options`;
    return [
      { group, what: 'first in a page', unit: 'ms', ...compare(first.large, against, first.small) },
      { group, what: 'once more', unit: 'ms', ...compare(again.large, against, again.small) },
    ];
  } finally {
    await page.close();
    stop();
  }
};
