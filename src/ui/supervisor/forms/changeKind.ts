import { fits, neededMark, targetRefusal } from '../../../core/catalog/targetRules';
import type {
  CatalogContent,
  Field,
  FieldRules,
  Form,
  SingleTarget,
} from '../../../core/catalog/types';
import { findEntry } from '../../../core/insights/dictionary';
import { isJsonObject, type JsonObject } from '../../../core/json';
import { KINDS } from '../../../core/catalog/catalogShape';
import { newField, type FieldKind } from './newField';

/** A setting that stays when both kinds have it. What it says may still not fit: then a finding says so. */
const own = (kind: FieldKind): readonly string[] => Object.keys(KINDS[kind].entries);

/** Settings whose values mean the same whatever the kind. */
const SHARED: readonly string[] = [
  'help',
  'required',
  'carryOver',
  'suggest',
  'rules',
  'pii',
  'notForSegmenting',
  'noSegmentEnded',
  'picklist',
  'levels',
  'dependsOn',
  'case',
];

const isChoosing = (kind: Field['kind']): boolean => kind === 'choice' || kind === 'choices';

/** Rules without those parts that do nothing for the new kind, or name values of the old one. */
function keptRules(rules: FieldRules, from: Field['kind'], to: FieldKind): JsonObject {
  const { show, require, limit, set } = rules;
  const isLike = from === to || (isChoosing(from) && isChoosing(to));
  return {
    ...(show === undefined ? {} : { show }),
    ...(require === undefined || to === 'info' ? {} : { require }),
    ...(limit === undefined || !isLike ? {} : { limit }),
    ...(set === undefined || !isLike ? {} : { set }),
  } as JsonObject;
}

/** The path at which a field is stored now, if the new kind can be stored there too. */
function keptTarget(field: Field, to: FieldKind): SingleTarget | null {
  if (to === 'choices' || to === 'info' || !('target' in field)) return null;
  const path = 'path' in field.target ? field.target.path : field.target.attribute;
  const entry = findEntry(path);
  if (!entry || targetRefusal(path) || !fits(to, entry)) return null;
  if ('path' in field.target) return field.target;
  return neededMark(entry) === null ? { path } : null;
}

/** The field as one of another kind: what fits stays, what is needed besides is proposed. */
export function changeKind(
  content: CatalogContent,
  form: Form,
  field: Field,
  kind: FieldKind,
): Field {
  if (field.kind === kind) return field;
  const fresh = newField(content, form, kind, field.id, field.name);
  const settings = own(kind);
  const kept = Object.entries(field).filter(
    ([key]) => SHARED.includes(key) && settings.includes(key) && key !== 'rules',
  );
  const rules = 'rules' in field && field.rules ? keptRules(field.rules, field.kind, kind) : {};
  const target = keptTarget(field, kind);
  const changed = {
    ...fresh,
    ...Object.fromEntries(kept),
    ...(Object.keys(rules).length > 0 && isJsonObject(rules) ? { rules } : {}),
    ...(target ? { target } : {}),
  };
  return changed as Field;
}
