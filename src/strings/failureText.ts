import type { SaveFailure } from '../core/sync/types';
import type { Translate } from './translate';

/** Why a save failed and what to do about it, in plain words. */
export function failureText(t: Translate, failure: SaveFailure): string {
  if (failure.kind !== 'attributes') return t(`failure.${failure.kind}`);
  const { error } = failure;
  switch (error.code) {
    case 'attributes-not-object':
      return t('failure.attributes-not-object');
    case 'too-large':
      return t('failure.too-large', { size: error.size, limit: error.limit });
    default:
      return t(`failure.${error.code}`, { path: error.path });
  }
}
