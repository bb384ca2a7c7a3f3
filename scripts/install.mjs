import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const NODE_MAJOR = 20;
const stamp = join(root, 'node_modules', '.debrief-installed');
const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash();

const requireNode = () => {
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return;
  console.error(`Node ${NODE_MAJOR} or newer is needed; this is Node ${process.versions.node}.`);
  process.exit(1);
};

/** Runs `npm ci` when node_modules is missing or was not installed from today's lockfile. */
export const ensureInstalled = async () => {
  requireNode();
  if (isFresh()) return;
  console.log('Installing packages (npm ci) ...');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error(
      'npm ci failed: see its message above. An npm registry is needed, and nothing else.',
    );
    process.exit(code);
  }
  writeFileSync(stamp, lockfileHash());
};
