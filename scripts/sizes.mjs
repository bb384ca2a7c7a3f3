import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** In bytes, gzip level 9; docs/decisions/0013-bundle-budget.md and 0018-two-builds.md have the reasons. */
export const BUDGETS = { agents: 217_500, single: 490_000 };

export const gzipSize = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
