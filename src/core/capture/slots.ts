import { readPath } from '../attributes/paths';
import type { PicklistIndex } from '../catalog/picklistIndex';
import type { PairTarget } from '../catalog/types';
import type { JsonObject, JsonValue } from '../json';

export interface Slots {
  /** Slots that are empty or hold one of the field's options, in catalog order. */
  readonly usable: readonly PairTarget[];
  /** Codes of the field's options that the slots hold, without duplicates, in the options' order. */
  readonly codes: readonly string[];
  /** What foreign slots hold, to be shown. */
  readonly foreign: readonly JsonValue[];
}

/** Whether a value says anything: null and an empty text do not. */
export const isFilled = (value: JsonValue | undefined): value is JsonValue =>
  value !== undefined && value !== null && value !== '';

/**
 * Reads the slots of a several-choice field. A slot is ours when its attribute is the code of an option (archived
 * ones too) and free when it holds nothing. With anything else, a lone label included, it is foreign.
 */
export function readSlots(
  slots: readonly PairTarget[],
  index: PicklistIndex,
  attributes: JsonObject,
): Slots {
  const usable: PairTarget[] = [];
  const codes = new Set<string>();
  const foreign: JsonValue[] = [];
  for (const slot of slots) {
    const attribute = readPath(attributes, slot.attribute);
    const label = readPath(attributes, slot.label);
    if (typeof attribute === 'string' && index.byCode.has(attribute)) {
      usable.push(slot);
      codes.add(attribute);
    } else if (isFilled(attribute)) {
      foreign.push(attribute);
    } else if (isFilled(label)) {
      foreign.push(label);
    } else {
      usable.push(slot);
    }
  }
  return { usable, codes: inCatalogOrder([...codes], index), foreign };
}

/** Without duplicates, in the order of the picklist's options. */
export const inCatalogOrder = (codes: readonly string[], index: PicklistIndex): readonly string[] =>
  [...new Set(codes)].sort((a, b) => index.orderOf(a) - index.orderOf(b));
