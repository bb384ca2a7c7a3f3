import { Button } from '@twilio-paste/core/button';
import type { SaveStatus } from '../../app/session';
import { timeOfDay } from '../../strings/timeOfDay';
import type { Translate } from '../../strings/translate';
import { SaveNotice } from './SaveNotice';
import { useTicking } from './useTicking';
import { secondsUntil, waitingText } from './waitingText';

interface SaveWaitingNoticeProps {
  readonly save: Extract<SaveStatus, { status: 'waiting' }>;
  readonly onCompleteWithoutSaving: () => void;
  readonly language: string;
  readonly t: Translate;
}

/**
 * Why the answers are not saved yet, since when, how long that will last, and the way out. Counts down for the eyes only:
 * `SaveStatusText` tells it once.
 */
export function SaveWaitingNotice({
  save,
  onCompleteWithoutSaving,
  language,
  t,
}: SaveWaitingNoticeProps) {
  useTicking(true);
  return (
    <SaveNotice
      variant="warning"
      title={t('status.waiting')}
      text={`${waitingText(t, save, secondsUntil(save.until))} ${t('status.kept')}`}
      more={t('failed.since', { time: timeOfDay(save.since, language) })}
      // A press on Complete while it waits.
      occasion={save.completes}
    >
      {save.wayOut ? (
        <Button variant="destructive_link" onClick={onCompleteWithoutSaving}>
          {t('status.completeWithoutSaving')}
        </Button>
      ) : null}
    </SaveNotice>
  );
}
