import type { Browser, Locator, Page } from '@playwright/test';
import type { BenchPage, Keystroke } from '../page/api';
import { compare, spreadOf, type Figure } from '../support/figures';
import { servePage } from '../support/servePage';

/** One choice field, with the picklist to search in. */
const SEARCH_FIELDS = 1;
const QUERY = 'delivery dispute 7';
const ROUNDS = 6;
const FIRSTS = 5;
const FEW = { fields: 5, options: 20 };
const MANY = { fields: 50, options: 20 };
const OPENINGS = 21;
const FIRST_OPENINGS = 9;

type BenchWindow = Window & { readonly bench: BenchPage };

const open = (page: Page, form: { fields: number; options: number }): Promise<number> =>
  page.evaluate((spec) => (window as unknown as BenchWindow).bench.open(spec), form);
const close = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as BenchWindow).bench.close());

const type = async (page: Page, box: Locator, query = QUERY): Promise<Keystroke[]> => {
  await box.fill('');
  await box.focus();
  const keystrokes: Keystroke[] = [];
  for (const key of query) {
    await page.keyboard.press(key);
    keystrokes.push(
      await page.evaluate(() => (window as unknown as BenchWindow).bench.nextKeystroke()),
    );
  }
  return keystrokes;
};

const openSearch = async (page: Page, address: string, options: number): Promise<Locator> => {
  await page.goto(address);
  await open(page, { fields: SEARCH_FIELDS, options });
  return page.getByRole('combobox', { name: 'Field 0' });
};

/** A page's very first keystroke prepares the texts to search in. */
const firstKeystrokes = async (page: Page, address: string, options: number): Promise<number[]> => {
  const times: number[] = [];
  for (let i = 0; i < FIRSTS; i++) {
    const [first] = await type(page, await openSearch(page, address, options), QUERY.slice(0, 1));
    if (first) times.push(first.work);
  }
  return times;
};

const measureSearch = async (page: Page, address: string, options: number): Promise<Figure[]> => {
  const first = await firstKeystrokes(page, address, options);
  const search = await openSearch(page, address, options);
  const bare = page.getByRole('textbox', { name: 'Bare input' });
  await type(page, bare);
  await type(page, search);
  const hits = await page.getByRole('option').count();
  if (hits < 1 || hits > 50) throw new Error(`The search shows ${hits} options`);
  const searched: Keystroke[] = [];
  const typed: Keystroke[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    searched.push(...(await type(page, search)));
    typed.push(...(await type(page, bare)));
  }
  const group = `A keystroke among ${options.toLocaleString('en')} options (Chromium)`;
  const figure = (what: string, part: keyof Keystroke): Figure => ({
    group,
    what,
    unit: 'ms',
    ...compare(
      searched.map((keystroke) => keystroke[part]),
      'bare Paste Input',
      typed.map((keystroke) => keystroke[part]),
    ),
  });
  return [
    figure('handlers, commit and layout', 'work'),
    figure('keydown to the frame drawn', 'frame'),
    {
      group,
      what: 'handlers, commit and layout, first in a page',
      unit: 'ms',
      value: spreadOf(first),
    },
  ];
};

const measureOpening = async (page: Page, address: string): Promise<Figure[]> => {
  const firstOpening = async (form: typeof FEW): Promise<number> => {
    await page.goto(address);
    return open(page, form);
  };
  const first: Record<'many' | 'few', number[]> = { many: [], few: [] };
  for (let i = 0; i < FIRST_OPENINGS; i++) {
    first.many.push(await firstOpening(MANY));
    first.few.push(await firstOpening(FEW));
  }
  const again: Record<'many' | 'few', number[]> = { many: [], few: [] };
  for (let i = 0; i < OPENINGS; i++) {
    await close(page);
    again.many.push(await open(page, MANY));
    await close(page);
    again.few.push(await open(page, FEW));
  }
  const group = 'Opening a form of 50 fields (Chromium)';
  const what = 'form of 5';
  return [
    { group, what: 'first in a page', unit: 'ms', ...compare(first.many, what, first.few) },
    { group, what: 'once more', unit: 'ms', ...compare(again.many, what, again.few) },
  ];
};

/** The real panel in Chromium, without Flex around it. */
export const measurePanel = async (chromium: Browser): Promise<Figure[]> => {
  const { address, stop } = await servePage();
  const page = await chromium.newPage({ viewport: { width: 800, height: 900 } });
  page.on('pageerror', (error) => console.error(error));
  try {
    return [
      ...(await measureSearch(page, address, 10_000)),
      ...(await measureSearch(page, address, 100_000)),
      ...(await measureOpening(page, address)),
    ];
  } finally {
    await page.close();
    stop();
  }
};
