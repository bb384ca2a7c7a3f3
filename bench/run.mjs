import { ensureInstalled } from '../scripts/install.mjs';
import { run } from '../scripts/run.mjs';

await ensureInstalled();
const { requireChromium } = await import('../scripts/chromium.mjs');
const env = { DEBRIEF_CHROMIUM: requireChromium() };
process.exit(await run('npx', ['tsx', 'bench/main.ts', ...process.argv.slice(2)], { env }));
