import type { SaveFailure } from '../core/sync/types';
import type { Translate } from './translate';

/** Why a save failed and what to do about it, in plain words. `fieldName`: of a field of the form, by its id. */
export function failureText(
  t: Translate,
  failure: SaveFailure,
  fieldName: (id: string) => string,
): string {
  if (failure.kind !== 'attributes') return t(`failure.${failure.kind}`);
  const { error } = failure;
  switch (error.code) {
    case 'attributes-not-object':
      return t('failure.attributes-not-object');
    case 'undecided':
      return t('failure.undecided', { fields: error.fields.map(fieldName).join(', ') });
    case 'too-large': {
      const { size, limit, largest = [] } = error;
      const fields = largest.map(fieldName).join(', ');
      return fields === ''
        ? t('failure.too-large', { size, limit })
        : t('failure.too-large-fields', { size, limit, fields });
    }
    default:
      return t(`failure.${error.code}`, { path: error.path });
  }
}
