import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from './cell';
import type { FlexCell } from './flexCell';
import type { Judgement } from './judge';

/** What a run has found of a cell. */
export interface Result extends Judgement {
  readonly id: string;
  /** What was expected and did not come; null: it went as told. */
  readonly failed: string | null;
  readonly said: readonly string[];
  readonly seconds: number;
}

/** Where the results of this build stand; undefined: they are not kept, and every cell is run. */
export const resultsFolder = (): string | undefined => process.env['DEBRIEF_FAULTS'];

export const readResults = (folder: string): readonly Result[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result)
    : [];

/** Whether it went as told. */
export const isDone = (folder: string, cell: FlexCell): boolean =>
  readResults(folder).some(({ id, failed }) => id === idOf(cell) && failed === null);
