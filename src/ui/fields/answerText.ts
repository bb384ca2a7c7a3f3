import type { AnswerValue } from '../../core/capture/types';
import { fieldIndex } from '../../core/catalog/picklistIndex';
import { textIn } from '../../core/catalog/textIn';
import { decimalSign, numberText } from './decimalSign';
import type { FieldProps } from './FieldProps';
import { dateText } from './localMoment';

/** An answer in the agent's language, each option with the options above it. */
export function answerText(
  { field, catalog, language, t }: Pick<FieldProps, 'field' | 'catalog' | 'language' | 't'>,
  value: AnswerValue,
): string {
  const optionText = (code: string): string => {
    if (field.kind !== 'choice' && field.kind !== 'choices') return code;
    const path = fieldIndex(catalog, field).pathOf(code);
    const names = path.map(({ name }) => textIn(name, language, catalog.reportedLanguage));
    return names.join(' ▸ ') || code;
  };
  switch (value.kind) {
    case 'choice':
      return optionText(value.code);
    case 'choices':
      return value.codes.map(optionText).join(', ');
    case 'yesno':
      return t(value.yes ? 'yesno.yes' : 'yesno.no');
    case 'rating':
      return field.kind === 'rating'
        ? t('rating.of', { rating: value.rating, max: field.max })
        : String(value.rating);
    case 'date':
      return dateText(value, language);
    case 'media':
      return value.links.map(({ title, url }) => title || url).join(', ');
    case 'number':
      return numberText(value, decimalSign(language));
    case 'text':
      return value.text;
  }
}
