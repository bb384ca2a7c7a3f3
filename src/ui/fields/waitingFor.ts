import { fieldsOf } from '../../core/catalog/fieldsOf';
import { textIn } from '../../core/catalog/textIn';
import type { FieldProps } from './FieldProps';

/** Why a list that depends on another answer is empty; undefined when it depends on none. */
export function waitingFor(
  props: Pick<FieldProps, 'state' | 'form' | 'catalog' | 'language' | 't'>,
): string | undefined {
  const { state, form, catalog, language, t } = props;
  const other = fieldsOf(form).find(({ id }) => id === state.waitsFor);
  if (!other) return undefined;
  return t('choice.waits', { field: textIn(other.name, language, catalog.reportedLanguage) });
}
