import { useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { Text } from '@twilio-paste/core/text';
import type { EditingState } from '../../../app/editing/editingState';
import type { EditingCommands } from '../../../app/editing/openEditing';
import type { LanguageTag } from '../../../core/catalog/types';
import { timeOfDay } from '../../../strings/timeOfDay';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { DraftText } from './DraftText';
import { languageName } from './languagesOf';
import { SaveText } from './SaveText';

interface EditorHeaderProps {
  readonly state: EditingState;
  readonly commands: Pick<EditingCommands, 'undo' | 'redo'>;
  readonly onPublish: () => void;
  readonly onDiscard: () => void;
  /** Of names. */
  readonly languages: readonly LanguageTag[];
  readonly chosen: LanguageTag;
  readonly onChoose: (language: LanguageTag) => void;
  /** Of the page. */
  readonly language: string;
  readonly t: TranslateEditor;
}

/** What is being edited, by whom, how far it is saved; and what concerns all of it. */
export function EditorHeader(props: EditorHeaderProps) {
  const { state, commands, languages, chosen, language, t } = props;
  const { draft, history, others, published, readOnly, save } = state;
  const title = useRef<HTMLElement>(null);
  const canEdit = state.phase === 'ready' && readOnly === null;
  const hasChanges = draft !== null || save.status !== 'saved';
  const undoStep = history.past[history.past.length - 1]?.what;
  const redoStep = history.future[history.future.length - 1]?.what;

  /** Read out as it happens: that all goes well need not be told at each change. */
  const isTold = save.status === 'failed' || save.status === 'clashing';
  const saveText = (
    <span>
      <SaveText save={save} language={language} t={t} />
    </span>
  );

  // A button that gets disabled by its own press would take the keyboard's place in the page with it.
  const step = (go: () => void, isLast: boolean) => () => {
    if (isLast) title.current?.focus();
    go();
  };

  return (
    <Box display="flex" flexWrap="wrap" columnGap="space60" rowGap="space40" alignItems="flex-end">
      <Box flexGrow={1} flexBasis="20rem" minWidth="size0">
        <Box ref={title} tabIndex={-1} outline="none">
          <Heading as="h2" variant="heading20" marginBottom="space0">
            {t('editor.heading')}
          </Heading>
        </Box>
        {state.phase === 'loading' ? null : (
          <>
            <Text as="p" color="colorTextWeak" overflowWrap="anywhere">
              <DraftText
                draft={draft}
                published={published}
                hasChanges={hasChanges}
                language={language}
                t={t}
              />{' '}
              {canEdit && !isTold ? saveText : null}
            </Text>
            <Box role="status" overflowWrap="anywhere">
              {others ? (
                <Text as="p" color="colorTextWeak">
                  {t('editor.others', { by: others.by, time: timeOfDay(others.at, language) })}
                </Text>
              ) : null}
              {isTold ? <Text as="p">{saveText}</Text> : null}
            </Box>
          </>
        )}
      </Box>
      {state.phase === 'ready' && languages.length > 1 ? (
        <Box>
          <Label htmlFor="debrief-editor-language">{t('editor.language')}</Label>
          <Select
            id="debrief-editor-language"
            value={chosen}
            onChange={({ target }) => props.onChoose(target.value)}
          >
            {languages.map((tag) => (
              <Option key={tag} value={tag}>
                {languageName(tag, language)}
              </Option>
            ))}
          </Select>
        </Box>
      ) : null}
      {canEdit ? (
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
          <Button
            variant="secondary"
            disabled={undoStep === undefined}
            title={undoStep === undefined ? undefined : t('editor.undoStep', { what: undoStep })}
            onClick={step(commands.undo, history.past.length === 1)}
          >
            {t('editor.undo')}
          </Button>
          <Button
            variant="secondary"
            disabled={redoStep === undefined}
            title={redoStep === undefined ? undefined : t('editor.redoStep', { what: redoStep })}
            onClick={step(commands.redo, history.future.length === 1)}
          >
            {t('editor.redo')}
          </Button>
          <Button variant="secondary" disabled={!hasChanges} onClick={props.onDiscard}>
            {t('editor.discard')}
          </Button>
          <Button variant="primary" disabled={!hasChanges} onClick={props.onPublish}>
            {t('editor.publish')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
