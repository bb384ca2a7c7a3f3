import { ownValue } from '../attributes/paths';
import type { Form } from '../catalog/types';
import type { JsonValue } from '../json';
import { fieldRules } from './fieldRules';
import type { Facts } from './types';
import { variablesOf } from './variablesOf';

/** The facts with no more of the worker's attributes than the form's rules look at: they are personal data. */
export function factsForRules(form: Form, facts: Facts): Facts {
  const rules = form.sections.flatMap((section) => [
    section.rules?.show,
    section.rules?.require,
    ...section.fields.flatMap(fieldRules).map(({ rule }) => rule),
  ]);
  const keys = new Set<string>();
  for (const variable of rules.flatMap(variablesOf)) {
    const [root, key] = variable.split('.');
    if (root === 'worker' && key !== undefined) keys.add(key === 'skills' ? 'routing' : key);
  }
  const worker = Object.fromEntries(
    [...keys].flatMap((key): [string, JsonValue][] => {
      const value = ownValue(facts.worker, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return { ...facts, worker };
}
