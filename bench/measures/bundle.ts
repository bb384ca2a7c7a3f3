import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { BUDGETS, gzipSize } from '../../scripts/sizes.mjs';
import { builtWithoutEditor } from '../support/freshPlugin';
import { spreadOf, type Figure } from '../support/figures';

/** Stated in docs/decisions/0018-two-builds.md. */
const EDITOR_BUDGET_GZIP = 2_000;

const scriptsBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) === '.js')
    .sort();

/** What every agent downloads, what the editor adds to it, and what is loaded when it is needed. */
export const measureBundle = (plugin: string): Figure[] => {
  const group = 'The plugin file';
  const without = builtWithoutEditor();
  const figure = (what: string, bytes: number): Figure => ({
    group,
    what,
    unit: 'bytes',
    value: spreadOf([bytes]),
  });
  const parts = join(dirname(plugin), 'debrief');
  return [
    figure('raw', readFileSync(plugin).length),
    { ...figure('gzip, level 9', gzipSize(plugin)), budget: BUDGETS.agents },
    figure('without the editor, gzip', gzipSize(without)),
    {
      ...figure('what the editor adds, gzip', gzipSize(plugin) - gzipSize(without)),
      budget: EDITOR_BUDGET_GZIP,
    },
    ...scriptsBelow(parts).map((name) =>
      figure(`loaded when needed, gzip: ${name}`, gzipSize(join(parts, name))),
    ),
  ];
};
