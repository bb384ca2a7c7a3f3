import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import type { FieldIntent } from '../../core/capture/types';
import type { FieldProps } from './FieldProps';

interface TakeOverNoteProps extends Pick<FieldProps, 'dispatch' | 'controlRef'> {
  /** Of the text, without the button: the field's control is described by it. */
  readonly textId: string;
  readonly text: ReactNode;
  /** What the button does, by its text and its name; null: there is no button. */
  readonly takeOver: {
    readonly intent: FieldIntent;
    readonly text: string;
    readonly name: string;
  } | null;
}

/** What somebody else would answer, and a button to make it the agent's answer. Nothing else does. */
export function TakeOverNote(props: TakeOverNoteProps) {
  const { textId, text, takeOver, dispatch, controlRef } = props;
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="baseline"
      columnGap="space30"
      marginTop="space30"
      color="colorTextWeak"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
    >
      {/* Notes have lines. */}
      <Box id={textId} minWidth="size0" whiteSpace="pre-line">
        {text}
      </Box>
      {takeOver ? (
        <Button
          variant="link"
          aria-label={takeOver.name}
          aria-describedby={textId}
          onClick={() => {
            // Together: what the agent has typed before stays a step of undo of its own.
            dispatch({ type: 'together', intents: [takeOver.intent] });
            // The button goes away with what it takes over; the focus must not go with it.
            controlRef.current?.focus();
          }}
        >
          {takeOver.text}
        </Button>
      ) : null}
    </Box>
  );
}
