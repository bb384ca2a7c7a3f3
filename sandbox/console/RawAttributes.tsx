import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { useState } from 'react';
import { ATTRIBUTES_LIMIT } from '../taskrouter/rawAttributes';
import { Code } from './Code';
import { parseJsonText } from './parseJsonText';

interface RawAttributesProps {
  /** Says whose attributes these are. */
  readonly label: string;
  readonly attributes: string;
}

/** A task's attributes: easy to read, or byte for byte. */
export const RawAttributes = ({ label, attributes }: RawAttributesProps) => {
  const [raw, setRaw] = useState(false);
  const parsed = parseJsonText(attributes);
  return (
    <Box display="flex" flexDirection="column" rowGap="space20">
      <Box display="flex" justifyContent="space-between" alignItems="center" columnGap="space30">
        <Text
          as="span"
          fontSize="fontSize20"
          color="colorTextWeak"
          fontVariantNumeric="tabular-nums"
        >
          {attributes.length} of {ATTRIBUTES_LIMIT} characters
        </Text>
        <Button variant="link" size="reset" onClick={() => setRaw(!raw)}>
          {raw ? 'Show indented' : 'Show raw text'}
        </Button>
      </Box>
      <Code label={label}>
        {raw || !parsed.ok ? attributes : JSON.stringify(parsed.value, null, 2)}
      </Code>
    </Box>
  );
};
