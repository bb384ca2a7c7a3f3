import { useRef, useState, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import {
  Modal,
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from '@twilio-paste/core/modal';
import { TextArea } from '@twilio-paste/core/textarea';
import type { Outcome } from '../../../app/editing/publish';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { commandText } from './commandText';

interface NoteDialogProps {
  readonly title: string;
  /** Of the button that does it. */
  readonly action: string;
  /** Why it cannot be done right now; null: it can. */
  readonly hindrance: string | null;
  /** How far it is, while it is done. */
  readonly progress: string;
  readonly onConfirm: (note: string) => Promise<Outcome>;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly t: TranslateEditor;
}

/** As long as the service takes it. */
const NOTE_LIMIT = 500;

/** Shows what is about to become a version, and asks for the note that goes with it. */
export function NoteDialog(props: NoteDialogProps) {
  const { title, action, hindrance, onClose, t } = props;
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const text = note.trim();
  const noteProblem =
    text === ''
      ? isAsked
        ? t('note.missing')
        : null
      : text.length > NOTE_LIMIT
        ? t('note.too-long', { count: NOTE_LIMIT })
        : null;

  const confirm = async () => {
    setAsked(true);
    if (hindrance !== null) return;
    if (text === '' || text.length > NOTE_LIMIT) {
      noteRef.current?.focus();
      return;
    }
    setBusy(true);
    setRefused(null);
    const outcome = await props.onConfirm(text);
    setBusy(false);
    if (outcome.ok) onClose();
    else setRefused(commandText(t, outcome.error));
  };

  return (
    <Modal
      ariaLabelledby="debrief-note-title"
      isOpen
      onDismiss={isBusy ? () => undefined : onClose}
      size="wide"
      initialFocusRef={noteRef}
    >
      <ModalHeader i18nDismissLabel={t('dialog.close')}>
        <ModalHeading as="h2" id="debrief-note-title">
          {title}
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Box display="flex" flexDirection="column" rowGap="space60">
          {props.children}
          <Box>
            <Label htmlFor="debrief-note" required>
              {t('note.label')}
            </Label>
            <TextArea
              ref={noteRef}
              id="debrief-note"
              value={note}
              hasError={noteProblem !== null}
              aria-describedby="debrief-note-help"
              onChange={({ target }) => setNote(target.value)}
            />
            <HelpText id="debrief-note-help" variant={noteProblem === null ? 'default' : 'error'}>
              {noteProblem ?? t('note.help')}
            </HelpText>
          </Box>
          <Box role="status">{isBusy ? props.progress : null}</Box>
          <Box role="alert">
            {refused === null && !(isAsked && hindrance !== null) ? null : (
              <Callout variant="error">
                <CalloutText>{refused ?? hindrance}</CalloutText>
              </Callout>
            )}
          </Box>
        </Box>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" disabled={isBusy} onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button variant="primary" loading={isBusy} onClick={() => void confirm()}>
            {action}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
}
