import type { JsonObject } from '../json';
import type { ChangePath } from './types';

/** Three contents with flat forms. */
export interface Sides {
  readonly base: JsonObject;
  readonly mine: JsonObject;
  readonly theirs: JsonObject;
}

export const keyOf = (path: ChangePath): string => JSON.stringify(path);
