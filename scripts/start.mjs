import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, run } from './run.mjs';

await ensureInstalled();
const code = await run('npm', ['run', '--silent', 'build']);
if (code !== 0) process.exit(code);
if (!existsSync(join(root, 'build', 'plugin-debrief.js'))) {
  console.error('The build left no build/plugin-debrief.js.');
  process.exit(1);
}
process.exit(await run('npx', ['tsx', 'sandbox/main.ts', ...process.argv.slice(2)]));
