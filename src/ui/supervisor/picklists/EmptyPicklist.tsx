import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface EmptyPicklistProps {
  readonly readOnly: boolean;
  readonly t: TranslateEditor;
}

/** What a picklist without options is for, and how to begin. */
export function EmptyPicklist({ readOnly, t }: EmptyPicklistProps) {
  return (
    <Box
      padding="space60"
      borderStyle="dashed"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeak"
      borderRadius="borderRadius20"
    >
      <Heading as="h3" variant="heading50">
        {t('picklists.empty.title')}
      </Heading>
      <Paragraph marginBottom="space0">
        {t(readOnly ? 'picklists.empty.readOnly' : 'picklists.empty.text')}
      </Paragraph>
    </Box>
  );
}
