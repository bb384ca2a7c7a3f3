import { targetPaths } from '../../../../core/catalog/targetPaths';
import type { CatalogContent, Field, Form } from '../../../../core/catalog/types';

interface TargetUser {
  readonly form: Form;
  readonly field: Field;
}

/** The fields of the catalog that write at a path. */
export const targetUsers = (content: CatalogContent, path: string): readonly TargetUser[] =>
  content.forms.flatMap((form) =>
    form.sections.flatMap(({ fields }) =>
      fields.flatMap((field) => (targetPaths(field).includes(path) ? [{ form, field }] : [])),
    ),
  );
