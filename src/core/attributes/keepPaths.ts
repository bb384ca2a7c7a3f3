import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { INSIGHTS_ROOTS } from './paths';
import type { AttributePath } from './types';

/** The attributes with only those paths below Insights' roots that are wanted; all else as it is. */
export const keepPaths = (
  attributes: JsonObject,
  wanted: (path: AttributePath) => boolean,
): JsonObject =>
  Object.fromEntries(
    Object.entries(attributes).map(([root, value]): [string, JsonValue] => {
      if (!INSIGHTS_ROOTS.includes(root) || !isJsonObject(value)) return [root, value];
      const kept = Object.entries(value).filter(([key]) => wanted(`${root}.${key}`));
      return [root, Object.fromEntries(kept)];
    }),
  );
