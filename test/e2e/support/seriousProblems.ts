import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds serious or critical inside `root`, with the places. */
export const seriousProblems = async (page: Page, root: string): Promise<readonly string[]> => {
  const { violations, passes } = await new AxeBuilder({ page }).include(root).analyze();
  // Axe is content with a root that shows nothing; with text to read it has contrasts to judge.
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
