import {
  findEntry,
  findPairPartner,
  isWritableTaskPath,
  VALUE_LIMIT,
} from '../insights/dictionary';
import type { DictionaryEntry } from '../insights/types';
import { reportDuplicates, reportMissingText, type Report } from './checks';
import { nodeAt, nodesIn, numberAt, stringAt, type Node } from './node';
import { picklistIndex } from './picklistIndex';
import type { Picklist } from './types';

interface Target {
  readonly dictionaryPath: string;
  readonly path: string;
}

function targetAt(node: Node, key: string): Target | null {
  const dictionaryPath = stringAt(node, key);
  return dictionaryPath === null ? null : { dictionaryPath, path: `${node.path}/${key}` };
}

/** Whether an answer of this kind can be what Insights expects at the entry. */
function fits(field: Node, entry: DictionaryEntry): boolean {
  const allowed = entry.allowed ?? [];
  switch (stringAt(field, 'kind')) {
    case 'choice':
      return entry.type === 'string' || entry.type === 'enum';
    case 'text':
      return entry.type === 'string' || entry.type === 'url';
    case 'yesno':
      return entry.type === 'string' || (allowed.includes('Yes') && allowed.includes('No'));
    case 'number':
      return (
        entry.type === 'number' || (entry.type === 'integer' && field.value['integer'] === true)
      );
    default:
      return true;
  }
}

/** The entry of a target that a form may write; null after reporting why not. */
function checkWritable(target: Target, report: Report): DictionaryEntry | null {
  const details = { target: target.dictionaryPath };
  const entry = findEntry(target.dictionaryPath);
  if (!entry) report('unknown-target', target.path, details);
  else if (isWritableTaskPath(target.dictionaryPath)) return entry;
  else report('unwritable-target', target.path, details);
  return null;
}

function checkSingle(
  field: Node,
  target: Target,
  picklist: Node | undefined,
  report: Report,
): void {
  const entry = checkWritable(target, report);
  if (!entry) return;
  const details = { target: target.dictionaryPath };
  if (entry.kind === 'label') {
    // Without its attribute Insights puts the segment's id into the report (rule 12).
    report('label-without-attribute', target.path, details);
    return;
  }
  if (entry.kind === 'measure' && field.value['carryOver'] === true) {
    report('carry-over-measure', `${field.path}/carryOver`, details);
  }
  if (!fits(field, entry)) {
    report('wrong-kind', target.path, { ...details, type: entry.type });
    return;
  }
  const limit = entry.maxLength ?? VALUE_LIMIT;
  const maxLength = numberAt(field, 'maxLength');
  if (maxLength !== null && maxLength > limit) {
    report('max-length', `${field.path}/maxLength`, { maxLength, limit });
  }
  if (!entry.allowed || !picklist) return;
  for (const option of nodesIn(picklist, 'options')) {
    const reported = stringAt(option, 'reported');
    if (reported !== null && !entry.allowed.includes(reported)) {
      report('not-allowed', `${option.path}/reported`, { ...details, reported });
    }
  }
}

function checkPair(pair: Node, report: Report): void {
  const attribute = targetAt(pair, 'attribute');
  const label = targetAt(pair, 'label');
  const entry = attribute && checkWritable(attribute, report);
  const labelEntry = label && checkWritable(label, report);
  if (!entry || !labelEntry) return;
  if (labelEntry.kind !== 'label' || findPairPartner(entry.path) !== labelEntry.path) {
    report('wrong-pair', pair.path, { attribute: entry.path, label: labelEntry.path });
  }
}

function checkLimits(field: Node, report: Report): void {
  const min = numberAt(field, 'min');
  const max = numberAt(field, 'max');
  if (min !== null && max !== null && min > max) {
    report('min-over-max', `${field.path}/min`, { min, max });
  }
  const slots = nodesIn(field, 'slots').length;
  const most = Math.max(min ?? 0, max ?? 0);
  if (slots > 0 && most > slots) report('too-few-slots', `${field.path}/slots`, { slots, most });
}

/** As much of a picklist as tells what can be chosen from it. */
const sketch = (picklist: Node): Picklist => ({
  id: '',
  name: {},
  options: nodesIn(picklist, 'options').map((option) => ({
    code: stringAt(option, 'code') ?? '',
    reported: '',
    name: {},
    parent: stringAt(option, 'parent') ?? undefined,
    archived: option.value['archived'] === true,
  })),
});

/** A field that must be answered and cannot be would never let an agent complete. */
function checkAnswerable(field: Node, picklist: Node, report: Report): void {
  const needed = Math.max(numberAt(field, 'min') ?? 0, field.value['required'] === true ? 1 : 0);
  if (needed === 0) return;
  const levels = stringAt(field, 'levels') === 'leaves' ? 'leaves' : 'any';
  const choosable = picklistIndex(sketch(picklist)).choosable(levels).length;
  if (choosable < needed) {
    report('nothing-to-choose', `${field.path}/picklist`, { needed, choosable });
  }
}

/** The dictionary paths that a field writes, with their places. */
function targetsOf(field: Node): readonly Target[] {
  const target = nodeAt(field, 'target');
  return [...(target ? [target] : []), ...nodesIn(field, 'slots')].flatMap((node) =>
    ['path', 'attribute', 'label'].flatMap((key) => targetAt(node, key) ?? []),
  );
}

function checkField(
  field: Node,
  picklists: readonly Node[],
  language: string | null,
  report: Report,
): void {
  const id = stringAt(field, 'id');
  // Answers are kept by field id: `constructor` would be found on every object.
  if (id !== null && id in {}) report('reserved-id', `${field.path}/id`, { id });
  reportMissingText(field, 'name', language, report);
  reportMissingText(field, 'help', language, report);

  const reference = stringAt(field, 'picklist');
  const picklist = picklists.find((candidate) => stringAt(candidate, 'id') === reference);
  if (reference !== null && !picklist) {
    report('unknown-picklist', `${field.path}/picklist`, { picklist: reference });
  }
  if (picklist) checkAnswerable(field, picklist, report);
  const target = nodeAt(field, 'target');
  const single = target && targetAt(target, 'path');
  if (single) checkSingle(field, single, picklist, report);
  for (const pair of [...(target && !single ? [target] : []), ...nodesIn(field, 'slots')]) {
    checkPair(pair, report);
  }
  checkLimits(field, report);
}

export function checkForms(
  forms: readonly Node[],
  picklists: readonly Node[],
  language: string | null,
  report: Report,
): void {
  reportDuplicates(forms, 'id', 'duplicate-id', report);
  for (const form of forms) {
    reportMissingText(form, 'name', language, report);
    const sections = nodesIn(form, 'sections');
    const fields = sections.flatMap((section) => nodesIn(section, 'fields'));
    reportDuplicates(sections, 'id', 'duplicate-id', report);
    reportDuplicates(fields, 'id', 'duplicate-id', report);
    for (const section of sections) reportMissingText(section, 'name', language, report);
    for (const field of fields) checkField(field, picklists, language, report);

    const taken = new Map<string, string>();
    for (const { dictionaryPath, path } of fields.flatMap(targetsOf)) {
      const first = taken.get(dictionaryPath);
      if (first === undefined) taken.set(dictionaryPath, path);
      else report('duplicate-target', path, { target: dictionaryPath, first });
    }
  }
}
