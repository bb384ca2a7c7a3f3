import type { Rule } from '../catalog/types';
import { isJsonObject } from '../json';
import { LIST_OPERATORS } from './operators';

/** The variables that a rule reads, e.g. `answers.outcome`, each once, in order. */
export function variablesOf(rule: Rule | undefined): readonly string[] {
  const found = new Set<string>();
  const walk = (part: Rule): void => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (!isJsonObject(part)) return;
    for (const [operator, given] of Object.entries(part)) {
      if (operator === 'var') {
        const name: unknown = Array.isArray(given) ? given[0] : given;
        found.add(String(name ?? ''));
        if (Array.isArray(given)) given.slice(1).forEach(walk);
      } else if (LIST_OPERATORS.includes(operator) && Array.isArray(given)) {
        // Inside, a variable is an element of the list.
        given.slice(0, 1).forEach(walk);
      } else walk(given);
    }
  };
  if (rule !== undefined) walk(rule);
  return [...found];
}

/** The field that a variable asks about; null when it asks about something else. */
export function fieldOfVariable(variable: string): string | null {
  const [root, ...rest] = variable.split('.');
  return (root === 'answers' || root === 'paths') && rest.length > 0 ? rest.join('.') : null;
}
