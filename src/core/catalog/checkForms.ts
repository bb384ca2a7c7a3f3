import { checkFormRules } from './checkFieldRules';
import { reportDuplicates, reportMissingText, type Report } from './checks';
import { checkSettings } from './checkSettings';
import { checkTargets } from './checkTargets';
import { checkTogether, usedTargets } from './checkTogether';
import { isAnswerable } from './fieldGuards';
import { nodeAt, nodesIn, stringAt, type Node } from './node';
import { soundParts, type SoundForm, type SoundParts } from './soundParts';
import { targetUses } from './targetUses';
import type { Rule } from './types';

const FIELD_TEXTS = ['name', 'help', 'unit', 'lowest', 'highest', 'text'];

function checkNode(
  field: Node,
  picklistIds: ReadonlySet<string | null>,
  language: string | null,
  report: Report,
): void {
  const id = stringAt(field, 'id');
  // Answers are kept by field id: `constructor` would be found on every object.
  if (id !== null && id in {}) report('reserved-id', `${field.path}/id`, { id });
  for (const key of FIELD_TEXTS) reportMissingText(field, key, language, report);
  const picklist = stringAt(field, 'picklist');
  if (picklist !== null && !picklistIds.has(picklist)) {
    report('unknown-picklist', `${field.path}/picklist`, { picklist });
  }
}

/** The rules of sections that have the right shape, with their places. */
const sectionRules = (sections: readonly Node[], form: SoundForm) =>
  sections.flatMap(({ path }, position) => {
    const rules = form.form.sections[position]?.rules ?? {};
    return (['show', 'require'] as const).flatMap((key): { rule: Rule; path: string }[] => {
      const rule = rules[key];
      return rule === undefined ? [] : [{ rule, path: `${path}/rules/${key}` }];
    });
  });

function checkSound(
  form: SoundForm,
  sections: readonly Node[],
  parts: SoundParts,
  report: Report,
): ReadonlySet<string> {
  for (const { field, path } of form.fields) {
    if (!isAnswerable(field)) continue;
    const picklist = 'picklist' in field ? parts.picklists.get(field.picklist) : undefined;
    checkTargets(targetUses(field, path), { field, path, picklist, report });
    checkSettings(field, path, parts, report);
  }
  const used = usedTargets(form);
  const targets = new Set(used.map(({ use }) => use.path));
  const areSound = checkFormRules(form, targets, parts, sectionRules(sections, form), report);
  // Which fields exclude each other is said by rules: before those are right, nothing can be said about it.
  if (areSound && form.isWhole) checkTogether(form, used, report);
  return targets;
}

/** Reports what is wrong with the meaning of the forms; gives the paths that they write. */
export function checkForms(
  forms: readonly Node[],
  picklists: readonly Node[],
  language: string | null,
  isSound: boolean,
  report: Report,
): ReadonlySet<string> {
  const written = new Set<string>();
  reportDuplicates(forms, 'id', 'duplicate-id', report);
  const picklistIds = new Set(picklists.map((picklist) => stringAt(picklist, 'id')));
  const parts = soundParts(forms, picklists, isSound);
  for (const [position, form] of forms.entries()) {
    reportMissingText(form, 'name', language, report);
    const sections = nodesIn(form, 'sections');
    const wrapUp = nodeAt(form, 'wrapUp');
    if (wrapUp) reportDuplicates(nodesIn(wrapUp, 'channels'), 'channel', 'duplicate-id', report);
    const fields = sections.flatMap((section) => nodesIn(section, 'fields'));
    reportDuplicates(sections, 'id', 'duplicate-id', report);
    reportDuplicates(fields, 'id', 'duplicate-id', report);
    for (const section of sections) reportMissingText(section, 'name', language, report);
    for (const field of fields) checkNode(field, picklistIds, language, report);
    const sound = parts.forms[position];
    const targets = sound ? checkSound(sound, sections, parts, report) : [];
    for (const target of targets) written.add(target);
  }
  return written;
}
