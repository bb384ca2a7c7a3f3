import { useEffect, useRef } from 'react';
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

const PANEL = '[data-debrief="panel"]';

/** Why the answers could not be saved, and the ways on. */
export function SaveFailureNotice({
  save,
  onRetry,
  onCompleteWithoutSaving,
  t,
}: SaveFailureNoticeProps) {
  const root = useRef<HTMLElement>(null);
  // Whoever pressed Complete may have scrolled past this. Who is answering is not moved away from it.
  useEffect(() => {
    const panel = root.current?.closest(PANEL);
    if (!panel?.contains(document.activeElement))
      root.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Box ref={root}>
      <Callout variant="error" i18nLabel={t('status.failed')}>
        <CalloutHeading as="h3">{t('status.failed')}</CalloutHeading>
        <CalloutText>
          {failureText(t, save.failure)} {t('status.kept')}
        </CalloutText>
        <Box
          display="flex"
          flexWrap="wrap"
          columnGap="space40"
          rowGap="space30"
          marginTop="space40"
        >
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
    </Box>
  );
}
