import { asAnswer } from '../capture/asAnswer';
import { checkValue, isBlank } from '../capture/checkValue';
import type { JsonValue } from '../json';
import { fieldRules } from '../rules/fieldRules';
import { checkRule, type RuleScope } from './checkRule';
import type { Report } from './checks';
import { isAnswerable } from './fieldGuards';
import { literalResults } from './literals';
import type { SoundField, SoundForm, SoundParts } from './soundParts';
import type { AnswerableField, Field, Rule } from './types';

interface PlacedRule {
  readonly rule: Rule;
  readonly path: string;
}

const placed = (rule: Rule | undefined, path: string): readonly PlacedRule[] =>
  rule === undefined ? [] : [{ rule, path }];

/** Values that a field is given by its catalog: each has to be one that an agent could give, too. */
function checkGivenValues(
  field: AnswerableField,
  path: string,
  parts: SoundParts,
  report: Report,
): void {
  const wrong = (value: JsonValue, at: string): void => {
    const answer = asAnswer(parts.catalog, field, value);
    const problem =
      !answer || isBlank(answer)
        ? 'no-answer'
        : checkValue(parts.catalog, field, answer, {}, null)?.code;
    if (problem) report('wrong-value', at, { problem, value: JSON.stringify(value).slice(0, 60) });
  };
  const hasOptions = !('picklist' in field) || parts.picklists.has(field.picklist);
  if (!hasOptions) return;
  for (const key of ['default', 'atTimeout'] as const) {
    const value = field[key];
    if (value !== undefined) wrong(value, `${path}/${key}`);
  }
  const results: readonly PlacedRule[] = [
    ...placed(field.prefill, `${path}/prefill`),
    ...(field.rules?.set ?? []).map(({ to }, n) => ({
      rule: to,
      path: `${path}/rules/set/${n}/to`,
    })),
  ];
  for (const { rule, path: at } of results) {
    // A rule may say on purpose that there is no value.
    for (const value of literalResults(rule)) if (value !== null) wrong(value, at);
  }
}

/** Settings that do nothing for a kind of field mislead whoever reads the catalog. */
function checkPlace(field: AnswerableField, path: string, report: Report): void {
  const details = { kind: field.kind };
  if (field.rules?.limit && !('picklist' in field)) {
    report('not-for-kind', `${path}/rules/limit`, details);
  }
  if (field.kind !== 'media') return;
  if (field.rules?.set) report('not-for-kind', `${path}/rules/set`, details);
  for (const key of ['prefill', 'default', 'atTimeout'] as const) {
    if (field[key] !== undefined) report('not-for-kind', `${path}/${key}`, details);
  }
}

function checkLimits(
  field: AnswerableField,
  path: string,
  parts: SoundParts,
  report: Report,
): void {
  if (!('picklist' in field)) return;
  const picklist = parts.picklists.get(field.picklist)?.picklist;
  if (!picklist) return;
  const codes = new Set(picklist.options.map(({ code }) => code));
  for (const [n, { options }] of (field.rules?.limit ?? []).entries()) {
    const at = `${path}/rules/limit/${n}/options`;
    if (options.length === 0) report('empty-list', at);
    for (const [position, code] of options.entries()) {
      if (!codes.has(code)) report('unknown-option', `${at}/${position}`, { code });
    }
  }
}

function checkDependsOn(
  { field, path }: SoundField,
  form: SoundForm,
  parts: SoundParts,
  report: Report,
): void {
  if (!('dependsOn' in field) || field.dependsOn === undefined) return;
  const at = `${path}/dependsOn`;
  const parent = form.fields.find(({ field: { id } }) => id === field.dependsOn)?.field;
  if (!parent) {
    if (!form.ids.has(field.dependsOn)) report('unknown-field', at, { field: field.dependsOn });
    return;
  }
  if (parent.kind !== 'choice') {
    report('wrong-kind', at, { field: parent.id, kind: parent.kind });
    return;
  }
  const above = parts.picklists.get(parent.picklist)?.picklist;
  const own = parts.picklists.get(field.picklist);
  if (!above || !own) return;
  const codes = new Set(above.options.map(({ code }) => code));
  for (const option of own.picklist.options) {
    for (const [position, code] of (option.under ?? []).entries()) {
      if (codes.has(code)) continue;
      report('unknown-option', `${own.places.get(option) ?? path}/under/${position}`, { code });
    }
  }
}

/** Reports what is wrong with the rules of a form; answers whether they can be followed. */
export function checkFormRules(
  form: SoundForm,
  targets: ReadonlySet<string>,
  parts: SoundParts,
  sectionRules: readonly PlacedRule[],
  report: Report,
): boolean {
  const scope: RuleScope = {
    fields: new Map<string, Field | null>([
      ...[...form.ids].map((id): [string, null] => [id, null]),
      ...form.fields.map(({ field }): [string, Field] => [field.id, field]),
    ]),
    targets,
  };
  const check = (rules: readonly PlacedRule[]): boolean =>
    rules.map(({ rule, path }) => checkRule(rule, path, scope, report)).every(Boolean);
  let isSound = check(sectionRules);
  for (const sound of form.fields) {
    const { field, path } = sound;
    const ownRulesAreSound = check(
      fieldRules(field).map(({ rule, place }) => ({ rule, path: `${path}${place}` })),
    );
    if (!ownRulesAreSound) isSound = false;
    checkDependsOn(sound, form, parts, report);
    if (!isAnswerable(field)) continue;
    checkPlace(field, path, report);
    checkLimits(field, path, parts, report);
    if (ownRulesAreSound && field.kind !== 'media') checkGivenValues(field, path, parts, report);
  }
  return isSound;
}
