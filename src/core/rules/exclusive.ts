import type { Rule } from '../catalog/types';
import { isJsonObject, type JsonPrimitive } from '../json';

/** More cases than these are not gone through: then nothing is proved. */
const MOST_CASES = 64;

interface Operation {
  readonly operator: string;
  readonly args: readonly Rule[];
}

const operationOf = (rule: Rule): Operation | null => {
  if (!isJsonObject(rule)) return null;
  const [operator, ...others] = Object.keys(rule);
  if (operator === undefined || others.length > 0) return null;
  const given = rule[operator] ?? null;
  return { operator, args: Array.isArray(given) ? (given as readonly Rule[]) : [given] };
};

const isPrimitive = (rule: Rule | undefined): rule is JsonPrimitive =>
  rule === null || ['string', 'number', 'boolean'].includes(typeof rule);

/** One text for all ways of writing the same operation: `{"!": x}` and `{"!": [x]}`. */
const textOf = (rule: Rule): string => {
  if (Array.isArray(rule)) return `[${rule.map(textOf).join()}]`;
  const operation = operationOf(rule);
  return operation
    ? `{${JSON.stringify(operation.operator)}:${textOf(operation.args)}}`
    : JSON.stringify(rule);
};

const OPPOSITE: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '===': '!==',
  '!==': '===',
};

function negated(rule: Rule): Rule {
  const { operator, args } = operationOf(rule) ?? { operator: '', args: [] };
  const opposite = OPPOSITE[operator];
  if (opposite !== undefined) return { [opposite]: args };
  if (operator === '!') return { '!!': args };
  if (operator === '!!') return { '!': args };
  if (operator === 'and') return { or: args.map(negated) };
  if (operator === 'or') return { and: args.map(negated) };
  return { '!': [rule] };
}

/**
 * The ways in which a rule can hold: in each, all of its parts hold. Null when there are too many to go through.
 */
function casesOf(rule: Rule): readonly (readonly Rule[])[] | null {
  const { operator, args } = operationOf(rule) ?? { operator: '', args: [] };
  const [first = null] = args;
  if (operator === '!!') return casesOf(first);
  if (
    operator === '!' &&
    ['!', '!!', 'and', 'or', ...Object.keys(OPPOSITE)].includes(operationOf(first)?.operator ?? '')
  ) {
    return casesOf(negated(first));
  }
  if (operator === 'or') {
    const cases = args.map(casesOf);
    if (cases.includes(null)) return null;
    const all = cases.flatMap((some) => some ?? []);
    return all.length <= MOST_CASES ? all : null;
  }
  if (operator !== 'and') return [[rule]];
  let product: readonly (readonly Rule[])[] = [[]];
  for (const part of args) {
    const cases = casesOf(part);
    if (!cases || cases.length * product.length > MOST_CASES) return null;
    product = product.flatMap((before) => cases.map((next) => [...before, ...next]));
  }
  return product;
}

/** Says that an expression has one of some values. */
interface Claim {
  readonly about: string;
  readonly values: readonly JsonPrimitive[];
  /** As `===` compares; otherwise as `==` does, to which "1" and 1 are one. */
  readonly strict: boolean;
}

function claimOf(rule: Rule): Claim | null {
  const { operator, args } = operationOf(rule) ?? { operator: '', args: [] };
  const [left = null, right = null] = args;
  if (args.length !== 2) return null;
  if (operator === 'in') {
    const values: readonly Rule[] = Array.isArray(right) ? (right as readonly Rule[]) : [];
    return values.length > 0 && values.every(isPrimitive)
      ? { about: textOf(left), values, strict: true }
      : null;
  }
  if (operator !== '==' && operator !== '===') return null;
  const strict = operator === '===';
  if (isPrimitive(right)) return { about: textOf(left), values: [right], strict };
  return isPrimitive(left) ? { about: textOf(right), values: [left], strict } : null;
}

/** Whether nothing equals both. To `==` whatever is the same number is the same, and null is like nothing else. */
function areApart(a: JsonPrimitive, b: JsonPrimitive, strict: boolean): boolean {
  if (a === b) return false;
  return strict || a === null || b === null || Number(a) !== Number(b);
}

function contradicts(a: Rule, b: Rule): boolean {
  const not = textOf(negated(a));
  if (not === textOf(b) || textOf(negated(b)) === textOf(a)) return true;
  const [left, right] = [claimOf(a), claimOf(b)];
  if (left?.about === undefined || left.about !== right?.about) return false;
  const strict = left.strict && right.strict;
  return left.values.every((one) => right.values.every((other) => areApart(one, other, strict)));
}

/**
 * Whether two rules can be shown never to hold at once. Careful: false means "not shown", so it also stands for
 * whatever this does not look into. It looks at `and`, `or` and negations, at a rule against its opposite, and at one
 * expression compared with different values.
 */
export function areExclusive(a: Rule, b: Rule): boolean {
  const cases = casesOf({ and: [a, b] });
  return (
    cases?.every((parts) =>
      parts.some((part, position) =>
        parts.slice(position + 1).some((other) => contradicts(part, other)),
      ),
    ) === true
  );
}
