import type { JsonObject } from '../json';
import { findEntry } from './dictionary';
import { isHostileKey } from './readRoot';
import { takeValue } from './takeValue';
import type { Finding } from './types';
import type { RecordValues } from './recordValues';

/** Takes every key of `conversations` or `customers` except media, which has its own rules. */
export const takeSection = (
  name: 'conversations' | 'customers',
  section: JsonObject,
  values: RecordValues,
): readonly Finding[] =>
  Object.entries(section).flatMap(([key, value]): readonly Finding[] => {
    const path = `${name}.${key}`;
    if (path === 'conversations.media') return [];
    if (isHostileKey(key)) return [{ code: 'hostile-key', path, rule: 8, basis: 'inferred' }];
    const entry = findEntry(path);
    // `media[].url` is a dictionary path, but as a key it is no attribute.
    if (entry === undefined || path.includes('[]')) {
      return [{ code: 'unknown-key', path, rule: 8, basis: 'documented' }];
    }
    if (value !== null && path === 'conversations.kind') {
      return [{ code: 'kind-set', path, rule: 22, basis: 'documented' }];
    }
    if (value !== null && !entry.overridable) {
      return [{ code: 'derived-set', path, rule: 17, basis: 'inferred' }];
    }
    const taken = takeValue(entry, value, path);
    if (taken.value !== undefined) values.set(path, taken.value);
    return taken.findings;
  });
