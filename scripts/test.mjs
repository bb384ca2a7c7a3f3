import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { run } from './run.mjs';

await ensureInstalled();
const { CHECKS, runChecks } = await import('./check.mjs');
const { requireChromium } = await import('./chromium.mjs');
/**
 * Every end-to-end test, each three times, to find what only sometimes fails, the oracle on all its 10 000 captures,
 * 200 000 interleaved steps, and every guard; else those that stand for the others.
 */
const full = process.argv.includes('--full');
const env = { DEBRIEF_CHROMIUM: requireChromium() };

const reports = mkdtempSync(join(tmpdir(), 'debrief-tests-'));
const readReport = (name) => {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return null;
  }
};

const total = { passed: 0, failed: 0 };
const add = (passed, failed) => {
  total.passed += passed;
  total.failed += failed;
};

// What is tested end to end is the split build; the single file is made of the same sources by the same configuration.
const buildCode = await run('node', ['scripts/build.mjs', ...(full ? [] : ['--split'])]);
add(buildCode === 0 ? 1 : 0, buildCode === 0 ? 0 : 1);

const jestCode = await run('npx', ['jest', '--json', '--outputFile', join(reports, 'jest.json')], {
  env: full
    ? {
        ...env,
        DEBRIEF_ORACLE_RUNS: '10000',
        DEBRIEF_STEPS: '200000',
        DEBRIEF_SEED: String(Date.now() % 2 ** 31),
      }
    : env,
});
const jest = readReport('jest.json');
// A suite that does not even load counts as a failure of its own.
if (jest) add(jest.numPassedTests, jest.numFailedTests + jest.numRuntimeErrorTestSuites);
else add(0, 1);

const endToEnd = async () => {
  if (buildCode !== 0) {
    console.error('The end-to-end tests were not run, because the plugin did not build.');
    return 1;
  }
  const code = await run(
    'npx',
    [
      'playwright',
      'test',
      '--reporter=list,json',
      ...(full ? ['--repeat-each=3'] : ['--grep-invert', '@long']),
    ],
    {
      env: {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json'),
        // Line by line: what runs beside it writes to the same screen.
        PLAYWRIGHT_FORCE_TTY: '0',
      },
    },
  );
  const e2e = readReport('e2e.json');
  if (e2e)
    add(e2e.stats.expected, e2e.stats.unexpected + e2e.stats.flaky + (e2e.errors?.length ?? 0));
  else add(0, 1);
  return code;
};

const failedChecks = [];
/** What waits for nobody's page runs beside the pages, on what they leave of the processor. */
const besides = async () => {
  failedChecks.push(...(await runChecks({ stepsBack: true })));
  add(CHECKS.length - failedChecks.length, failedChecks.length);
  if (jestCode !== 0) {
    console.error('No guard was removed, because the tests that should notice are red already.');
    return 1;
  }
  const code = await run('node', ['test/mutants/run.mjs', ...(full ? [] : ['--every=27'])], {
    env: { DEBRIEF_REPORT: join(reports, 'mutants.json') },
    stepsBack: true,
  });
  const mutants = readReport('mutants.json');
  if (mutants) add(mutants.passed, mutants.failed);
  else add(0, 1);
  return code;
};

const [e2eCode, mutantsCode] = await Promise.all([endToEnd(), besides()]);

rmSync(reports, { recursive: true, force: true });
if (!full) {
  console.log('All guards: npm run test:mutants. Further end-to-end cases: npm run test:e2e.');
}
if (failedChecks.length > 0) console.log(`Failed checks: ${failedChecks.join(', ')}.`);
// An exit code without a counted failure (an aborted run) must not look green.
if (total.failed === 0 && (jestCode !== 0 || mutantsCode !== 0 || e2eCode !== 0)) total.failed = 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
