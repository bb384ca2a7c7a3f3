import type { Field, PairTarget, SingleTarget } from './types';

const pathsOf = (target: SingleTarget | PairTarget): readonly string[] =>
  'path' in target ? [target.path] : [target.attribute, target.label];

/** The dictionary paths at which a field stores its answer, in the order in which they are written. */
export const targetPaths = (field: Field): readonly string[] =>
  field.kind === 'choices' ? field.slots.flatMap(pathsOf) : pathsOf(field.target);
