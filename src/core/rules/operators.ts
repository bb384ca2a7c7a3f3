/**
 * The JsonLogic operators that a rule may use. Left out are those that look at nothing but a console (`log`), those
 * that cut texts (`substr`), and those that build lists (`map`, `filter`, `reduce`, `merge`): no condition needs them,
 * and each is one more thing for a rule builder to show.
 */
export const RULE_OPERATORS = [
  'var',
  '==',
  '===',
  '!=',
  '!==',
  '!',
  '!!',
  'and',
  'or',
  'if',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'some',
  'all',
  'none',
  'cat',
  '+',
  '-',
  '*',
  '/',
  '%',
  'min',
  'max',
] as const;

/** Operators whose second argument is a rule over the elements of the first. */
export const LIST_OPERATORS: readonly string[] = ['some', 'all', 'none'];
