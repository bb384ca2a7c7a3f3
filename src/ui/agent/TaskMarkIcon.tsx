import { Box } from '@twilio-paste/core/box';
import { ErrorIcon } from '@twilio-paste/icons/esm/ErrorIcon';
import { ProcessDraftIcon } from '@twilio-paste/icons/esm/ProcessDraftIcon';
import { ProcessInProgressIcon } from '@twilio-paste/icons/esm/ProcessInProgressIcon';
import type { TaskMark } from '../../app/taskMark';
import type { Translate } from '../../strings/translate';

interface TaskMarkIconProps {
  readonly mark: TaskMark;
  readonly t: Translate;
}

/** Lies over the lower corner of the icon of the task above it, and takes no room in the list. */
export function TaskMarkIcon({ mark, t }: TaskMarkIconProps) {
  return (
    <Box position="relative" height="size0" pointerEvents="none">
      <Box
        position="absolute"
        bottom="space20"
        left="space70"
        display="flex"
        borderRadius="borderRadiusCircle"
        backgroundColor="colorBackgroundBody"
      >
        {mark.mark === 'failed' ? (
          <ErrorIcon
            decorative={false}
            title={t('mark.failed')}
            size="sizeIcon10"
            color="colorTextIconError"
          />
        ) : mark.mark === 'lacking' ? (
          <ProcessDraftIcon
            decorative={false}
            title={t('mark.lacking', { count: mark.left })}
            size="sizeIcon10"
            color="colorTextIconWarning"
          />
        ) : (
          <ProcessInProgressIcon
            decorative={false}
            title={t('mark.unsaved')}
            size="sizeIcon10"
            color="colorTextIconNeutral"
          />
        )}
      </Box>
    </Box>
  );
}
