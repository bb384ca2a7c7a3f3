import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { Text } from '@twilio-paste/core/text';

/** Stands in for a field that this version cannot show: said, never a crash. */
export function UnsupportedField(props: FieldProps) {
  return (
    <FieldFrame {...props} onClear={null}>
      {() => <Text as="p">{props.t('field.unsupported')}</Text>}
    </FieldFrame>
  );
}
