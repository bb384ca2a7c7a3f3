import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const BUILT = join(ROOT, 'build', 'plugin-debrief.js');
const WITHOUT_EDITOR = join(ROOT, 'build', 'without-editor', 'plugin-debrief.js');
const MADE_FROM = ['src', 'public', 'config', 'package.json'];

const newest = (path: string): number => {
  const stats = statSync(path);
  return stats.isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : stats.mtimeMs;
};

const isStale = (file: string): boolean => {
  if (!existsSync(file)) return true;
  const built = statSync(file).mtimeMs;
  return MADE_FROM.some((path) => newest(join(ROOT, path)) > built);
};

/** The built plugin file, built now if the sources are newer; a copy in `folder`, so that a build meanwhile changes nothing. */
export const freshPlugin = (folder: string): string => {
  if (isStale(BUILT)) {
    process.stderr.write('Building the plugin …\n');
    execFileSync(process.execPath, ['scripts/build.mjs', '--split'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 2],
    });
  }
  cpSync(dirname(BUILT), folder, { recursive: true });
  return join(folder, basename(BUILT));
};

/** The same without the catalog editor. */
export const builtWithoutEditor = (): string => {
  if (isStale(WITHOUT_EDITOR)) {
    process.stderr.write('Building the plugin without the editor …\n');
    execFileSync('npx', ['flex-plugin', 'build'], {
      cwd: ROOT,
      env: { ...process.env, DEBRIEF_BUILD: 'split', DEBRIEF_EDITOR: 'none' },
      stdio: ['ignore', 'ignore', 2],
      shell: process.platform === 'win32',
    });
  }
  return WITHOUT_EDITOR;
};
