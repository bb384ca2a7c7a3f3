import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';
import { BUDGETS, gzipSize } from './sizes.mjs';

/**
 * Both builds of the plugin:
 *
 * - `build/plugin-debrief.js` with the files it loads when they are needed in `build/debrief/`, for those who run our
 *   Functions, which hand them out as assets;
 * - `build/single/plugin-debrief.js`, everything in one file, for those who do not.
 */
const build = join(root, 'build');
const assets = join(root, 'serverless', 'assets', 'debrief');

const flexPluginBuild = async (kind) => {
  const code = await run('npx', ['flex-plugin', 'build'], { env: { DEBRIEF_BUILD: kind } });
  // Only the exit code counts: with a type error the new files are written all the same.
  if (code !== 0) process.exit(code);
};

const keepWithin = (what, file, budget) => {
  const size = gzipSize(file);
  console.log(`${what}: ${size} bytes gzip of ${budget}`);
  if (size > budget) process.exitCode = 1;
};

const aside = mkdtempSync(join(tmpdir(), 'debrief-build-'));
try {
  if (!process.argv.includes('--split')) {
    await flexPluginBuild('single');
    cpSync(join(build, 'plugin-debrief.js'), join(aside, 'plugin-debrief.js'));
  }
  // The build leaves what an earlier one made.
  rmSync(join(build, 'debrief'), { recursive: true, force: true });
  await flexPluginBuild('split');
  rmSync(assets, { recursive: true, force: true });
  cpSync(join(build, 'debrief'), assets, {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  });
  keepWithin("The agents' file", join(build, 'plugin-debrief.js'), BUDGETS.agents);
  if (!process.argv.includes('--split')) {
    cpSync(aside, join(build, 'single'), { recursive: true });
    keepWithin('The single file', join(build, 'single', 'plugin-debrief.js'), BUDGETS.single);
  }
} finally {
  rmSync(aside, { recursive: true, force: true });
}
