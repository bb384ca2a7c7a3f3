import { Button } from '@twilio-paste/core/button';
import type { SaveStatus } from '../../app/session';
import { failureText } from '../../strings/failureText';
import type { Translate } from '../../strings/translate';
import { SaveNotice } from './SaveNotice';

interface SaveFailureNoticeProps {
  readonly save: Extract<SaveStatus, { status: 'failed' }>;
  readonly onRetry: () => void;
  readonly onCompleteWithoutSaving: () => void;
  readonly fieldName: (id: string) => string;
  readonly t: Translate;
}

/** Why the answers could not be saved, and the ways on. */
export function SaveFailureNotice({
  save,
  onRetry,
  onCompleteWithoutSaving,
  fieldName,
  t,
}: SaveFailureNoticeProps) {
  return (
    <SaveNotice
      variant="error"
      title={t('status.failed')}
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
