import { ensureInstalled } from './install.mjs';
import { run } from './run.mjs';

await ensureInstalled();
const { requireChromium } = await import('./chromium.mjs');
const env = { DEBRIEF_CHROMIUM: requireChromium() };
const built = await run('npm', ['run', '--silent', 'build']);
process.exit(
  built || (await run('npx', ['playwright', 'test', ...process.argv.slice(2)], { env })),
);
