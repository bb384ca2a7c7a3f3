import type { Field, PairTarget, SingleTarget } from './types';

const pathsOf = (target: SingleTarget | PairTarget): readonly string[] =>
  'path' in target ? [target.path] : [target.attribute, target.label];

/** The dictionary paths at which a field stores its answer, in the order in which they are written. */
export function targetPaths(field: Field): readonly string[] {
  switch (field.kind) {
    case 'info':
    case 'unsupported':
      return [];
    case 'choices':
      return [...(field.slots ?? []), ...(field.joined ? [field.joined] : [])].flatMap(pathsOf);
    case 'choice':
      return [...pathsOf(field.target), ...(field.also ?? []).map(({ path }) => path)];
    default:
      return pathsOf(field.target);
  }
}
