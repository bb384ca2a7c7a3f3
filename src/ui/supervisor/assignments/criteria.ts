import type { Directory } from '../../../app/editing/directory';
import type { Criterion, Matcher } from '../../../core/catalog/types';
import type { Changes } from '../../../core/edit/lists';

/** Criteria that are lists of names. */
export const NAME_LISTS = {
  queue: 'queues',
  channel: 'channels',
  workflow: 'workflows',
  skill: 'workerSkills',
  team: 'teams',
} as const satisfies Partial<Record<Criterion, keyof Matcher>>;

export type NamedCriterion = keyof typeof NAME_LISTS;

/** In the order in which they are shown and told. */
export const CRITERIA: readonly Criterion[] = [
  'queue',
  'channel',
  'direction',
  'workflow',
  'skill',
  'team',
  'attribute',
  'date',
];

export const isNamed = (criterion: Criterion): criterion is NamedCriterion =>
  criterion in NAME_LISTS;

export function hasCriterion(when: Matcher, criterion: Criterion): boolean {
  if (isNamed(criterion)) return when[NAME_LISTS[criterion]] !== undefined;
  if (criterion === 'direction') return when.directions !== undefined;
  if (criterion === 'attribute') return when.attributes !== undefined;
  return when.from !== undefined || when.to !== undefined;
}

/** A criterion that asks for nothing yet. Days have none: one of them has to be said. */
export function newCriterion(criterion: Criterion, today: string): Changes<Matcher> {
  if (isNamed(criterion)) return { [NAME_LISTS[criterion]]: [] };
  if (criterion === 'direction') return { directions: [] };
  return criterion === 'attribute' ? { attributes: [] } : { from: today };
}

export function withoutCriterion(criterion: Criterion): Changes<Matcher> {
  if (isNamed(criterion)) return { [NAME_LISTS[criterion]]: undefined };
  if (criterion === 'direction') return { directions: undefined };
  if (criterion === 'attribute') return { attributes: undefined };
  return { from: undefined, to: undefined };
}

export const suggestionsFor = (
  criterion: NamedCriterion,
  directory: Directory,
): readonly string[] => {
  switch (criterion) {
    case 'queue':
      return directory.queues.map(({ name }) => name);
    case 'workflow':
      return directory.workflows.map(({ name }) => name);
    case 'channel':
      return directory.channels;
    case 'skill':
      return directory.skills;
    case 'team':
      return directory.teams;
  }
};
