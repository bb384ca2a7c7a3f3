import { DICTIONARY, isHierarchy, LEVEL_SEPARATOR } from './dictionary';
import type { RecordValues } from './recordValues';
import type { Finding } from './types';

const UNITS = ['team', 'department'] as const;

/** Drops the names of a team or department that has no id: they do not show (rule 15). */
const dropNamesWithoutId = (values: RecordValues): readonly Finding[] =>
  UNITS.flatMap((unit): readonly Finding[] => {
    const id = values.get(`conversations.handling_${unit}_id`);
    if (id !== undefined && id !== '') return [];
    const name = `conversations.handling_${unit}_name`;
    const hierarchy = `${name}_in_hierarchy`;
    return [name, hierarchy].flatMap((path): readonly Finding[] => {
      if (!values.delete(path)) return [];
      const basis = path === name ? 'documented' : 'inferred';
      return [{ code: 'name-without-id', path, rule: 15, basis }];
    });
  });

/** Hierarchies whose levels are joined with something else than the documented separator (rule 16). */
const findSeparators = (values: RecordValues): readonly Finding[] =>
  DICTIONARY.flatMap(({ path }): readonly Finding[] => {
    if (!isHierarchy(path)) return [];
    const value = values.get(path);
    if (typeof value !== 'string') return [];
    const rest = value.split(LEVEL_SEPARATOR).join('');
    return rest.includes('▸') || rest.includes(' > ')
      ? [{ code: 'hierarchy-separator', path, rule: 16, basis: 'documented' }]
      : [];
  });

/** The rules on teams, departments and hierarchies. */
export const takeNames = (values: RecordValues): readonly Finding[] => [
  ...dropNamesWithoutId(values),
  ...findSeparators(values),
];
