import { useState } from 'react';
import { AlertDialog } from '@twilio-paste/core/alert-dialog';
import { Text } from '@twilio-paste/core/text';
import type { EditingCommands } from '../../../app/editing/openEditing';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { commandText } from './commandText';

interface DiscardDialogProps {
  readonly onDiscard: EditingCommands['discard'];
  readonly onClose: () => void;
  readonly t: TranslateEditor;
}

/** Asks before everybody's draft is thrown away. */
export function DiscardDialog({ onDiscard, onClose, t }: DiscardDialogProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const discard = async () => {
    const outcome = await onDiscard(t('discard.step'));
    if (outcome.ok) onClose();
    else setRefused(commandText(t, outcome.error));
  };
  return (
    <AlertDialog
      isOpen
      destructive
      heading={t('discard.title')}
      onConfirm={() => void discard()}
      onConfirmLabel={t('discard.action')}
      onDismiss={onClose}
      onDismissLabel={t('dialog.cancel')}
    >
      {t('discard.text')}
      {refused === null ? null : (
        <Text as="p" role="alert" color="colorTextError" marginTop="space40">
          {refused}
        </Text>
      )}
    </AlertDialog>
  );
}
