import { Component, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface EditorErrorBoundaryProps {
  readonly t: TranslateEditor;
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Keeps an error in one part of the editor inside it. */
export class EditorErrorBoundary extends Component<
  EditorErrorBoundaryProps,
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const { t } = this.props;
    return (
      <Box role="alert">
        <Callout variant="error">
          <CalloutHeading as="h3">{t('editorError.title')}</CalloutHeading>
          <CalloutText>{t('editorError.text')}</CalloutText>
          <Box marginTop="space40">
            <Button
              variant="secondary"
              size="small"
              onClick={() => this.setState({ failed: false })}
            >
              {t('editor.retry')}
            </Button>
          </Box>
        </Callout>
      </Box>
    );
  }
}
