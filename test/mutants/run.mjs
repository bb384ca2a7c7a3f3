import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ensureInstalled } from '../../scripts/install.mjs';
import { root } from '../../scripts/run.mjs';
import { MUTANTS } from './mutants.mjs';

/**
 * Removes one guard at a time, in a copy of the project, and runs the tests that should notice.
 * A guard whose removal leaves them green is not guarded: the run fails.
 */
await ensureInstalled();
const only = process.argv.slice(2);
const wanted = MUTANTS.filter(
  ({ name }) => only.length === 0 || only.some((part) => name.includes(part)),
);

const copy = mkdtempSync(join(tmpdir(), 'debrief-mutants-'));
for (const entry of [
  'src',
  'test',
  'public',
  'config',
  'sandbox',
  'serverless',
  'docs',
  'jest.config.js',
  'craco.config.js',
  'package.json',
  'tsconfig.json',
]) {
  cpSync(join(root, entry), join(copy, entry), {
    recursive: true,
    filter: (source) => basename(source) !== 'node_modules',
  });
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');

const jest = (tests) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--rootDir',
      copy,
      '--bail',
      '--silent',
      ...tests,
    ],
    { cwd: copy, encoding: 'utf8' },
  );
  const output = `${stdout}${stderr}`;
  return { green: status === 0, ran: /Tests:\s.*\d+ total/.test(output), output };
};

let failed = 0;
const say = (verdict, name) => console.log(`${verdict}  ${name}`);

const all = [...new Set(wanted.flatMap(({ tests }) => tests))];
const baseline = jest(all);
if (!baseline.green) {
  console.log(baseline.output);
  console.log('The tests are red before any guard is removed.');
  rmSync(copy, { recursive: true, force: true });
  process.exit(1);
}

for (const { name, file, remove, put, tests } of wanted) {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  const places = original.split(remove).length - 1;
  if (places !== 1) {
    say('LOST ', `${name}: ${places} places in ${file} look like the guard; one is due`);
    failed += 1;
    continue;
  }
  writeFileSync(
    path,
    original.replace(remove, () => put),
  );
  const { green, ran, output } = jest(tests);
  writeFileSync(path, original);
  if (green || !ran) {
    failed += 1;
    say(
      green ? 'ALIVE' : 'BROKEN',
      `${name}: ${green ? 'no test noticed' : `the tests did not run\n${output}`}`,
    );
  } else {
    say('seen ', name);
  }
}

rmSync(copy, { recursive: true, force: true });
const passed = wanted.length - failed;
if (process.env.DEBRIEF_REPORT) {
  writeFileSync(process.env.DEBRIEF_REPORT, JSON.stringify({ passed, failed }));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
