import { ensureInstalled } from '../../scripts/install.mjs';
import { run } from '../../scripts/run.mjs';

/**
 * The fault matrix: what was run on this build and went as it should is not run again.
 *
 *   --all        all of it, anew
 *   --built      on the build that is there
 *   -g <text>    some cells, as Playwright takes them
 */
await ensureInstalled();
const { requireChromium } = await import('../../scripts/chromium.mjs');
const env = { DEBRIEF_CHROMIUM: requireChromium() };
const args = process.argv.slice(2);
const built = args.includes('--built') ? 0 : await run('npm', ['run', '--silent', 'build']);
process.exit(
  built ||
    (await run('npx', ['tsx', 'test/faults/main.ts', ...args.filter((arg) => arg !== '--built')], {
      env,
    })),
);
