import type { Rule } from '../../catalog/types';
import { isJsonObject } from '../../json';
import { comparesEmpty } from './comparesEmpty';
import { NO_VALUE } from './ruleOfWords';
import type { Comparison, Condition, Group, Literal } from './types';

interface Operation {
  readonly operator: string;
  readonly args: readonly Rule[];
}

function operationOf(rule: Rule | undefined): Operation | null {
  if (!isJsonObject(rule)) return null;
  const [operator, ...others] = Object.keys(rule);
  if (operator === undefined || others.length > 0) return null;
  const given = rule[operator] ?? null;
  return { operator, args: Array.isArray(given) ? (given as readonly Rule[]) : [given] };
}

/** The name of a variable without a value of its own to fall back to. */
export function variableIn(rule: Rule | undefined): string | null {
  const operation = operationOf(rule);
  const [name] = operation?.args ?? [];
  return operation?.operator === 'var' &&
    operation.args.length === 1 &&
    typeof name === 'string' &&
    name !== ''
    ? name
    : null;
}

const isLiteral = (rule: Rule | undefined): rule is Literal =>
  ['string', 'number', 'boolean'].includes(typeof rule);

const isAnswer = (about: string): boolean => about.startsWith('answers.');
const isPath = (about: string): boolean => about.startsWith('paths.');

const isNoValue = (list: readonly Rule[]): boolean =>
  list.length === NO_VALUE.length && NO_VALUE.every((value, n) => list[n] === value);

/** `in`, and with `positive` false its negation. */
function membership(args: readonly Rule[], positive: boolean): Condition | null {
  const [needle, list] = args;
  if (args.length !== 2) return null;
  const about = variableIn(needle);
  if (about !== null) {
    if (!Array.isArray(list) || isPath(about)) return null;
    const values = list as readonly Rule[];
    if (isNoValue(values) && !isAnswer(about) && about !== 'worker.skills') {
      return { test: positive ? 'empty' : 'filled', about };
    }
    return values.every(isLiteral)
      ? { test: positive ? 'one-of' : 'none-of', about, values }
      : null;
  }
  const within = variableIn(list);
  if (within === null || !isLiteral(needle)) return null;
  if (!isPath(within)) {
    return { test: positive ? 'contains' : 'lacks', about: within, value: needle };
  }
  return typeof needle === 'string'
    ? {
        test: positive ? 'under' : 'not-under',
        about: within.replace(/^paths\./, 'answers.'),
        code: needle,
      }
    : null;
}

/** Those variables that are texts, to which `==` and `===` are one. */
const isText = (about: string): boolean =>
  ['queue', 'queueSid', 'channel', 'direction', 'time.date', 'time.clock'].includes(about);

function equality({ operator, args }: Operation): Condition | null {
  const [left, right] = args;
  if (args.length !== 2 || left === undefined || right === undefined) return null;
  const about = variableIn(left) ?? variableIn(right);
  const value = variableIn(left) === null ? left : right;
  if (about === null || isPath(about)) return null;
  const positive = operator.startsWith('=');
  if (value === null) {
    return isAnswer(about) ? { test: positive ? 'empty' : 'filled', about } : null;
  }
  const strict = operator.length === 3;
  if (!isLiteral(value) || !(strict || (isText(about) && Number.isNaN(Number(value))))) return null;
  return { test: positive ? 'is' : 'is-not', about, value };
}

const COMPARISONS: readonly string[] = ['<', '<=', '>', '>='] satisfies Comparison[];
const isComparison = (operator: string): operator is Comparison => COMPARISONS.includes(operator);

function comparison(rule: Rule | undefined): (Condition & { readonly test: Comparison }) | null {
  const operation = operationOf(rule);
  if (!operation || !isComparison(operation.operator) || operation.args.length !== 2) return null;
  const about = variableIn(operation.args[0]);
  const than = operation.args[1];
  if (about === null || isPath(about)) return null;
  if (typeof than !== 'number' && typeof than !== 'string') return null;
  const { operator: test } = operation;
  return comparesEmpty(test, than) ? { test, about, than, orEmpty: true } : { test, about, than };
}

/** A comparison that says what it means where there is no value: `and` rules that out, `or` counts it in. */
function guarded({ operator, args }: Operation): Condition | null {
  const [guard, compared] = args;
  const found = comparison(compared);
  const check = operationOf(guard);
  if (args.length !== 2 || !found?.orEmpty || !check) return null;
  const isAbout = variableIn(check.args[0]) === found.about && check.args[1] === null;
  if (!isAbout || check.args.length !== 2) return null;
  const { test, about, than } = found;
  if (operator === 'and' && check.operator === '!==') return { test, about, than };
  return operator === 'or' && check.operator === '===' ? found : null;
}

function negated(inner: Rule | undefined): Condition | Group | null {
  const about = variableIn(inner);
  if (about !== null) return truth(about, false);
  const operation = operationOf(inner);
  if (operation?.operator === 'in') return membership(operation.args, false);
  return operation?.operator === 'or' && !guarded(operation) ? group('none', operation.args) : null;
}

function truth(about: string, positive: boolean): Condition | null {
  if (isPath(about)) return null;
  return about === 'worker.skills'
    ? { test: positive ? 'filled' : 'empty', about }
    : { test: positive ? 'true' : 'false', about };
}

function group(join: Group['join'], rules: readonly Rule[]): Group | null {
  const parts = rules.map(partOf);
  return parts.length > 0 && !parts.includes(null)
    ? { join, parts: parts as readonly (Condition | Group)[] }
    : null;
}

function partOf(rule: Rule): Condition | Group | null {
  const about = variableIn(rule);
  if (about !== null) return truth(about, true);
  const operation = operationOf(rule);
  if (!operation) return null;
  const { operator, args } = operation;
  switch (operator) {
    case '===':
    case '!==':
    case '==':
    case '!=':
      return equality(operation);
    case 'in':
      return membership(args, true);
    case '!':
      return args.length === 1 ? negated(args[0]) : null;
    case '!!': {
      const asked = args.length === 1 ? variableIn(args[0]) : null;
      return asked === null ? null : truth(asked, true);
    }
    case 'and':
      return guarded(operation) ?? group('all', args);
    case 'or':
      return guarded(operation) ?? group('any', args);
    default:
      return comparison(rule);
  }
}

/** What a rule says in words; null when it says more than words here can. */
export function wordsOfRule(rule: Rule): Group | null {
  const part = partOf(rule);
  if (!part) return null;
  return 'join' in part ? part : { join: 'all', parts: [part] };
}
