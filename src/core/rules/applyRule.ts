import { apply, type RulesLogic } from 'json-logic-js';
import type { Rule } from '../catalog/types';
import type { JsonObject, JsonValue } from '../json';

/**
 * What a rule says about `data`. Never throws: a rule of a parsed catalog cannot, and anything else says null. A
 * number that JSON cannot hold is null, too.
 */
export function applyRule(rule: Rule, data: JsonObject): JsonValue {
  try {
    const result: unknown = apply(rule as RulesLogic, data);
    if (typeof result === 'number' && !Number.isFinite(result)) return null;
    return (result ?? null) as JsonValue;
  } catch {
    return null;
  }
}

/** Whether a rule holds, as JsonLogic counts truth: an empty text, an empty list and 0 do not hold. */
export const holds = (rule: Rule, data: JsonObject): boolean => {
  const result = applyRule(rule, data);
  return Array.isArray(result) ? result.length > 0 : Boolean(result);
};
