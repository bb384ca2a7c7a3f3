import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { textIn } from '../../core/catalog/textIn';
import type { FieldProps } from './FieldProps';

interface StatementProps extends Pick<FieldProps, 'field' | 'catalog' | 'language' | 'idBase'> {
  readonly children: ReactNode;
}

/** The look of a field that asks for nothing: its name, what it says, its help. */
export function Statement({ field, catalog, language, idBase, children }: StatementProps) {
  const labelId = `${idBase}-label`;
  return (
    <Box
      role="note"
      aria-labelledby={labelId}
      minWidth="size0"
      overflowWrap="anywhere"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
    >
      <Box id={labelId} fontWeight="fontWeightBold" marginBottom="space20">
        {textIn(field.name, language, catalog.reportedLanguage)}
      </Box>
      {children}
      {field.help ? (
        <HelpText>{textIn(field.help, language, catalog.reportedLanguage)}</HelpText>
      ) : null}
    </Box>
  );
}
