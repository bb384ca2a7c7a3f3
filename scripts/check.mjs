import { availableParallelism } from 'node:os';
import { runQuietly } from './run.mjs';

/** What `npm run check` looks at. */
export const CHECKS = [
  ['types of the core', 'npx', ['tsc', '-p', 'src/core']],
  ['types of the plugin', 'npx', ['tsc', '-p', '.']],
  ['types of the Functions', 'npx', ['tsc', '-p', 'serverless']],
  ['types of the sandbox', 'npx', ['tsc', '-p', 'sandbox']],
  ['types of the tests', 'npx', ['tsc', '-p', 'test']],
  ['types of the questions to an account', 'npx', ['tsc', '-p', 'parity']],
  ['types of the scripts', 'npx', ['tsc', '-p', 'scripts']],
  ['types of the benchmarks', 'npx', ['tsc', '-p', 'bench']],
  ['lint', 'npx', ['eslint', '.', '--max-warnings', '0']],
  [
    'boundaries',
    'npx',
    [
      'depcruise',
      '--config',
      'config/boundaries.cjs',
      'src',
      'serverless/src',
      'sandbox',
      'test',
      'bench',
      'parity',
      'scripts',
    ],
  ],
  ['dead code', 'npx', ['knip']],
  ['generated pages', 'node', ['--import', 'tsx', 'scripts/docs/main.ts', '--check']],
  ['format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
];

/** Two at a time where there are cores for it; each is told of as it ends. */
export const runChecks = async ({ stepsBack = false } = {}) => {
  const failed = [];
  const waiting = [...CHECKS];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, command, args] = check;
      const { code, output } = await runQuietly(command, args, { stepsBack });
      console.log(`${code === 0 ? '✓' : '✗'} ${name}${output.trim() ? `\n${output}` : ''}`);
      if (code !== 0) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return failed;
};

if (import.meta.url === `file://${process.argv[1]}`) {
  const failed = await runChecks();
  console.log(failed.length === 0 ? '\nEverything holds.' : `\nFailed: ${failed.join(', ')}.`);
  process.exit(failed.length === 0 ? 0 : 1);
}
