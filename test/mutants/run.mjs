import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ensureInstalled } from '../../scripts/install.mjs';
import { root, runQuietly } from '../../scripts/run.mjs';
import { MUTANTS } from './mutants.mjs';

/**
 * Removes one guard at a time, in a copy of the project, and runs the tests that should notice.
 * A guard whose removal leaves them green is not guarded: the run fails.
 */
await ensureInstalled();
const args = process.argv.slice(2);
const only = args.filter((arg) => !arg.startsWith('--'));
/** `--every=4`: each fourth guard stands for the others. */
const every = Number(args.find((arg) => arg.startsWith('--every='))?.slice('--every='.length) ?? 1);
const wanted = MUTANTS.filter(
  ({ name }, position) =>
    position % every === 0 && (only.length === 0 || only.some((part) => name.includes(part))),
);

const COPIED = [
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
];

/** The Functions have a version of Twilio's package of their own, which npm puts into their folder. */
const PACKAGES = ['node_modules', 'serverless/node_modules'];

const makeCopy = () => {
  const copy = mkdtempSync(join(tmpdir(), 'debrief-mutants-'));
  for (const entry of COPIED) {
    cpSync(join(root, entry), join(copy, entry), {
      recursive: true,
      filter: (source) => basename(source) !== 'node_modules',
    });
  }
  for (const packages of PACKAGES) {
    symlinkSync(join(root, packages), join(copy, packages), 'junction');
  }
  return copy;
};

const jest = async (copy, tests, more = []) => {
  const script = join(root, 'node_modules/jest/bin/jest.js');
  const { code, output } = await runQuietly(
    process.execPath,
    [script, '--rootDir', copy, '--bail', '--silent', '--forceExit', ...more, ...tests],
    { cwd: copy },
  );
  return { green: code === 0, ran: /Tests:\s.*\b[1-9]\d* total/.test(output), output };
};

let failed = 0;
const say = (verdict, name) => console.log(`${verdict}  ${name}`);

/** Removes one guard, runs the tests, puts it back. */
const judge = async (copy, { name, file, remove, put, tests }) => {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  const places = original.split(remove).length - 1;
  if (places !== 1) {
    say('LOST ', `${name}: ${places} places in ${file} look like the guard; one is due`);
    failed += 1;
    return;
  }
  writeFileSync(
    path,
    original.replace(remove, () => put),
  );
  const { green, ran, output } = await jest(copy, tests, ['--runInBand']);
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
};

/** One copy of the project per core: each removes one guard at a time. */
const copies = Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, makeCopy);
const removeCopies = () => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true }));

const baseline = await jest(copies[0], [...new Set(wanted.flatMap(({ tests }) => tests))]);
if (!baseline.green) {
  console.log(baseline.output);
  console.log('The tests are red before any guard is removed.');
  removeCopies();
  process.exit(1);
}

const waiting = [...wanted];
await Promise.all(
  copies.map(async (copy) => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) await judge(copy, mutant);
  }),
);

removeCopies();
const passed = wanted.length - failed;
if (process.env.DEBRIEF_REPORT) {
  writeFileSync(process.env.DEBRIEF_REPORT, JSON.stringify({ passed, failed }));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
