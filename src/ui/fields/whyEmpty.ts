import { fieldsOf } from '../../core/catalog/fieldsOf';
import { textIn } from '../../core/catalog/textIn';
import type { FieldProps } from './FieldProps';

/** Why other answers leave a list empty; undefined when they do not. */
export function whyEmpty(
  props: Pick<FieldProps, 'state' | 'form' | 'catalog' | 'language' | 't'>,
): string | undefined {
  const { state, form, catalog, language, t } = props;
  const other = fieldsOf(form).find(({ id }) => id === state.waitsFor);
  if (other) {
    return t('choice.waits', { field: textIn(other.name, language, catalog.reportedLanguage) });
  }
  return state.offers?.size === 0 ? t('choice.empty') : undefined;
}
