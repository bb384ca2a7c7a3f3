import { Text } from '@twilio-paste/core/text';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly children: ReactNode;
}

/** What stands where there is nothing to show yet. */
export const EmptyState = ({ children }: EmptyStateProps) => (
  <Text as="p" color="colorTextWeak" paddingY="space50" textAlign="center">
    {children}
  </Text>
);
