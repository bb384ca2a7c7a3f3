import { add_operation, apply, type RulesLogic } from 'json-logic-js';
import { ownValue } from '../attributes/paths';
import type { Rule } from '../catalog/types';
import type { JsonObject, JsonValue } from '../json';

/** A variable's value below the data; undefined when there is none. */
function valueAt(data: unknown, name: string): unknown {
  let value = data;
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = ownValue(value as JsonObject, key);
  }
  return value;
}

// The library's own `var` (2.0.5) finds what every object inherits: a task would have a `constructor`.
add_operation('var', function (this: unknown, name?: JsonValue, otherwise?: JsonValue): unknown {
  if (name === undefined || name === null || name === '') return this;
  const value = valueAt(this, String(name));
  return value === undefined ? (otherwise ?? null) : value;
});

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
