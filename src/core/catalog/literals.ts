import { isJsonObject, type JsonValue } from '../json';
import type { Rule } from './types';

const isLiteral = (rule: Rule): boolean =>
  Array.isArray(rule) ? rule.every(isLiteral) : !isJsonObject(rule);

/** The results that a rule names itself: the whole rule, or the branches of an `if`. Of a sound rule. */
export function literalResults(rule: Rule): readonly JsonValue[] {
  if (isLiteral(rule)) return [rule];
  const branches = isJsonObject(rule) ? rule['if'] : undefined;
  if (!Array.isArray(branches)) return [];
  return (branches as readonly Rule[]).flatMap((branch, position) =>
    // Conditions and results take turns; a last one alone is the result when no condition holds.
    position % 2 === 1 || position === branches.length - 1 ? literalResults(branch) : [],
  );
}
