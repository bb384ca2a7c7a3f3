import { Component, lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { EditingPorts } from '../../app/editing/ports';
import type { Translate } from '../../strings/translate';

export interface EditorViewProps {
  readonly ports: EditingPorts;
  readonly language: string;
  readonly translate: Translate;
}

const onError = (error: unknown): void => console.error('[debrief] the catalog editor', error);

interface BoundaryProps {
  readonly translate: Translate;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** Keeps it inside the view when the editor cannot be fetched, or breaks as a whole. */
class EditorBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    onError(error);
  }

  override render() {
    const { children, onRetry, translate } = this.props;
    if (!this.state.failed) return children;
    return (
      <Box padding="space60" role="alert">
        <Callout variant="error">
          <CalloutHeading as="h2">{translate('editorView.failed')}</CalloutHeading>
          <CalloutText>{translate('editorView.failedText')}</CalloutText>
          <Box marginTop="space40">
            <Button variant="primary" size="small" onClick={onRetry}>
              {translate('status.retry')}
            </Button>
          </Box>
        </Callout>
      </Box>
    );
  }
}

/** React keeps the failure of a lazy component, so each try gets a new one. */
const fetchEditor = () =>
  lazy(() =>
    import('../../ui/supervisor/editor/CatalogEditor').then(({ CatalogEditor }) => ({
      default: CatalogEditor,
    })),
  );

/** The catalog editor, fetched when it is first looked at. */
export function EditorView({ ports, language, translate }: EditorViewProps) {
  const [attempt, setAttempt] = useState(0);
  const CatalogEditor = useMemo(fetchEditor, [attempt]);
  return (
    <Box height="100%" width="100%" backgroundColor="colorBackgroundBody" color="colorText">
      <EditorBoundary
        key={attempt}
        translate={translate}
        onRetry={() => setAttempt((tries) => tries + 1)}
      >
        <Suspense
          fallback={
            <Box padding="space60" role="status">
              {translate('editorView.loading')}
            </Box>
          }
        >
          <CatalogEditor ports={ports} language={language} onError={onError} />
        </Suspense>
      </EditorBoundary>
    </Box>
  );
}
