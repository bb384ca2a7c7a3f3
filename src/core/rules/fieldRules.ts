import type { Field, Rule } from '../catalog/types';

/** A rule of a field, and where in it. */
export interface FieldRule {
  readonly rule: Rule;
  /** A JSON pointer below the field, e.g. `/rules/show`. */
  readonly place: string;
  /** Whether it decides what other rules may look at: whether there is an answer, and which. */
  readonly decides: boolean;
}

const at = (place: string, rule: Rule | undefined, decides = true): readonly FieldRule[] =>
  rule === undefined ? [] : [{ rule, place, decides }];

/** All rules of a field; those of its section are not among them. */
export function fieldRules(field: Field): readonly FieldRule[] {
  if (field.kind === 'unsupported') return [];
  const show = at('/rules/show', field.rules?.show);
  if (field.kind === 'info') return [...show, ...at('/value', field.value, false)];
  const { rules = {}, prefill } = field;
  return [
    ...show,
    ...at('/rules/require', rules.require, false),
    ...(rules.limit ?? []).flatMap(({ when }, n) => at(`/rules/limit/${n}/when`, when)),
    ...(rules.set ?? []).flatMap(({ when, to }, n) => [
      ...at(`/rules/set/${n}/when`, when),
      ...at(`/rules/set/${n}/to`, to),
    ]),
    ...at('/prefill', prefill),
  ];
}
