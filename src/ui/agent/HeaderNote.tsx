import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';

/** A quiet line of the panel's head that is read out when it changes. */
export function HeaderNote({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      role="status"
      aria-live="polite"
      color="colorTextWeak"
      fontSize="fontSize20"
      lineHeight="lineHeight30"
    >
      {children}
    </Box>
  );
}
