import { createRequire } from 'node:module';
import { ensureInstalled } from './install.mjs';

await ensureInstalled();

// npm's shell ends at a signal without passing it on; a sandbox left behind would keep the ports.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

const require = createRequire(import.meta.url);
require('tsx/cjs');
process.argv.push('--build');
require('../sandbox/main.ts');
