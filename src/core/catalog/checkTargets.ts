import {
  findEntry,
  findPairPartner,
  isHierarchy,
  LEVEL_SEPARATOR,
  VALUE_LIMIT,
} from '../insights/dictionary';
import type { DictionaryEntry } from '../insights/types';
import type { Report } from './checks';
import { picklistIndex } from './picklistIndex';
import type { SoundPicklist } from './soundParts';
import { fits, neededMark, targetRefusal } from './targetRules';
import type { TargetUse } from './targetUses';
import type { AnswerableField, Option } from './types';

/** Where authors find what to do instead. */
const LINKING = 'docs/linking.md';

interface Fit {
  readonly field: AnswerableField;
  readonly path: string;
  readonly picklist: SoundPicklist | undefined;
  readonly report: Report;
}

/** The options that an agent can choose, so that they are stored. */
function storable({ field, picklist }: Fit): readonly Option[] {
  if (!picklist || !('levels' in field)) return [];
  return picklistIndex(picklist.picklist).choosable(field.levels);
}

/** The entry of a path that a form may write; null after saying why it may not. */
function checkWritable(use: TargetUse, report: Report): DictionaryEntry | null {
  const refusal = targetRefusal(use.path);
  if (!refusal) return findEntry(use.path) ?? null;
  const details = { target: use.path };
  report(
    refusal.code,
    use.place,
    'reason' in refusal ? { ...details, reason: refusal.reason } : details,
  );
  return null;
}

/** What the author has to say, so that nobody writes to such a path by accident. */
function checkMark(
  use: TargetUse,
  entry: DictionaryEntry,
  field: AnswerableField,
  ownPaths: ReadonlySet<string>,
  report: Report,
): void {
  const details = { target: use.path };
  switch (neededMark(entry)) {
    case 'noSegmentEnded':
      if (!field.noSegmentEnded) report('linking-id', use.place, { ...details, see: LINKING });
      return;
    case 'override':
      if (!use.override) report('needs-override', use.place, details);
      return;
    case 'notForSegmenting': {
      // Without its attribute Insights puts the segment's id into the report (rule 12).
      const hasAttribute = use.inPair || ownPaths.has(findPairPartner(use.path) ?? '');
      if (!hasAttribute && !field.notForSegmenting) {
        report('label-without-attribute', use.place, details);
      }
      return;
    }
    case null:
  }
}

/** Each text that may be stored has to be one that Insights takes at the path, uncut. */
function checkTexts(use: TargetUse, entry: DictionaryEntry, fit: Fit): void {
  const { of } = use;
  if (of !== 'code' && of !== 'reported') return;
  if (!fit.picklist) return;
  const index = picklistIndex(fit.picklist.picklist);
  const isJoined = of === 'reported' && isHierarchy(use.path);
  const limit = entry.maxLength ?? VALUE_LIMIT;
  const placeOf = (option: Option) => `${fit.picklist?.places.get(option) ?? fit.path}/${of}`;
  for (const option of storable(fit)) {
    const text = isJoined ? index.reportedAt(use.path, option) : option[of];
    if (entry.allowed && !entry.allowed.includes(text)) {
      fit.report('not-allowed', placeOf(option), { target: use.path, text });
    } else if ((isJoined || limit < VALUE_LIMIT) && text.length > limit) {
      fit.report('too-long', placeOf(option), { target: use.path, length: text.length, limit });
    }
  }
  if (!isJoined) return;
  // Archived ones too: what they have stored is read again.
  for (const option of fit.picklist.picklist.options) {
    const isLevel = option.parent !== undefined || !index.isLeaf(option.code);
    if (isLevel && option.reported.includes(LEVEL_SEPARATOR.trim())) {
      const details = { separator: LEVEL_SEPARATOR, reported: option.reported };
      fit.report('separator-in-text', placeOf(option), { target: use.path, ...details });
    }
  }
}

function checkNumbers(use: TargetUse, entry: DictionaryEntry, fit: Fit): void {
  if (use.of !== 'number') return;
  for (const option of storable(fit)) {
    const place = `${fit.picklist?.places.get(option) ?? fit.path}/number`;
    const details = { target: use.path };
    if (option.number === undefined) fit.report('number-missing', place, details);
    else if (entry.type === 'integer' && !Number.isInteger(option.number)) {
      fit.report('number-not-integer', place, details);
    }
  }
}

/** Reports what is wrong with where a field's answers go. */
export function checkTargets(uses: readonly TargetUse[], fit: Fit): void {
  const { field, path, report } = fit;
  const ownPaths = new Set(uses.map((use) => use.path));
  for (const use of uses) {
    const entry = checkWritable(use, report);
    if (!entry) continue;
    if (!fits(use.fed, entry)) {
      report('wrong-kind', use.place, { target: use.path, type: entry.type });
      continue;
    }
    checkMark(use, entry, field, ownPaths, report);
    if (use.inPair && use.of === 'code') {
      const label = use.place.replace(/attribute$/, 'label');
      const partner = uses.find(({ place }) => place === label)?.path ?? '';
      if (entry.kind === 'label' || findPairPartner(entry.path) !== partner) {
        report('wrong-pair', use.place.replace(/\/attribute$/, ''), {
          attribute: entry.path,
          label: partner,
        });
      }
    }
    if (entry.kind === 'measure' && field.carryOver) {
      report('carry-over-measure', `${path}/carryOver`, { target: use.path });
    }
    checkTexts(use, entry, fit);
    checkNumbers(use, entry, fit);
    if (field.kind === 'text' && field.maxLength !== undefined) {
      // Links alone may be longer.
      const limit = entry.maxLength ?? (entry.type === 'url' ? Infinity : VALUE_LIMIT);
      if (field.maxLength > limit) {
        report('max-length', `${path}/maxLength`, { maxLength: field.maxLength, limit });
      }
    }
  }
}
