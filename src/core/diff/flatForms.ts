import type { CatalogContent } from '../catalog/types';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { partOf, withParts, type Part } from './json';
import { keyedItems } from './shape';

const asText = (part: Part): string => (typeof part === 'string' ? part : '');

/**
 * A form whose fields are a list of its own, each with the id of its section: so that a field that moves to another
 * section is still the same field. They are in the order of the sections' ids, so that a section that moves leaves
 * them where they are. A form that has two fields of one id stays as it is.
 */
function flatForm(form: JsonValue): JsonValue {
  if (!isJsonObject(form)) return form;
  const sections = keyedItems(form['sections'], 'id');
  if (!sections) return form;
  const byId = [...sections].sort(([one], [other]) => (one < other ? -1 : 1));
  const fields = byId.flatMap(([id, section]) => {
    const own = section['fields'];
    return Array.isArray(own)
      ? (own as readonly JsonValue[]).map((field) =>
          isJsonObject(field) ? { ...field, section: id } : field,
        )
      : [];
  });
  if (!keyedItems(fields, 'id')) return form;
  const bare = [...sections.values()].map((section) =>
    withParts(section, new Map([['fields', undefined]])),
  );
  return { ...form, sections: bare, fields };
}

function nestedForm(form: JsonValue): JsonValue {
  if (!isJsonObject(form) || !Array.isArray(form['fields'])) return form;
  const bySection = new Map<string, JsonValue[]>();
  for (const field of form['fields'] as readonly JsonValue[]) {
    const section = asText(partOf(field, 'section'));
    const own = isJsonObject(field) ? withParts(field, new Map([['section', undefined]])) : field;
    bySection.set(section, [...(bySection.get(section) ?? []), own]);
  }
  const given = Array.isArray(form['sections']) ? (form['sections'] as readonly JsonValue[]) : [];
  const sections = given.map((section) => {
    const id = asText(partOf(section, 'id'));
    const fields = bySection.get(id) ?? [];
    bySection.delete(id);
    return isJsonObject(section) ? { ...section, fields } : section;
  });
  // Changes made of another content may name a section that is not here: no field is lost for that.
  const others = [...bySection].map(([id, fields]) => ({ id, name: {}, fields }));
  return withParts(
    form,
    new Map<string, Part>([
      ['sections', [...sections, ...others]],
      ['fields', undefined],
    ]),
  );
}

const mapForms = (catalog: JsonObject, map: (form: JsonValue) => JsonValue): JsonObject => {
  const forms = catalog['forms'];
  return Array.isArray(forms)
    ? { ...catalog, forms: (forms as readonly JsonValue[]).map(map) }
    : catalog;
};

export const flatForms = (content: CatalogContent): JsonObject =>
  mapForms(content as unknown as JsonObject, flatForm);

export const nestedForms = (catalog: JsonObject): CatalogContent =>
  mapForms(catalog, nestedForm) as unknown as CatalogContent;
