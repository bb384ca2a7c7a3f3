import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { ReadOnly } from '../../../app/editing/editingState';
import { refusedText } from '../../../strings/editor/refusedText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface ReadOnlyBannerProps {
  readonly readOnly: ReadOnly;
  readonly onRetry: () => void;
  readonly t: TranslateEditor;
}

/** Why nothing can be edited, and what would change that. */
export function ReadOnlyBanner({ readOnly, onRetry, t }: ReadOnlyBannerProps) {
  if (readOnly.because !== 'unloaded') {
    return (
      <Callout variant="neutral">
        <CalloutHeading as="h3">{t(`readOnly.${readOnly.because}.title`)}</CalloutHeading>
        <CalloutText>{t(`readOnly.${readOnly.because}.text`)}</CalloutText>
      </Callout>
    );
  }
  return (
    <Callout variant="error">
      <CalloutHeading as="h3">{t('readOnly.unloaded.title')}</CalloutHeading>
      <CalloutText>
        {t('readOnly.unloaded.text', { why: refusedText(t, readOnly.refused) })}
      </CalloutText>
      <Box marginTop="space40">
        <Button variant="secondary" size="small" onClick={onRetry}>
          {t('editor.retry')}
        </Button>
      </Box>
    </Callout>
  );
}
