import { findUnreachable, unreachableFinding } from '../assignments/findOverlaps';
import { MEDIA_PATH } from '../capture/storedMedia';
import { DICTIONARY, findEntry, findPairPartner } from '../insights/dictionary';
import type { DictionaryEntry } from '../insights/types';
import { isAnswerable } from './fieldGuards';
import { fieldsOf } from './fieldsOf';
import { dayWithout } from './dayWithout';
import { picklistIndex } from './picklistIndex';
import { targetPaths } from './targetPaths';
import { targetUses, type TargetUse } from './targetUses';
import { missingNames } from './warnNames';
import type { WarningCode } from './problemCodes';
import type { AnswerableField, Catalog, CatalogProblem } from './types';

/** A report filter holds that many values (rule 14). */
const REPORT_VALUES = 200;

interface Warning extends CatalogProblem {
  readonly code: WarningCode;
}
type Warn = (code: WarningCode, path: string, details?: Warning['details']) => void;

/** Answers of which each is likely to be another one. */
const isUnique = (field: AnswerableField): boolean =>
  ['text', 'reference', 'phone', 'email', 'url'].includes(field.kind) ||
  (field.kind === 'date' && field.precision === 'minute');

/** A label that could take the values instead: its own one, or the first whose pair nobody uses. */
function labelInstead(entry: DictionaryEntry, taken: ReadonlySet<string>): string {
  const own = findPairPartner(entry.path);
  if (own !== undefined) return own;
  const free = DICTIONARY.find(({ path, kind, entity }) => {
    const partner = findPairPartner(path);
    return (
      kind === 'label' &&
      entity === entry.entity &&
      partner !== undefined &&
      !taken.has(path) &&
      !taken.has(partner)
    );
  });
  return free?.path ?? '';
}

function warnOfUse(
  use: TargetUse,
  field: AnswerableField,
  taken: ReadonlySet<string>,
  warn: Warn,
): void {
  const entry = findEntry(use.path);
  if (!entry) return;
  const details = { target: use.path };
  if (use.override && entry.derived) warn('override', use.place, details);
  if (use.path === MEDIA_PATH) warn('media-replaces-default', use.place, details);
  if (entry.pii === true && !field.pii) warn('pii-unmarked', use.place, details);
  if (entry.kind === 'measure' && entry.entity === 'customers') {
    warn('customer-measure', use.place, details);
  }
  if (entry.kind === 'attribute' && isUnique(field)) {
    const label = labelInstead(entry, taken);
    warn('unique-values', use.place, label === '' ? details : { ...details, label });
  }
}

/** That a required field cannot be answered on some days. */
function warnOfDays(catalog: Catalog, field: AnswerableField, path: string, warn: Warn): void {
  if (field.kind !== 'choice' && field.kind !== 'choices') return;
  const least = field.kind === 'choices' ? (field.min ?? 0) : 0;
  const needed = Math.max(least, field.required ? 1 : 0);
  const picklist = catalog.picklists.find(({ id }) => id === field.picklist);
  const day = picklist && needed > 0 ? dayWithout(picklist, field.levels, needed) : null;
  if (day !== null) warn('nothing-on-day', `${path}/picklist`, { day, needed });
}

/** Whether reports will list what the field stores. */
const isReported = (uses: readonly TargetUse[]): boolean =>
  uses.some(({ path, of }) => of !== 'number' && findEntry(path)?.kind === 'attribute');

/**
 * What a catalog may do, and its author should know before reports show it: each thing with its place. Of a parsed
 * catalog.
 */
export function warnCatalog(catalog: Catalog): readonly CatalogProblem[] {
  const warnings: Warning[] = [];
  const warn: Warn = (code, path, details) =>
    warnings.push(details ? { code, path, details } : { code, path });
  const { enforcement, wayOutByReason } = catalog.policies;
  // An answer that cannot be given, or a service that is down, would hold an agent for ever.
  if (enforcement === 'required' && !wayOutByReason) warn('no-way-out', '/policies/enforcement');
  const taken = new Set(catalog.forms.flatMap(fieldsOf).flatMap(targetPaths));
  const reported = new Map<string, 'any' | 'leaves'>();

  for (const [f, form] of catalog.forms.entries()) {
    for (const [s, section] of form.sections.entries()) {
      for (const [n, field] of section.fields.entries()) {
        const path = `/forms/${f}/sections/${s}/fields/${n}`;
        if (field.kind === 'unsupported')
          warn('unsupported-kind', `${path}/kind`, { kind: field.was });
        if (!isAnswerable(field)) continue;
        const uses = targetUses(field, path);
        for (const use of uses) warnOfUse(use, field, taken, warn);
        warnOfDays(catalog, field, path, warn);
        // The task would be held, which is not what the author has chosen.
        const isLacking = field.required && (field.atTimeout ?? field.default) === undefined;
        if (form.wrapUp?.onTimeout === 'default' && isLacking) warn('no-answer-at-timeout', path);
        if ('picklist' in field && isReported(uses) && reported.get(field.picklist) !== 'any') {
          reported.set(field.picklist, field.levels);
        }
      }
    }
  }
  for (const [position, picklist] of catalog.picklists.entries()) {
    const levels = reported.get(picklist.id);
    const count = levels === undefined ? 0 : picklistIndex(picklist).choosable(levels).length;
    if (count > REPORT_VALUES) {
      warn('long-list', `/picklists/${position}/options`, { count, limit: REPORT_VALUES });
    }
  }
  return [
    ...warnings,
    ...missingNames(catalog),
    ...findUnreachable(catalog.assignments).map(unreachableFinding),
  ];
}
