import { fieldsOf } from '../../../core/catalog/fieldsOf';
import type { Form } from '../../../core/catalog/types';
import { moveField, moveSection } from '../../../core/edit/forms';
import { useForms } from './FormsContext';
import { stepField, stepSection, type Direction, type OutlineRow } from './moves';

/** Moves sections and fields of a form by one step. */
export function useMoves(form: Form) {
  const { edit, nameOf, t } = useForms();
  const canMove = (kind: OutlineRow['kind'], id: string, direction: Direction): boolean =>
    kind === 'field'
      ? stepField(form, id, direction) !== null
      : stepSection(form, id, direction) !== undefined;
  const move = (kind: OutlineRow['kind'], id: string, direction: Direction): void => {
    const moved = (kind === 'field' ? fieldsOf(form) : form.sections).find(
      (part) => part.id === id,
    );
    if (!moved) return;
    const what = t('forms.did.move', { name: nameOf(moved.name) });
    if (kind === 'field') {
      const place = stepField(form, id, direction);
      if (place) edit(what, (now) => moveField(now, form.id, id, place));
      return;
    }
    const before = stepSection(form, id, direction);
    if (before !== undefined) edit(what, (now) => moveSection(now, form.id, id, before));
  };
  return { canMove, move };
}
