import { fieldsOf } from '../catalog/fieldsOf';
import type { Field, Form, Section } from '../catalog/types';
import { fieldRules } from '../rules/fieldRules';
import { fieldOfVariable, variablesOf } from '../rules/variablesOf';

export interface PlannedField {
  readonly field: Field;
  readonly section: Section;
}

/** The ids of the fields whose answers decide whether this one is shown, what it offers and what it is set to. */
function dependenciesOf(field: Field, section: Section): readonly string[] {
  const deciding = fieldRules(field).filter(({ decides }) => decides);
  const rules = [section.rules?.show, ...deciding.map(({ rule }) => rule)];
  const ids = rules.flatMap(variablesOf).flatMap((variable) => fieldOfVariable(variable) ?? []);
  if ('dependsOn' in field && field.dependsOn !== undefined) ids.push(field.dependsOn);
  return [...new Set(ids)];
}

/**
 * The fields of a form, each after those it depends on; and a circle of field ids, the first one again at its end,
 * where there is one. What makes a field required decides nothing else, so it closes no circle.
 */
export function orderFields(form: Form): {
  readonly order: readonly PlannedField[];
  readonly circle: readonly string[] | null;
} {
  const planned = new Map<string, PlannedField>();
  for (const section of form.sections) {
    for (const field of section.fields) planned.set(field.id, { field, section });
  }
  const order: PlannedField[] = [];
  const done = new Set<string>();
  let circle: readonly string[] | null = null;
  const visit = (id: string, path: readonly string[]): void => {
    const item = planned.get(id);
    if (!item || done.has(id)) return;
    const start = path.indexOf(id);
    if (start >= 0) {
      circle ??= [...path.slice(start), id];
      return;
    }
    for (const needed of dependenciesOf(item.field, item.section)) visit(needed, [...path, id]);
    if (done.has(id)) return;
    done.add(id);
    order.push(item);
  };
  for (const { id } of fieldsOf(form)) visit(id, []);
  return { order, circle };
}

const plans = new WeakMap<Form, readonly PlannedField[]>();

/** The fields of a form in the order in which they have to be looked at, made once per form object. */
export function formPlan(form: Form): readonly PlannedField[] {
  const plan = plans.get(form) ?? orderFields(form).order;
  plans.set(form, plan);
  return plan;
}
