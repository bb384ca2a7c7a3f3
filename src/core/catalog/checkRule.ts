import { isJsonObject } from '../json';
import { LIST_OPERATORS, type RULE_OPERATORS } from '../rules/operators';
import type { Report } from './checks';
import type { Field, Rule } from './types';

/** What a rule of a form may speak about. */
export interface RuleScope {
  /** By id; null for a field of a wrong shape, of which nothing else is known. */
  readonly fields: ReadonlyMap<string, Field | null>;
  /** Dictionary paths that the form writes. */
  readonly targets: ReadonlySet<string>;
}

type Operator = (typeof RULE_OPERATORS)[number];

const ANY = Infinity;
/** How many arguments an operator makes sense with: at least, at most. */
const ARITY: Readonly<Record<Operator, readonly [least: number, most: number]>> = {
  var: [1, 2],
  '==': [2, 2],
  '===': [2, 2],
  '!=': [2, 2],
  '!==': [2, 2],
  '!': [1, 1],
  '!!': [1, 1],
  and: [1, ANY],
  or: [1, ANY],
  if: [2, ANY],
  '<': [2, 3],
  '<=': [2, 3],
  '>': [2, 2],
  '>=': [2, 2],
  in: [2, 2],
  some: [2, 2],
  all: [2, 2],
  none: [2, 2],
  cat: [1, ANY],
  '+': [1, ANY],
  '-': [1, 2],
  '*': [1, ANY],
  '/': [2, 2],
  '%': [2, 2],
  min: [1, ANY],
  max: [1, ANY],
};

const isOperator = (operator: string): operator is Operator => Object.hasOwn(ARITY, operator);

/** Nobody writes deeper rules by hand, and each level is one of the stack of whatever walks over them. */
const DEEPEST = 40;

const FACTS: readonly string[] = [
  'queue',
  'queueSid',
  'channel',
  'direction',
  'time.date',
  'time.clock',
  'time.weekday',
];

/** Why a variable says nothing, or nothing that stays as it is; null when it is fine. */
type VariableFault =
  | 'unknown'
  | 'inherited'
  | 'no-such-field'
  | 'no-answer'
  | 'dot-in-id'
  | 'no-tree'
  | 'own-target'
  | 'own-marks';

function faultOf(variable: string, { fields, targets }: RuleScope): VariableFault | null {
  const segments = variable.split('.');
  // `constructor` is found on every object, and is nobody's answer.
  if (segments.some((segment) => segment in {})) return 'inherited';
  if (FACTS.includes(variable)) return null;
  const [root = '', ...rest] = segments;
  if (rest.length === 0 || rest.includes('')) return 'unknown';
  const name = rest.join('.');
  switch (root) {
    case 'answers':
    case 'paths': {
      const field = fields.get(name);
      if (field === undefined) return 'no-such-field';
      // A rule would look for an answer within an answer.
      if (rest.length > 1) return 'dot-in-id';
      if (field === null) return null;
      if (['info', 'unsupported', 'media'].includes(field.kind)) return 'no-answer';
      return root === 'paths' && field.kind !== 'choice' ? 'no-tree' : null;
    }
    case 'task':
      if (name.startsWith('debrief_')) return 'own-marks';
      // What the form itself puts there would turn its rules round after the first save.
      return [...targets].some(
        (target) =>
          target === name || target.startsWith(`${name}.`) || name.startsWith(`${target}.`),
      )
        ? 'own-target'
        : null;
    case 'worker':
      return null;
    default:
      return 'unknown';
  }
}

/** Reports what is wrong with a rule at `path`; answers whether anything was. */
export function checkRule(rule: Rule, path: string, scope: RuleScope, report: Report): boolean {
  let isSound = true;
  const wrong: Report = (...problem) => {
    isSound = false;
    report(...problem);
  };
  const checkVariable = (name: Rule | undefined, at: string, inList: boolean): void => {
    if (typeof name !== 'string') {
      wrong('wrong-rule', at, { expected: 'the name of a variable' });
      return;
    }
    // Inside a list operator a variable is an element, or a part of one.
    const fault = inList
      ? name.split('.').some((segment) => segment in {})
        ? 'inherited'
        : null
      : faultOf(name, scope);
    if (fault) wrong('unknown-variable', at, { variable: name, why: fault });
  };
  const walk = (part: Rule, at: string, depth: number, inList: boolean): void => {
    if (depth > DEEPEST) {
      wrong('wrong-rule', path, { expected: `at most ${DEEPEST} levels` });
      return;
    }
    if (Array.isArray(part)) {
      part.forEach((item: Rule, position) => walk(item, `${at}/${position}`, depth + 1, inList));
      return;
    }
    if (!isJsonObject(part)) return;
    const [operator, ...others] = Object.keys(part);
    if (operator === undefined || others.length > 0) {
      wrong('wrong-rule', at, { expected: 'one operator' });
      return;
    }
    if (!isOperator(operator)) {
      wrong('unknown-operator', at, { operator });
      return;
    }
    const given = part[operator] ?? null;
    const args: readonly Rule[] = Array.isArray(given) ? (given as readonly Rule[]) : [given];
    const place = `${at}/${operator.replace(/\//g, '~1')}`;
    const [least, most] = ARITY[operator];
    if (args.length < least || args.length > most) {
      wrong('wrong-arity', place, { operator, found: args.length });
    }
    if (operator === 'var') {
      checkVariable(args[0], place, inList);
      walk(args[1] ?? null, `${place}/1`, depth + 1, inList);
      return;
    }
    args.forEach((argument, position) => {
      const inside = inList || (LIST_OPERATORS.includes(operator) && position === 1);
      const own = Array.isArray(given) ? `${place}/${position}` : place;
      walk(argument, own, depth + 1, inside);
    });
  };
  walk(rule, path, 0, false);
  return isSound;
}
