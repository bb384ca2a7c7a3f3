import { Box } from '@twilio-paste/core/box';

interface CodeProps {
  /** Accessible name of the region. */
  readonly label: string;
  readonly children: string;
}

/** Text as it is, in a box that scrolls and that the keyboard reaches. */
export const Code = ({ label, children }: CodeProps) => (
  <Box
    as="pre"
    role="region"
    aria-label={label}
    tabIndex={0}
    margin="space0"
    padding="space30"
    maxHeight="size30"
    overflow="auto"
    backgroundColor="colorBackground"
    borderRadius="borderRadius20"
    fontFamily="fontFamilyCode"
    fontSize="fontSize20"
    lineHeight="lineHeight20"
    color="colorText"
    whiteSpace="pre-wrap"
    overflowWrap="anywhere"
  >
    {children}
  </Box>
);
