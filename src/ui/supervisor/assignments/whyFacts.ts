import type { Directory, Named } from '../../../app/editing/directory';
import { textsAt } from '../../../core/assignments/judgeMatcher';
import type { Assignment, AssignmentFacts, Criterion } from '../../../core/catalog/types';
import { isJsonObject, type JsonObject } from '../../../core/json';
import { hasCriterion } from './criteria';

/** The criteria that any assignment has, and the three that a task is known by. */
export const factsAsked = (assignments: readonly Assignment[]): ReadonlySet<Criterion> => {
  const asked = new Set<Criterion>(['queue', 'channel', 'direction']);
  for (const criterion of ['workflow', 'skill', 'team', 'date'] as const) {
    if (assignments.some(({ when }) => hasCriterion(when, criterion))) asked.add(criterion);
  }
  return asked;
};

/** The attributes that any assignment looks at. */
export const pathsAsked = (assignments: readonly Assignment[]): readonly string[] => [
  ...new Set(assignments.flatMap(({ when }) => (when.attributes ?? []).map(({ path }) => path))),
];

/** A name with its SID, where the account has it: assignments may have either. */
export const namedOf = (known: readonly Named[], name: string): Named =>
  known.find((one) => one.name === name || one.sid === name) ?? { name, sid: name };

function withValue(attributes: JsonObject, path: readonly string[], value: string): JsonObject {
  const [key = '', ...rest] = path;
  const below = attributes[key];
  return {
    ...attributes,
    [key]: rest.length === 0 ? value : withValue(isJsonObject(below) ? below : {}, rest, value),
  };
}

export const attributeText = (facts: AssignmentFacts, path: string): string =>
  textsAt(facts.attributes, path).join(', ');

export const withAttribute = (
  facts: AssignmentFacts,
  path: string,
  value: string,
): AssignmentFacts => ({
  ...facts,
  attributes: withValue(facts.attributes, path.split('.'), value),
});

/** The worker whose skills and team these are; empty where there is none. */
export const workerWith = ({ skills, teams }: AssignmentFacts, { workers }: Directory): string =>
  workers.find((one) => one.skills === skills && one.teams === teams)?.sid ?? '';
