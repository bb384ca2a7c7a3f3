import { Button } from '@twilio-paste/core/button';
import type { SaveStatus } from '../../app/session';
import { failureText } from '../../strings/failureText';
import type { Translate } from '../../strings/translate';
import { timeOfDay } from '../../strings/timeOfDay';
import { SaveNotice } from './SaveNotice';
import { useTicking } from './useTicking';
import { secondsUntil } from './waitingText';

interface SaveFailureNoticeProps {
  readonly save: Extract<SaveStatus, { status: 'failed' }>;
  readonly onRetry: () => void;
  readonly onCompleteWithoutSaving: () => void;
  readonly fieldName: (id: string) => string;
  readonly language: string;
  readonly t: Translate;
}

/** Why the answers could not be saved, and the ways on. */
export function SaveFailureNotice({
  save,
  onRetry,
  onCompleteWithoutSaving,
  fieldName,
  language,
  t,
}: SaveFailureNoticeProps) {
  const { since, retryAt } = save;
  useTicking(retryAt !== null);
  const seconds = retryAt === null ? null : secondsUntil(retryAt);
  const next =
    seconds === null
      ? ''
      : ` ${seconds > 0 ? t('waiting.howLong', { count: seconds }) : t('waiting.now')}`;
  return (
    <SaveNotice
      variant="error"
      title={t('status.failed')}
      more={t('failed.since', { time: timeOfDay(since, language) }) + next}
      text={`${failureText(t, save.failure, fieldName)} ${t('status.kept')}`}
    >
      <Button variant="primary" size="small" onClick={onRetry}>
        {t('status.retry')}
      </Button>
      {save.wayOut ? (
        <Button variant="destructive_link" onClick={onCompleteWithoutSaving}>
          {t('status.completeWithoutSaving')}
        </Button>
      ) : null}
    </SaveNotice>
  );
}
