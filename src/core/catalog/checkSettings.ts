import { checkValue } from '../capture/checkValue';
import { cleanText } from '../capture/storedText';
import { findEntry, VALUE_LIMIT } from '../insights/dictionary';
import { checkPattern } from './checkPattern';
import type { Report } from './checks';
import { picklistIndex } from './picklistIndex';
import type { SoundParts, SoundPicklist } from './soundParts';
import type { AnswerableField, ChoiceField, ChoicesField, NumberField } from './types';

type ChoosingField = ChoiceField | ChoicesField;

/** A field that must be answered and cannot be would never let an agent complete. */
function checkAnswerable(
  field: ChoosingField,
  path: string,
  { picklist }: SoundPicklist,
  report: Report,
): void {
  const least = field.kind === 'choices' ? (field.min ?? 0) : 0;
  const needed = Math.max(least, field.required ? 1 : 0);
  if (needed === 0) return;
  const choosable = picklistIndex(picklist).choosable(field.levels).length;
  if (choosable < needed) report('nothing-to-choose', `${path}/picklist`, { needed, choosable });
}

/** Insights would cut a longer value within an option's text, and a report would show an option that nobody has. */
function checkJoined(
  field: ChoicesField,
  path: string,
  { picklist }: SoundPicklist,
  report: Report,
): void {
  const { joined } = field;
  if (!joined) return;
  const { separator } = joined;
  // Between two letters: spaces at its ends are part of it, and in NFC it must not melt into one of them.
  const seam = `e${separator}e`;
  if (seam !== cleanText(seam) || /[\n\u2028\u2029]/.test(separator)) {
    report('unclean-text', `${path}/joined/separator`);
  }
  // Archived ones too: what they have stored is read again.
  const unclear = picklist.options.find(
    // Also at the seam: " -" and " - " make " - - ", which comes apart elsewhere.
    ({ reported }) => (reported + separator).indexOf(separator) !== reported.length,
  );
  if (unclear) {
    report('separator-in-text', `${path}/joined/separator`, {
      separator,
      reported: unclear.reported,
    });
  }
  const lengths = picklistIndex(picklist)
    .choosable(field.levels)
    .map(({ reported }) => reported.length)
    .sort((a, b) => b - a)
    .slice(0, field.max);
  const length =
    lengths.reduce((sum, one) => sum + one, 0) + separator.length * Math.max(0, lengths.length - 1);
  const limit = findEntry(joined.path)?.maxLength ?? VALUE_LIMIT;
  if (length > limit) report('joined-too-long', `${path}/joined`, { length, limit });
}

function checkCounts(field: ChoicesField, path: string, report: Report): void {
  const { slots, joined, min, max } = field;
  if ((slots === undefined) === (joined === undefined)) report('slots-or-joined', `${path}/slots`);
  const most = Math.max(min ?? 0, max ?? 0);
  if (slots && slots.length > 0 && most > slots.length) {
    report('too-few-slots', `${path}/slots`, { slots: slots.length, most });
  }
}

function checkNumber(field: NumberField, path: string, report: Report): void {
  if (!field.integer) return;
  for (const key of ['min', 'max', 'step'] as const) {
    const value = field[key];
    if (value !== undefined && !Number.isInteger(value)) {
      report('not-integer', `${path}/${key}`, { found: value });
    }
  }
}

/** Reports settings of a field that contradict each other, or that no answer can meet. */
export function checkSettings(
  field: AnswerableField,
  path: string,
  parts: SoundParts,
  report: Report,
): void {
  if ('min' in field) {
    const { min, max } = field;
    if (min !== undefined && max !== undefined && min > max) {
      report('min-over-max', `${path}/min`, { min, max });
    }
  }
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const picklist = parts.picklists.get(field.picklist);
      if (picklist) checkAnswerable(field, path, picklist, report);
      if (field.kind === 'choice') return;
      checkCounts(field, path, report);
      if (picklist) checkJoined(field, path, picklist, report);
      return;
    }
    case 'number':
      checkNumber(field, path, report);
      return;
    case 'reference': {
      if (!checkPattern(field.pattern, `${path}/pattern`, report)) return;
      const example = { kind: 'text', text: field.example } as const;
      const problem = checkValue(parts.catalog, field, example, {}, null);
      if (problem) report('example-mismatch', `${path}/example`, { problem: problem.code });
    }
  }
}
