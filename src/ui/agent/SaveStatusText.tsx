import { useMemo } from 'react';
import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { SuccessIcon } from '@twilio-paste/icons/esm/SuccessIcon';
import type { SaveStatus } from '../../app/session';
import { failureText } from '../../strings/failureText';
import { timeOfDay } from '../../strings/timeOfDay';
import type { Translate } from '../../strings/translate';
import { secondsUntil, waitingText } from './waitingText';

interface SaveStatusTextProps {
  readonly save: SaveStatus;
  readonly language: string;
  readonly fieldName: (id: string) => string;
  readonly t: Translate;
}

type Waits = Extract<SaveStatus, { status: 'waiting' }>;

/** Whether the answers are on the task. What has a notice of its own is only read out here. */
export function SaveStatusText({ save, language, fieldName, t }: SaveStatusTextProps) {
  switch (save.status) {
    case 'idle':
      return null;
    case 'saving':
      return <>{t('status.saving')}</>;
    case 'waiting':
      return <Waiting save={save} t={t} />;
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
          {t('status.failed')}. {failureText(t, save.failure, fieldName)}
        </ScreenReaderOnly>
      );
  }
}

/** Read out when it begins, and when Complete was pressed meanwhile; not at each second. */
function Waiting({ save, t }: { readonly save: Waits; readonly t: Translate }) {
  const said = useMemo(() => waitingText(t, save, secondsUntil(save.until)), [t, save]);
  return (
    <>
      {t('status.waiting')}
      <ScreenReaderOnly>. {said}</ScreenReaderOnly>
    </>
  );
}
