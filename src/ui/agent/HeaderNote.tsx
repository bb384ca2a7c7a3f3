import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';

/** A quiet line of the panel's head that is read out when it changes. */
export function HeaderNote({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      role="status"
      aria-live="polite"
      // Kept free while there is nothing to say: the form below must not move under the agent's hands.
      minHeight="sizeSquare70"
      color="colorTextWeak"
      fontSize="fontSize20"
      lineHeight="lineHeight30"
    >
      {children}
    </Box>
  );
}
