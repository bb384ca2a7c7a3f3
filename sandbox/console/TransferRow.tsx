import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import type { TransferState } from '../control/api';
import { StatusBadge } from './StatusBadge';

interface TransferRowProps {
  readonly transfer: TransferState;
}

/** One agent's handing on of a task. */
export const TransferRow = ({ transfer }: TransferRowProps) => (
  <Box
    as="li"
    aria-label={`Transfer ${transfer.sid}`}
    paddingY="space20"
    display="flex"
    flexWrap="wrap"
    alignItems="center"
    columnGap="space30"
  >
    <Text as="span" fontSize="fontSize30">
      {transfer.mode === 'COLD' ? 'Cold' : 'Warm'} transfer, {transfer.from} to {transfer.to}
    </Text>
    <StatusBadge status={transfer.status} />
    <Text as="span" fontSize="fontSize20" color="colorTextWeak" fontFamily="fontFamilyCode">
      {transfer.sid}
    </Text>
  </Box>
);
