import { Box } from '@twilio-paste/core/box';
import { useTheme } from '@twilio-paste/core/theme';
import type { EditingPorts } from '../../app/editing/ports';
import type { Translate } from '../../strings/translate';
import { later } from '../../ui/later/later';
import type { StandaloneEditorProps } from '../../ui/supervisor/editor/StandaloneEditor';
import { fetchEditor } from './supervisorPart';

export interface EditorViewProps {
  readonly ports: EditingPorts;
  readonly language: string;
  readonly translate: Translate;
}

const onError = (error: unknown): void => console.error('[debrief] the catalog editor', error);

const Editor = later<StandaloneEditorProps & { readonly t: Translate }>(
  () => fetchEditor().then(({ StandaloneEditor }) => StandaloneEditor),
  'space60',
);

/** The catalog editor, fetched when it is first looked at. */
export function EditorView({ ports, language, translate }: EditorViewProps) {
  const theme = useTheme();
  return (
    <Box height="100%" width="100%" backgroundColor="colorBackgroundBody" color="colorText">
      <Editor theme={theme} ports={ports} language={language} onError={onError} t={translate} />
    </Box>
  );
}
