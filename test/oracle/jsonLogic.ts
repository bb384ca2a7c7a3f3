import { isList, isMap, type Json } from './shapes';

/** Looks a variable up; undefined where there is none. */
export type Lookup = (name: string) => Json | undefined;

/** Truth as jsonlogic.com/truthy tells it. */
export const isTrue = (value: Json | undefined): boolean => {
  if (value === undefined || value === null || value === false) return false;
  if (value === 0 || value === '' || Number.isNaN(value)) return false;
  return !(isList(value) && value.length === 0);
};

/** A path below a value: own keys of maps, positions in lists. */
export const below = (value: Json | undefined, steps: readonly string[]): Json | undefined => {
  const [first, ...rest] = steps;
  if (first === undefined) return value;
  if (isMap(value)) {
    return Object.hasOwn(value, first) ? below(value[first], rest) : undefined;
  }
  return isList(value) && /^\d+$/.test(first) ? below(value[Number(first)], rest) : undefined;
};

/** Debrief's own rule: what is missing, and what is no number, is not zero; nothing can be counted with it. */
const asNumber = (value: Json | undefined): number => {
  if (typeof value === 'number') return value;
  const plain = typeof value === 'string' ? value.trim() : '';
  return /^[-+]?[0-9]+([.][0-9]+)?$/.test(plain) ? Number(plain) : NaN;
};

/** No number, and none that JSON could hold, is nothing. */
const counted = (number: number): Json =>
  Number.isFinite(number) ? (number === 0 ? 0 : number) : null;

/** JavaScript's own loose comparison, which JsonLogic takes over as it is. */
const looselyEqual = (a: Json | undefined, b: Json | undefined): boolean => a == b;
const less = (a: Json | undefined, b: Json | undefined): boolean => (a as number) < (b as number);
const lessOrSame = (a: Json | undefined, b: Json | undefined): boolean =>
  (a as number) <= (b as number);

const piece = (value: Json | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** JsonLogic, read off jsonlogic.com/operations.html, for the operators that Debrief allows. */
export function solve(rule: Json, look: Lookup): Json | undefined {
  if (isList(rule)) return rule.map((part) => solve(part, look) ?? null);
  if (!isMap(rule)) return rule;
  const keys = Object.keys(rule);
  if (keys.length !== 1) return rule;
  const operator = keys[0] ?? '';
  const operand = rule[operator] ?? null;
  const parts: readonly Json[] = isList(operand) ? operand : [operand];
  const at = (index: number): Json | undefined => {
    const part = parts[index];
    return part === undefined ? undefined : solve(part, look);
  };
  const all = (): readonly (Json | undefined)[] => parts.map((part) => solve(part, look));

  if (operator === 'var') {
    const name = at(0);
    const found = look(name === null || name === undefined ? '' : String(name));
    return found === undefined ? (at(1) ?? null) : found;
  }
  if (operator === 'if') {
    let index = 0;
    while (index + 1 < parts.length) {
      if (isTrue(at(index))) return at(index + 1);
      index += 2;
    }
    return index < parts.length ? at(index) : null;
  }
  if (operator === 'and' || operator === 'or') {
    let last: Json | undefined;
    for (let index = 0; index < parts.length; index += 1) {
      last = at(index);
      if (isTrue(last) === (operator === 'or')) return last;
    }
    return last;
  }
  if (operator === 'some' || operator === 'all' || operator === 'none') {
    const list = at(0);
    const elements = isList(list) ? list : [];
    const hits = elements.filter((element) =>
      isTrue(
        solve(parts[1] ?? null, (name) =>
          name === '' ? element : below(element, name.split('.')),
        ),
      ),
    );
    if (operator === 'some') return hits.length > 0;
    if (operator === 'none') return hits.length === 0;
    return elements.length > 0 && hits.length === elements.length;
  }
  switch (operator) {
    case '==':
      return looselyEqual(at(0), at(1));
    case '!=':
      return !looselyEqual(at(0), at(1));
    case '===':
      return at(0) === at(1);
    case '!==':
      return at(0) !== at(1);
    case '!':
      return !isTrue(at(0));
    case '!!':
      return isTrue(at(0));
    case '<':
      return less(at(0), at(1)) && (parts.length < 3 || less(at(1), at(2)));
    case '<=':
      return lessOrSame(at(0), at(1)) && (parts.length < 3 || lessOrSame(at(1), at(2)));
    case '>':
      return less(at(1), at(0));
    case '>=':
      return lessOrSame(at(1), at(0));
    case 'in': {
      const [needle, hay] = [at(0), at(1)];
      if (typeof hay === 'string') return hay.includes(String(needle));
      return isList(hay) && hay.some((element) => element === needle);
    }
    case 'cat':
      return all().map(piece).join('');
    case '+':
      return counted(
        all()
          .map(asNumber)
          .reduce((sum, part) => sum + part, 0),
      );
    case '*':
      return counted(
        all()
          .map(asNumber)
          .reduce((product, part) => product * part, 1),
      );
    case '-':
      return counted(parts.length === 1 ? -asNumber(at(0)) : asNumber(at(0)) - asNumber(at(1)));
    case '/':
      return counted(asNumber(at(0)) / asNumber(at(1)));
    case '%':
      return counted(asNumber(at(0)) % asNumber(at(1)));
    case 'min':
      return counted(Math.min(...all().map(asNumber)));
    case 'max':
      return counted(Math.max(...all().map(asNumber)));
    default:
      throw new Error(`Debrief does not allow the operator ${operator}`);
  }
}

/** What a rule comes to, as JSON: a number that JSON cannot hold is nothing. */
export const outcomeOf = (rule: Json, look: Lookup): Json => {
  const result = solve(rule, look) ?? null;
  return typeof result === 'number' && !Number.isFinite(result) ? null : result;
};
