import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';

/** A section's name on a line across the panel. */
export function SectionHeading({ children }: { readonly children: string }) {
  return (
    <Box
      marginBottom="space50"
      paddingBottom="space20"
      borderBottomColor="colorBorderWeaker"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      overflowWrap="anywhere"
    >
      <Heading as="h3" variant="heading50" marginBottom="space0">
        {children}
      </Heading>
    </Box>
  );
}
