import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';

/** A line below an open list of options that is no option itself. */
export function ListNote({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      paddingX="space40"
      paddingY="space30"
      borderTopColor="colorBorderWeaker"
      borderTopStyle="solid"
      borderTopWidth="borderWidth10"
      color="colorTextWeak"
      fontSize="fontSize20"
      lineHeight="lineHeight20"
    >
      {children}
    </Box>
  );
}
