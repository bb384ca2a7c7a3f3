import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { useUID } from '@twilio-paste/core/uid-library';
import type { ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  /** Where a link on the page leads. */
  readonly id?: string;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One named region of the console. */
export const Panel = ({ title, id, aside, children }: PanelProps) => {
  const titleId = useUID();
  return (
    <Box
      as="section"
      id={id}
      aria-labelledby={titleId}
      backgroundColor="colorBackgroundBody"
      borderColor="colorBorderWeaker"
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderRadius="borderRadius30"
      padding="space60"
      minWidth="0"
    >
      <Box
        display="flex"
        alignItems="center"
        justifyContent="space-between"
        columnGap="space40"
        marginBottom="space50"
      >
        <Heading as="h2" variant="heading30" marginBottom="space0" id={titleId}>
          {title}
        </Heading>
        {aside}
      </Box>
      {children}
    </Box>
  );
};
