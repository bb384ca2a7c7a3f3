import { textIn } from '../../core/catalog/textIn';
import type { RatingField as RatingFieldSpec } from '../../core/catalog/types';
import type { FieldProps } from './FieldProps';
import { RadioAnswer } from './RadioAnswer';

/** A number from 1 to the field's highest. */
export function RatingField(props: FieldProps<RatingFieldSpec>) {
  const { field, answer, catalog, language, t, dispatch } = props;
  const rating = answer?.value?.kind === 'rating' ? answer.value.rating : null;
  const numbers = Array.from({ length: field.max }, (_, index) => String(index + 1));
  const ends = [[1, field.lowest] as const, [field.max, field.highest] as const].flatMap(
    ([number, texts]) =>
      texts
        ? [t('rating.end', { number, text: textIn(texts, language, catalog.reportedLanguage) })]
        : [],
  );

  return (
    <RadioAnswer
      {...props}
      choices={numbers.map((number) => ({ value: number, text: number }))}
      chosen={rating === null ? null : String(rating)}
      onChoose={(value) => dispatch({ type: 'rate', field: field.id, rating: Number(value) })}
      detail={ends.join(' · ')}
    />
  );
}
