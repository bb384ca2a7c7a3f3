import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { FilePicker, FilePickerButton } from '@twilio-paste/core/file-picker';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { TextArea } from '@twilio-paste/core/textarea';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { readTextFile } from './readTextFile';

interface SourceInputProps {
  readonly id: string;
  readonly fileLabel: string;
  readonly pasteLabel: string;
  /** As the `accept` of a file input. */
  readonly accept: string;
  readonly help: string;
  readonly onText: (text: string) => void;
  readonly t: TranslateEditor;
}

/** A text from a file or from the clipboard; whichever was given last counts. */
export function SourceInput({
  id,
  fileLabel,
  pasteLabel,
  accept,
  help,
  onText,
  t,
}: SourceInputProps) {
  const [pasted, setPasted] = useState('');
  const [unreadable, setUnreadable] = useState<string | null>(null);

  const take = async (file: File | undefined) => {
    setPasted('');
    setUnreadable(null);
    onText('');
    if (!file) return;
    const text = await readTextFile(file);
    if (text === null) setUnreadable(file.name);
    else onText(text);
  };

  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      <Box>
        <Label htmlFor={`${id}-file`}>{fileLabel}</Label>
        <FilePicker
          id={`${id}-file`}
          accept={accept}
          aria-invalid={unreadable !== null}
          i18nNoSelectionText={t('exchange.noFile')}
          onChange={(event) => void take(event.target.files?.[0])}
        >
          <FilePickerButton variant="secondary">{t('exchange.chooseFile')}</FilePickerButton>
        </FilePicker>
        {/* Paste 15.3 describes the input by the file's name alone, so this is announced. */}
        <Box role="alert">
          {unreadable === null ? null : (
            <HelpText variant="error">{t('exchange.notUtf8', { file: unreadable })}</HelpText>
          )}
        </Box>
        <HelpText>{help}</HelpText>
      </Box>
      <Box>
        <Label htmlFor={`${id}-paste`}>{pasteLabel}</Label>
        <TextArea
          id={`${id}-paste`}
          value={pasted}
          spellCheck={false}
          onChange={(event) => {
            setPasted(event.target.value);
            setUnreadable(null);
            onText(event.target.value);
          }}
        />
      </Box>
    </Box>
  );
}
