import type { JsonValue } from '../json';
import { DICTIONARY } from './dictionary';

/** The values of a record while it is being made, by dictionary path. A Map, since paths come from foreign keys. */
export type RecordValues = Map<string, JsonValue>;

/** The finished values in the dictionary's order, so that equal records are equal texts. */
export const inDictionaryOrder = (values: RecordValues): Readonly<Record<string, JsonValue>> => {
  const ordered: Record<string, JsonValue> = {};
  for (const { path } of DICTIONARY) {
    const value = values.get(path);
    if (value !== undefined) ordered[path] = value;
  }
  return ordered;
};
