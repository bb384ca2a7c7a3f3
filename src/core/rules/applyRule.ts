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

/** A number as numbers and texts of digits say it; null for what is missing or no number. Empty is not zero. */
function operand(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null;
}

const arithmetic = (count: (numbers: readonly number[]) => number) => {
  return (...values: readonly unknown[]): number | null => {
    const numbers = values.map(operand);
    const all = numbers.flatMap((number) => number ?? []);
    const result = numbers.length > 0 && all.length === numbers.length ? count(all) : NaN;
    // Adding 0 turns -0 into 0.
    return Number.isFinite(result) ? result + 0 : null;
  };
};

// The library's own take what is missing for 0: a task without a price would have a rebate.
const ARITHMETIC: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
  '+': (all) => all.reduce((sum, number) => sum + number, 0),
  '-': ([first = NaN, second]) => (second === undefined ? -first : first - second),
  '*': (all) => all.reduce((product, number) => product * number, 1),
  '/': ([first = NaN, second = NaN]) => first / second,
  '%': ([first = NaN, second = NaN]) => first % second,
  min: (all) => Math.min(...all),
  max: (all) => Math.max(...all),
};
for (const [name, count] of Object.entries(ARITHMETIC)) add_operation(name, arithmetic(count));

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
