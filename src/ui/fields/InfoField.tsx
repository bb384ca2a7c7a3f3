import { Box } from '@twilio-paste/core/box';
import { textIn } from '../../core/catalog/textIn';
import type { InfoField as InfoFieldSpec } from '../../core/catalog/types';
import type { FieldProps } from './FieldProps';
import { Statement } from './Statement';

/** Something to read: what a rule says, or else the field's own text. */
export function InfoField(props: FieldProps<InfoFieldSpec>) {
  const { field, state, catalog, language } = props;
  const text = state.text ?? (field.text && textIn(field.text, language, catalog.reportedLanguage));
  return (
    <Statement {...props}>
      {/* A rule's text changes with the answers. */}
      <Box whiteSpace="pre-line" aria-live={field.value === undefined ? undefined : 'polite'}>
        {text}
      </Box>
    </Statement>
  );
}
