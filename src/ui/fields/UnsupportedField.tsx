import { Box } from '@twilio-paste/core/box';
import type { FieldProps } from './FieldProps';
import { Statement } from './Statement';

/** Stands in for a field that this version cannot show: said, never a crash. */
export function UnsupportedField(props: FieldProps) {
  return (
    <Statement {...props}>
      <Box>{props.t('field.unsupported')}</Box>
    </Statement>
  );
}
