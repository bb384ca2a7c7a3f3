import { orderFields } from '../form/formPlan';
import { areExclusive } from '../rules/exclusive';
import type { Report } from './checks';
import { isAnswerable } from './fieldGuards';
import type { SoundField, SoundForm } from './soundParts';
import { idOfName } from './targetRules';
import { targetUses, type TargetUse } from './targetUses';
import type { Rule } from './types';

interface Used {
  readonly use: TargetUse;
  readonly by: SoundField;
}

/** When a field is shown: as its section's and its own rule say together. */
const showRule = ({ field, section }: SoundField): Rule => ({
  and: [section.rules?.show ?? true, ('rules' in field ? field.rules?.show : undefined) ?? true],
});

const isSlot = ({ use }: Used): boolean => use.place.includes('/slots/');

/** Two fields may share a target only where it can be shown that an agent never has both. */
function checkShared(used: readonly Used[], report: Report): void {
  const byPath = new Map<string, Used[]>();
  for (const one of used) {
    const earlier = byPath.get(one.use.path) ?? [];
    for (const other of earlier) {
      const details = { target: one.use.path, first: other.use.place };
      if (other.by === one.by || !areExclusive(showRule(other.by), showRule(one.by))) {
        report('duplicate-target', one.use.place, details);
        break;
      }
      // What one field leaves in a slot is foreign to the other, which then has no room.
      if (isSlot(one) || isSlot(other)) {
        report('shared-slot', one.use.place, details);
        break;
      }
    }
    byPath.set(one.use.path, [...earlier, one]);
  }
}

function checkNames(used: readonly Used[], report: Report): void {
  const paths = new Set(used.map(({ use }) => use.path));
  for (const { use } of used) {
    const id = idOfName(use.path);
    if (id !== null && !paths.has(id)) {
      report('name-without-id', use.place, { target: use.path, id });
    }
  }
}

/** The paths that a form's fields write, with their places. */
export const usedTargets = (form: SoundForm): readonly Used[] =>
  form.fields.flatMap((by) =>
    isAnswerable(by.field) ? targetUses(by.field, by.path).map((use): Used => ({ use, by })) : [],
  );

/** Reports what the fields of a form must not do to each other. Of a form whose rules can be followed. */
export function checkTogether(form: SoundForm, used: readonly Used[], report: Report): void {
  checkShared(used, report);
  checkNames(used, report);
  const { circle } = orderFields(form.form);
  if (circle) {
    const place = form.fields.find(({ field }) => field.id === circle[0])?.path ?? form.path;
    report('rule-circle', place, { circle: circle.join(' → ') });
  }
}
