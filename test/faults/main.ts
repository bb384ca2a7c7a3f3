import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { liveThrough } from '../simulation/support/liveThrough';
import { idOf } from './cell';
import { FLEX_CELLS } from './cells';
import { readResults } from './results';
import { endingOf, judgeLife, lifeOf, SIMULATED_CELLS } from './simulatedCells';
import { isRed, tableOf, totalsOf, withTable, type Row } from './table';

/** What a cell runs against: another plugin, other Functions or another sandbox is another run. */
const RUN_AGAINST = [
  'build/plugin-debrief.js',
  'build/debrief',
  'serverless/src',
  'src/core',
  'sandbox',
];
const PAGE = 'docs/guarantees.md';

const filesOf = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesOf(join(path, name)))
    : [path];

const hashOf = (paths: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesOf)) {
    if (!file.endsWith('.map')) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
};

const inSimulation = async (): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const cell of SIMULATED_CELLS) {
    const told = await liveThrough(lifeOf(cell));
    const ending = endingOf(told);
    const failed = ending === cell.ends ? (told.violations[0] ?? null) : `it ended ${ending}`;
    rows.push({ cell, found: { ...judgeLife(told), failed } });
  }
  return rows;
};

const inFlex = (folder: string): readonly Row[] => {
  spawnSync(
    'npx',
    ['playwright', 'test', 'test/faults', '--pass-with-no-tests', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, DEBRIEF_FAULTS: folder },
      shell: process.platform === 'win32',
    },
  );
  const results = readResults(folder);
  return FLEX_CELLS.map((cell) => ({
    cell,
    found: results.find(({ id }) => id === idOf(cell)) ?? null,
  }));
};

const main = async (): Promise<void> => {
  const folder = join('.cache', 'faults', hashOf(RUN_AGAINST));
  const isAnew = process.argv.indexOf('--all');
  if (isAnew >= 0) {
    process.argv.splice(isAnew, 1);
    rmSync(folder, { recursive: true, force: true });
  }
  const rows = [...inFlex(folder), ...(await inSimulation())];
  console.log(`\n${tableOf(rows)}\n`);
  for (const { cell, found } of rows) {
    if (found && found.failed !== null) console.log(`${idOf(cell)}: ${found.failed}\n`);
  }
  console.log(totalsOf(rows));
  const style = JSON.parse(readFileSync('.prettierrc.json', 'utf8')) as object;
  const page = withTable(readFileSync(PAGE, 'utf8'), rows);
  writeFileSync(PAGE, await format(page, { ...style, parser: 'markdown' }));
  process.exitCode = isRed(rows) ? 1 : 0;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
