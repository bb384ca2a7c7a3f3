import { Box } from '@twilio-paste/core/box';
import { Table, TBody, Td, Th, THead, Tr } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import type { RowError } from '../../../core/exchange/planImport';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { rowErrorText } from './rowErrorText';

interface RowErrorsProps {
  readonly errors: readonly RowError[];
  readonly t: TranslateEditor;
}

/** Nobody mends more at a time. */
const SHOWN = 100;

/** What is wrong with a file, by row and column as a spreadsheet counts them. */
export function RowErrors({ errors, t }: RowErrorsProps) {
  return (
    <Box>
      <Table aria-label={t('exchange.errors')}>
        <THead>
          <Tr>
            <Th width="size10">{t('exchange.row')}</Th>
            <Th width="size20">{t('exchange.column')}</Th>
            <Th>{t('exchange.wrong')}</Th>
          </Tr>
        </THead>
        <TBody>
          {errors.slice(0, SHOWN).map((error, position) => (
            <Tr key={position}>
              <Td>{error.row}</Td>
              <Td>{error.column ?? ''}</Td>
              <Td>{rowErrorText(t, error)}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {errors.length > SHOWN ? (
        <Text as="p" color="colorTextWeak">
          {t('exchange.moreErrors', { count: errors.length - SHOWN })}
        </Text>
      ) : null}
    </Box>
  );
}
