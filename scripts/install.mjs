import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const stamp = join(root, 'node_modules', '.debrief-installed');
const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash();

/** Runs `npm ci` when node_modules is missing or was not installed from today's lockfile. */
export const ensureInstalled = async () => {
  if (isFresh()) return;
  console.log('Installing packages (npm ci) ...');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error(
      'npm ci failed: see its message above. Node 20 or newer and an npm registry are needed.',
    );
    process.exit(code);
  }
  writeFileSync(stamp, lockfileHash());
};
