import { fieldsOf } from '../../../../core/catalog/fieldsOf';
import { parseCatalog } from '../../../../core/catalog/parseCatalog';
import type { Catalog, CatalogContent, Form } from '../../../../core/catalog/types';

/** A catalog of this form and what it needs; null while something of that is not sound. */
export function soundCatalog(content: CatalogContent, form: Form): Catalog | null {
  const needed = new Set(
    fieldsOf(form).flatMap((field) => ('picklist' in field ? [field.picklist] : [])),
  );
  const parsed = parseCatalog({
    ...content,
    version: 1,
    forms: [form],
    picklists: content.picklists.filter(({ id }) => needed.has(id)),
    assignments: [{ id: 'preview', when: {}, form: form.id }],
  });
  return parsed.ok ? parsed.value : null;
}
