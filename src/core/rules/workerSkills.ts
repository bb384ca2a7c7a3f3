import { ownValue } from '../attributes/paths';
import { isJsonObject, type JsonObject } from '../json';

/** The names of a worker's skills. Flex keeps them in the worker's attributes at `routing.skills`. */
export const skillsOf = (worker: JsonObject): readonly string[] => {
  const routing = ownValue(worker, 'routing');
  const skills = isJsonObject(routing) ? ownValue(routing, 'skills') : undefined;
  return Array.isArray(skills)
    ? (skills as readonly unknown[]).filter((skill): skill is string => typeof skill === 'string')
    : [];
};
