import type { JsonValue } from '../json';
import { VALUE_LIMIT } from './dictionary';
import { takeDate } from './takeDate';
import { wrongType, type Taken } from './taken';
import type { DictionaryEntry, Finding } from './types';

/** The first 128 characters, one less where the cut would leave half of a surrogate pair. */
const cutToLimit = (text: string): string => {
  if (text.length <= VALUE_LIMIT) return text;
  const cut = text.slice(0, VALUE_LIMIT);
  return /[\uD800-\uDBFF]$/.test(cut) && /^[\uDC00-\uDFFF]/.test(text.slice(VALUE_LIMIT))
    ? cut.slice(0, -1)
    : cut;
};

/** The rule that lists an enumerated attribute's values. */
const ruleOfAllowed = (path: string): number => {
  if (path.startsWith('conversations.abandoned')) return 20;
  return path.startsWith('conversations.media') ? 27 : 17;
};

const takeNumber = (entry: DictionaryEntry, value: JsonValue, path: string): Taken => {
  const whole = entry.type === 'integer';
  // JSON.parse reads 1e999 as Infinity, which is no JSON number any more.
  if (typeof value === 'number' && Number.isFinite(value) && (!whole || Number.isInteger(value))) {
    return { value, findings: [] };
  }
  const basis = whole ? 'inferred' : 'documented';
  return wrongType(value, whole ? 'whole number' : 'number', { path, rule: 11, basis });
};

const takeLink = (entry: DictionaryEntry, text: string, path: string): Taken => ({
  // Kept whole: whether the cut applies to links is not documented.
  value: text,
  findings:
    entry.type === 'url' && text.length > VALUE_LIMIT
      ? [
          {
            code: 'link-too-long',
            path,
            rule: 9,
            basis: 'inferred',
            details: { length: text.length, limit: VALUE_LIMIT },
          },
        ]
      : [],
});

const takeText = (entry: DictionaryEntry, text: string, path: string): Taken => {
  const findings: Finding[] = [];
  const sizes = (limit: number) => ({ length: text.length, limit });
  if (text === '') findings.push({ code: 'empty-text', path, rule: 6, basis: 'inferred' });
  if (text.length > VALUE_LIMIT) {
    // Twilio states the cut for attribute values; for labels it does not say.
    const basis = entry.kind === 'label' ? 'inferred' : 'documented';
    findings.push({ code: 'cut', path, rule: 9, basis, details: sizes(VALUE_LIMIT) });
  } else if (entry.maxLength !== null && text.length > entry.maxLength) {
    const details = sizes(entry.maxLength);
    findings.push({ code: 'longer-than-known', path, rule: 9, basis: 'inferred', details });
  }
  if (entry.allowed !== null && !entry.allowed.includes(text)) {
    const rule = ruleOfAllowed(entry.path);
    findings.push({ code: 'not-allowed', path, rule, basis: 'documented' });
  }
  return { value: cutToLimit(text), findings };
};

/**
 * What Insights keeps of one given value; `path` names it in the findings. Text is kept verbatim (rule 6) but for the
 * cut.
 */
export const takeValue = (entry: DictionaryEntry, value: JsonValue, path: string): Taken => {
  if (value === null) return { value: undefined, findings: [] };
  if (entry.type === 'number' || entry.type === 'integer') return takeNumber(entry, value, path);
  if (entry.type === 'date') return takeDate(entry, value, path);
  if (typeof value === 'string') {
    return entry.kind === 'link' && entry.allowed === null
      ? takeLink(entry, value, path)
      : takeText(entry, value, path);
  }
  if (typeof value === 'number' && Number.isFinite(value) && entry.kind !== 'link') {
    const taken = takeText(entry, String(value), path);
    const finding: Finding = { code: 'number-as-text', path, rule: 9, basis: 'inferred' };
    return { value: taken.value, findings: [finding, ...taken.findings] };
  }
  return wrongType(value, 'text', { path, rule: 9, basis: 'inferred' });
};
