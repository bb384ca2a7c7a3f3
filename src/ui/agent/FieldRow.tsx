import { memo, useEffect, useRef } from 'react';
import type { Session } from '../../app/session';
import { fieldComponent } from '../fields/fieldComponents';
import { FIELD_FRAME } from '../fields/FieldFrame';
import type { FieldProps } from '../fields/FieldProps';

interface FieldRowProps extends Omit<FieldProps, 'controlRef' | 'asked'> {
  /** The wish to focus this field, if the newest wish is about it. */
  readonly focus: Session['focus'];
}

/** A wish is granted once: coming back to the tab later must not move the focus again. */
const granted = new WeakSet<object>();

/** One field of the form. Rendered again only when something of its own changes: forms may have many. */
export const FieldRow = memo(function FieldRow({ focus, ...props }: FieldRowProps) {
  const controlRef = useRef<HTMLElement>(null);
  useEffect(() => {
    const control = controlRef.current;
    if (!focus || !control || granted.has(focus)) return;
    let frame = 0;
    const attempt = () => {
      control.focus();
      if (document.activeElement === control) {
        granted.add(focus);
        // The browser shows the control alone: its name may still be above the edge.
        control.closest(FIELD_FRAME)?.scrollIntoView({ block: 'nearest' });
      } else {
        // Flex UI 2.17.1 fades a tab in: for some frames it is still hidden, and nothing hidden takes the focus.
        frame = requestAnimationFrame(attempt);
      }
    };
    attempt();
    return () => cancelAnimationFrame(frame);
  }, [focus]);

  const FieldComponent = fieldComponent(props.field.kind);
  return <FieldComponent {...props} asked={focus !== null} controlRef={controlRef} />;
});
