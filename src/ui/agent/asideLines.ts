import type { Aside } from '../../app/ports';
import type { AnswerValue } from '../../core/capture/types';
import { fieldsOf } from '../../core/catalog/fieldsOf';
import { textIn } from '../../core/catalog/textIn';
import type { Catalog } from '../../core/catalog/types';
import type { Translate } from '../../strings/translate';
import { answerText } from '../fields/answerText';

export interface AsideLine {
  readonly name: string;
  readonly value: string;
}

/** What answers said, field by field: in the words of their catalog where it is known, else by ids and codes. */
export const asideLines = (
  aside: Aside,
  catalog: Catalog | null,
  language: string,
  t: Translate,
): readonly AsideLine[] => {
  const form = catalog?.forms.find(({ id }) => id === aside.formId);
  return Object.entries(aside.values).map(([id, value]) => {
    const field = form && fieldsOf(form).find((known) => known.id === id);
    const name = field && catalog ? textIn(field.name, language, catalog.reportedLanguage) : id;
    if (value === null) return { name, value: t('aside.withdrawn') };
    try {
      if (field && catalog) {
        const parts = { field, catalog, language, t };
        return { name, value: answerText(parts, value as AnswerValue) };
      }
    } catch {
      // Another version of this plugin stored it in a shape of its own.
    }
    return { name, value: bare(value) };
  });
};

const bare = (value: unknown): string => {
  const { kind: _kind, ...parts } = value as Record<string, unknown>;
  const [only, ...others] = Object.values(parts);
  return typeof only === 'string' && others.length === 0 ? only : JSON.stringify(parts);
};
