import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './support/figures';
import { launchChromium } from './support/chromium';
import { freshPlugin } from './support/freshPlugin';
import { machine } from './support/machine';
import { printFigures } from './support/printFigures';
import { measureAttributes } from './measures/attributes';
import { measureBundle } from './measures/bundle';
import { measureCatalogCrowd } from './measures/catalogCrowd';
import { measureEditor } from './measures/editor';
import { measureIntents } from './measures/intents';
import { measureComplete } from './measures/complete';
import { measureLeak } from './measures/leak';
import { measureLargeCatalog } from './measures/largeCatalog';
import { measurePanel } from './measures/panel';
import { measurePluginStart } from './measures/pluginStart';
import { measurePublishLive } from './measures/publishLive';
import { measureSessions } from './measures/sessions';
import { measureTaskCalls } from './measures/taskCalls';

const RESULTS = join(__dirname, 'results');
/** Parts of the names of measures: only those are taken, and the results of the whole are left as they are. */
const WANTED = process.argv.slice(2);

const main = async (): Promise<void> => {
  const started = new Date();
  const folder = mkdtempSync(join(tmpdir(), 'debrief-bench-'));
  const plugin = freshPlugin(folder);
  const chromium = await launchChromium();
  const about = {
    date: started.toISOString(),
    ...machine(),
    chromium: `Chromium ${chromium.version()}`,
  };
  const figures: Figure[] = [];
  const measure = async (name: string, work: () => Figure[] | Promise<Figure[]>) => {
    if (WANTED.length > 0 && !WANTED.some((part) => name.includes(part))) return;
    process.stderr.write(`${name} …\n`);
    figures.push(...(await work()));
  };
  try {
    await measure('bundle', () => measureBundle(plugin));
    await measure('attributes of a task', measureAttributes);
    await measure('keys in forms with rules', measureIntents);
    await measure('sessions', measureSessions);
    await measure('a large catalog', measureLargeCatalog);
    await measure('a changed name for a thousand agents', measureCatalogCrowd);
    await measure('panel', () => measurePanel(chromium));
    await measure('editor', () => measureEditor(chromium));
    await measure('reads and writes of a task', () => measureTaskCalls(chromium, plugin));
    await measure('the press on Complete', () => measureComplete(chromium, plugin));
    await measure('a published version in Flex', () => measurePublishLive(chromium, plugin));
    await measure('what ended tasks leave behind', () => measureLeak(chromium, plugin));
    await measure('start in Flex', () => measurePluginStart(chromium, plugin));
  } finally {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  }
  printFigures(about, figures);
  const seconds = Math.round((Date.now() - started.getTime()) / 1000);
  console.log(`\nMeasured in ${seconds} s.`);
  if (WANTED.length > 0) return;
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, 'latest.json');
  writeFileSync(file, `${JSON.stringify({ ...about, figures }, null, 2)}\n`);
  console.log(`As JSON: ${file}`);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
