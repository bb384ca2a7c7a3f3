import { Component, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { createTranslator } from '../../strings/translate';

interface PanelErrorBoundaryProps {
  readonly language: string;
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Keeps an error in the panel inside the panel: one clear notice, and Flex goes on. */
export class PanelErrorBoundary extends Component<
  PanelErrorBoundaryProps,
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
    const t = createTranslator(this.props.language);
    return (
      <Box padding="space60" role="alert">
        <Callout variant="error">
          <CalloutHeading as="h2">{t('panelError.title')}</CalloutHeading>
          <CalloutText>{t('panelError.text')}</CalloutText>
        </Callout>
      </Box>
    );
  }
}
