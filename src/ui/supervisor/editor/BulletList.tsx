import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';

interface BulletListProps {
  readonly label?: string;
  readonly children: ReactNode;
}

/** Paste's list without its margins: Flex 2.17.1 takes the markers of every list away, and Paste's does not bring them back. */
export function BulletList({ label, children }: BulletListProps) {
  return (
    <Box
      as="ul"
      aria-label={label}
      listStyleType="disc"
      margin="space0"
      padding="space0"
      paddingLeft="space60"
      minWidth="size0"
    >
      {children}
    </Box>
  );
}
