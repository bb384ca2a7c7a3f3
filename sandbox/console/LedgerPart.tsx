import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import type { ReactNode } from 'react';

interface LedgerPartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One titled part of a ledger entry. */
export const LedgerPart = ({ title, children }: LedgerPartProps) => (
  <div>
    <Heading as="h4" variant="heading50">
      {title}
    </Heading>
    <Box display="flex" flexDirection="column" rowGap="space40">
      {children}
    </Box>
  </div>
);
