import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import { Separator } from '@twilio-paste/core/separator';
import { placeId } from './places';

interface SettingGroupProps {
  readonly title: string;
  readonly help?: string;
  /** Where findings point that no control of the group shows as its own. */
  readonly pointer?: string;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function SettingGroup({ title, help, pointer, children }: SettingGroupProps) {
  return (
    <Box
      role="group"
      aria-label={title}
      id={pointer === undefined ? undefined : placeId(pointer)}
      tabIndex={pointer === undefined ? undefined : -1}
      minWidth="size0"
      outline="none"
    >
      <Separator orientation="horizontal" verticalSpacing="space60" />
      <Heading as="h3" variant="heading50">
        {title}
      </Heading>
      {help === undefined ? null : (
        <Box marginBottom="space40">
          <HelpText marginTop="space0">{help}</HelpText>
        </Box>
      )}
      <Box display="flex" flexDirection="column" rowGap="space50" minWidth="size0">
        {children}
      </Box>
    </Box>
  );
}
