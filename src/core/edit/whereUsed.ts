import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { literalResults } from '../catalog/literals';
import type { CatalogContent, Field, Form, Rule } from '../catalog/types';
import { isJsonObject, type JsonValue } from '../json';
import { fieldRules } from '../rules/fieldRules';
import { fieldOfVariable, variablesOf } from '../rules/variablesOf';

/** How a form names a picklist or one of its options. */
export type UseKind =
  'field' | 'rule' | 'limit' | 'set' | 'prefill' | 'default' | 'timeout' | 'under';

export interface Use {
  readonly kind: UseKind;
  /** JSON pointer into the catalog. */
  readonly path: string;
  /** Ids; null for `under`, which is of an option of a picklist. */
  readonly form: string | null;
  readonly field: string | null;
  /** Of the option whose `under` it is. */
  readonly option: string | null;
}

/** Whether a value is the code, or a list that has it. */
const names = (value: JsonValue | undefined, code: string): boolean =>
  value === code || (Array.isArray(value) && value.includes(code));

/** Whether the code stands anywhere in a rule as a value. */
function mentions(rule: Rule, code: string): boolean {
  if (Array.isArray(rule)) return (rule as readonly Rule[]).some((part) => mentions(part, code));
  if (!isJsonObject(rule)) return rule === code;
  return Object.entries(rule).some(
    ([operator, given]) => operator !== 'var' && mentions(given, code),
  );
}

interface Asked {
  readonly picklist: string;
  readonly code: string | null;
}

/** Uses of a field that offers the picklist, with `add` to note each. */
function fieldUses(
  field: Field,
  { picklist, code }: Asked,
  add: (kind: UseKind, place: string) => void,
): void {
  if (!isAnswerable(field) || !('picklist' in field) || field.picklist !== picklist) return;
  if (code === null) {
    add('field', '/picklist');
    return;
  }
  if (names(field.default, code)) add('default', '/default');
  if (names(field.atTimeout, code)) add('timeout', '/atTimeout');
  if (field.prefill !== undefined && literalResults(field.prefill).some((v) => names(v, code))) {
    add('prefill', '/prefill');
  }
  for (const [n, { options }] of (field.rules?.limit ?? []).entries()) {
    const at = options.indexOf(code);
    if (at >= 0) add('limit', `/rules/limit/${n}/options/${at}`);
  }
  for (const [n, { to }] of (field.rules?.set ?? []).entries()) {
    if (literalResults(to).some((value) => names(value, code))) add('set', `/rules/set/${n}/to`);
  }
}

/** A rule uses an option when it asks about a field that offers it, and names its code. */
const ruleUses = (rule: Rule, offering: ReadonlySet<string>, code: string | null): boolean =>
  variablesOf(rule).some((variable) => offering.has(fieldOfVariable(variable) ?? '')) &&
  (code === null || mentions(rule, code));

function formUses(form: Form, path: string, asked: Asked): readonly Use[] {
  const uses: Use[] = [];
  const offering = new Set(
    fieldsOf(form)
      .filter((field) => 'picklist' in field && field.picklist === asked.picklist)
      .map(({ id }) => id),
  );
  if (offering.size === 0) return uses;
  for (const [s, section] of form.sections.entries()) {
    const sectionPath = `${path}/sections/${s}`;
    for (const key of ['show', 'require'] as const) {
      const rule = section.rules?.[key];
      if (rule === undefined || !ruleUses(rule, offering, asked.code)) continue;
      const place = `${sectionPath}/rules/${key}`;
      uses.push({ kind: 'rule', path: place, form: form.id, field: null, option: null });
    }
    for (const [n, field] of section.fields.entries()) {
      const fieldPath = `${sectionPath}/fields/${n}`;
      const add = (kind: UseKind, place: string): void => {
        uses.push({
          kind,
          path: `${fieldPath}${place}`,
          form: form.id,
          field: field.id,
          option: null,
        });
      };
      fieldUses(field, asked, add);
      for (const { rule, place } of fieldRules(field)) {
        if (ruleUses(rule, offering, asked.code)) add('rule', place);
      }
    }
  }
  return uses;
}

/** Options that are offered under this one only, by fields that depend on a field with its picklist. */
function underUses(content: CatalogContent, picklist: string, code: string): readonly Use[] {
  const dependent = new Set<string>();
  for (const form of content.forms) {
    const fields = fieldsOf(form);
    const above = new Set(
      fields
        .filter((field) => 'picklist' in field && field.picklist === picklist)
        .map(({ id }) => id),
    );
    for (const field of fields) {
      if ('dependsOn' in field && above.has(field.dependsOn ?? '')) dependent.add(field.picklist);
    }
  }
  const uses: Use[] = [];
  for (const [p, { id, options }] of content.picklists.entries()) {
    if (!dependent.has(id)) continue;
    for (const [o, option] of options.entries()) {
      const at = option.under?.indexOf(code) ?? -1;
      if (at < 0) continue;
      const path = `/picklists/${p}/options/${o}/under/${at}`;
      uses.push({ kind: 'under', path, form: null, field: null, option: option.code });
    }
  }
  return uses;
}

/** What names a picklist or, with a code, one of its options: fields, rules, limits, defaults, values that are set. */
export function whereUsed(
  content: CatalogContent,
  picklist: string,
  code: string | null = null,
): readonly Use[] {
  return [
    ...content.forms.flatMap((form, f) => formUses(form, `/forms/${f}`, { picklist, code })),
    ...(code === null ? [] : underUses(content, picklist, code)),
  ];
}
