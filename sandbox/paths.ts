import { join } from 'node:path';

export const SANDBOX = __dirname;
export const ROOT = join(SANDBOX, '..');
