import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { SaveState } from '../../../app/editing/editingState';
import { refusedText } from '../../../strings/editor/refusedText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { timeOfDay } from '../../../strings/timeOfDay';

interface SaveFailureProps {
  readonly save: Extract<SaveState, { status: 'failed' }>;
  readonly onRetry: () => void;
  readonly language: string;
  readonly t: TranslateEditor;
}

/** Why the draft could not be saved, and the way on. */
export function SaveFailure({ save, onRetry, language, t }: SaveFailureProps) {
  const { again, refused } = save;
  return (
    <Callout variant="error">
      <CalloutHeading as="h3">
        {again === null
          ? t('editor.notSaved')
          : t('editor.notSavedAgain', { time: timeOfDay(again, language) })}
      </CalloutHeading>
      <CalloutText>
        {refusedText(t, refused)} {t('editor.kept')}
      </CalloutText>
      <Box marginTop="space40">
        <Button variant="secondary" size="small" onClick={onRetry}>
          {t('editor.retry')}
        </Button>
      </Box>
    </Callout>
  );
}
