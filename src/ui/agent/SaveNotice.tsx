import { useEffect, useRef, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';

interface SaveNoticeProps {
  readonly variant: 'error' | 'warning';
  readonly title: string;
  readonly text: string;
  /** A second paragraph; it may change each second. */
  readonly more?: string;
  /** A new value asks for the agent's attention anew. */
  readonly occasion?: boolean;
  /** Buttons: the ways on. */
  readonly children: ReactNode;
}

const PANEL = '[data-debrief="panel"]';

/** Why the answers are not on the task, above the form. */
export function SaveNotice({ variant, title, text, more, occasion, children }: SaveNoticeProps) {
  const root = useRef<HTMLElement>(null);
  // Whoever pressed Complete may have scrolled past this. Who is answering is not moved away from it.
  useEffect(() => {
    const panel = root.current?.closest(PANEL);
    if (!panel?.contains(document.activeElement))
      root.current?.scrollIntoView({ block: 'nearest' });
  }, [occasion]);
  return (
    <Box ref={root}>
      <Callout variant={variant} i18nLabel={title}>
        <CalloutHeading as="h3">{title}</CalloutHeading>
        <CalloutText>{text}</CalloutText>
        {more === undefined ? null : <CalloutText>{more}</CalloutText>}
        {children ? (
          <Box
            display="flex"
            flexWrap="wrap"
            columnGap="space40"
            rowGap="space30"
            marginTop="space40"
          >
            {children}
          </Box>
        ) : null}
      </Callout>
    </Box>
  );
}
