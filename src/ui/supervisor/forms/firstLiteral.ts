import { picklistIndex } from '../../../core/catalog/picklistIndex';
import type { AnswerableField, CatalogContent } from '../../../core/catalog/types';
import type { JsonValue } from '../../../core/json';

/** A value that the field can have, to begin with; null where there is none that is as good as any. */
export function firstLiteral(content: CatalogContent, field: AnswerableField): JsonValue {
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const picklist = content.picklists.find(({ id }) => id === field.picklist);
      const code = picklist && picklistIndex(picklist).choosable(field.levels)[0]?.code;
      if (code === undefined) return null;
      return field.kind === 'choice' ? code : [code];
    }
    case 'yesno':
      return true;
    case 'number':
      return field.min ?? 0;
    case 'rating':
      return 1;
    case 'reference':
      return field.example;
    default:
      return null;
  }
}
