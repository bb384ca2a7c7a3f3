import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** In bytes, gzip level 9; docs/decisions/0013-bundle-budget.md and 0018-two-builds.md have the reasons. */
export const BUDGETS = { agents: 216_000, single: 488_000 };

export const gzipSize = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
