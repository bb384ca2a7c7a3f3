import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A catalog with a field of every kind, every type of rule and a tree of three levels. Also in `docs/images`. */
export const everyKind: unknown = JSON.parse(
  readFileSync(join(__dirname, 'everyKind.json'), 'utf8'),
);
