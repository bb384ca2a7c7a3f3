import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtWithoutEditor } from '../support/freshPlugin';
import { spreadOf, type Figure } from '../support/figures';

/** Stated in docs/decisions/0013-bundle-budget.md and 0018-two-builds.md. */
const BUDGET_GZIP = 195_000;
const EDITOR_BUDGET_GZIP = 2_000;

const gzip = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

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
    { ...figure('gzip, level 9', gzip(plugin)), budget: BUDGET_GZIP },
    figure('without the editor, gzip', gzip(without)),
    {
      ...figure('what the editor adds, gzip', gzip(plugin) - gzip(without)),
      budget: EDITOR_BUDGET_GZIP,
    },
    ...scriptsBelow(parts).map((name) =>
      figure(`loaded when needed, gzip: ${name}`, gzip(join(parts, name))),
    ),
  ];
};
