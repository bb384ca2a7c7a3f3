import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { SuccessIcon } from '@twilio-paste/icons/esm/SuccessIcon';
import type { SaveStatus } from '../../app/session';
import { failureText } from '../../strings/failureText';
import { timeOfDay } from '../../strings/timeOfDay';
import type { Translate } from '../../strings/translate';

interface SaveStatusTextProps {
  readonly save: SaveStatus;
  readonly language: string;
  readonly t: Translate;
}

/** Whether the answers are on the task. A failure is shown by its own notice and only named here. */
export function SaveStatusText({ save, language, t }: SaveStatusTextProps) {
  switch (save.status) {
    case 'idle':
      return null;
    case 'saving':
      return <>{t('status.saving')}</>;
    case 'waiting':
      return <>{t('status.waiting')}</>;
    case 'saved':
      return (
        <Box as="span" display="inline-flex" alignItems="center" columnGap="space10">
          <SuccessIcon decorative size="sizeIcon10" color="colorTextIconSuccess" />
          {t('status.saved', { time: timeOfDay(save.at, language) })}
        </Box>
      );
    case 'failed':
      return (
        <ScreenReaderOnly>
          {t('status.failed')}. {failureText(t, save.failure)}
        </ScreenReaderOnly>
      );
  }
}
