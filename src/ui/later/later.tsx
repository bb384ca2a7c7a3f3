import { useEffect, useRef, useState, type ComponentType, type RefObject } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import type { Translate } from '../../strings/translate';
import { assign } from '../fields/assign';

interface LaterProps {
  readonly t: Translate;
  /** The element that takes the focus when the part is asked for. */
  readonly controlRef?: RefObject<HTMLElement>;
}

/**
 * A component in a file of its own, which is loaded when it is first drawn. Meanwhile it says so, and where that
 * fails, it offers to try again: React.lazy would keep the failure for as long as the page lives.
 */
export function later<P extends LaterProps>(
  load: () => Promise<ComponentType<P>>,
  /** Around the words that stand in for it. */
  padding: 'space0' | 'space60' = 'space0',
): ComponentType<P> {
  let known: ComponentType<P> | null = null;

  return function Later(props: P) {
    const [Part, setPart] = useState(() => known);
    const [failed, setFailed] = useState(false);
    const [attempt, setAttempt] = useState(0);
    const placeholder = useRef<HTMLElement>(null);
    /** Whether the part was asked for while it was not there. */
    const wanted = useRef(false);
    const { t, controlRef } = props;

    useEffect(() => {
      if (Part) return undefined;
      let gone = false;
      load().then(
        (part) => {
          known = part;
          if (gone) return;
          wanted.current = document.activeElement === placeholder.current;
          setPart(() => part);
        },
        () => {
          if (!gone) setFailed(true);
        },
      );
      return () => {
        gone = true;
      };
    }, [Part, attempt]);

    useEffect(() => {
      if (Part && wanted.current) controlRef?.current?.focus();
    }, [Part, controlRef]);

    if (Part) return <Part {...props} />;
    return (
      <Box
        ref={(element: HTMLElement | null) => {
          assign(placeholder, element);
          if (controlRef) assign(controlRef, element);
        }}
        tabIndex={-1}
        role="status"
        color="colorTextWeak"
        padding={padding}
      >
        {failed ? t('part.failed') : t('part.loading')}{' '}
        {failed ? (
          <Button
            variant="link"
            onClick={() => {
              setFailed(false);
              setAttempt(attempt + 1);
            }}
          >
            {t('part.retry')}
          </Button>
        ) : null}
      </Box>
    );
  };
}
