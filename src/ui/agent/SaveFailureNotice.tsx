import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { SaveStatus } from '../../app/session';
import { failureText } from '../../strings/failureText';
import type { Translate } from '../../strings/translate';

interface SaveFailureNoticeProps {
  readonly save: Extract<SaveStatus, { status: 'failed' }>;
  readonly onRetry: () => void;
  readonly onCompleteWithoutSaving: () => void;
  readonly t: Translate;
}

/** Why the answers could not be saved, and the ways on. */
export function SaveFailureNotice({
  save,
  onRetry,
  onCompleteWithoutSaving,
  t,
}: SaveFailureNoticeProps) {
  return (
    <Callout variant="error" i18nLabel={t('status.failed')}>
      <CalloutHeading as="h3">{t('status.failed')}</CalloutHeading>
      <CalloutText>
        {failureText(t, save.failure)} {t('status.kept')}
      </CalloutText>
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space30" marginTop="space40">
        <Button variant="primary" size="small" onClick={onRetry}>
          {t('status.retry')}
        </Button>
        {save.wayOut ? (
          <Button variant="destructive_link" onClick={onCompleteWithoutSaving}>
            {t('status.completeWithoutSaving')}
          </Button>
        ) : null}
      </Box>
    </Callout>
  );
}
