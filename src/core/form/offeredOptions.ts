import type { Offers } from '../capture/checkValue';
import { fieldIndex, type PicklistIndex } from '../catalog/picklistIndex';
import type { Catalog, ChoiceField, ChoicesField } from '../catalog/types';
import type { JsonObject } from '../json';
import { holds } from '../rules/applyRule';

type ChoosingField = ChoiceField | ChoicesField;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * By what decides them, so that a form with thousands of options goes through them once per answer that matters. By
 * the picklist's index too: on another day, or after an edit, the same field has other options.
 */
const known = new WeakMap<
  PicklistIndex,
  WeakMap<ChoosingField, Map<string, ReadonlySet<string>>>
>();

/**
 * The options that a field's rules leave, of those that its picklist offers; null when no rule limits them now.
 * `parentPath`: the codes down to what the field named by `dependsOn` says; null when it says nothing: then nothing is
 * offered. An option without `under` is offered whatever the other field says.
 */
export function offeredOptions(
  catalog: Catalog,
  field: ChoosingField,
  data: JsonObject,
  parentPath: readonly string[] | null,
): Offers {
  const limits = (field.rules?.limit ?? []).filter(({ when }) => holds(when, data));
  const depends = field.dependsOn !== undefined;
  if (limits.length === 0 && !depends) return null;
  if (depends && parentPath === null) return NOTHING;
  const key = JSON.stringify([limits.map(({ options }) => options), parentPath]);
  const index = fieldIndex(catalog, field);
  const ofIndex =
    known.get(index) ?? new WeakMap<ChoosingField, Map<string, ReadonlySet<string>>>();
  known.set(index, ofIndex);
  const ofField = ofIndex.get(field) ?? new Map<string, ReadonlySet<string>>();
  ofIndex.set(field, ofField);
  const cached = ofField.get(key);
  if (cached) return cached;

  const left = index.choosable(field.levels).filter((option) => {
    const path = index.pathOf(option.code);
    const inLimits = limits.every(({ options }) => path.some(({ code }) => options.includes(code)));
    const isUnder = path.every(
      ({ under }) => under === undefined || under.some((code) => parentPath?.includes(code)),
    );
    return inLimits && (!depends || isUnder);
  });
  const offers: ReadonlySet<string> = new Set(left.map(({ code }) => code));
  ofField.set(key, offers);
  return offers;
}
