import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { Spinner } from '@twilio-paste/core/spinner';
import type { CatalogRefused } from '../../../app/editing/ports';
import { refusedText } from '../../../strings/editor/refusedText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface PageEndProps {
  readonly next: string | null;
  readonly isLoading: boolean;
  readonly refused: CatalogRefused | null;
  readonly more: () => void;
  readonly t: TranslateEditor;
}

/** Below a list that comes page by page. */
export function PageEnd({ next, isLoading, refused, more, t }: PageEndProps) {
  if (isLoading)
    return <Spinner decorative={false} title={t('editor.loading')} size="sizeIcon30" />;
  if (refused) {
    return (
      <Callout variant="error">
        <CalloutText>{refusedText(t, refused)}</CalloutText>
        <Box marginTop="space40">
          <Button variant="secondary" size="small" onClick={more}>
            {t('versions.retry')}
          </Button>
        </Box>
      </Callout>
    );
  }
  return next === null ? null : (
    <Box>
      <Button variant="secondary" size="small" onClick={more}>
        {t('versions.older')}
      </Button>
    </Box>
  );
}
