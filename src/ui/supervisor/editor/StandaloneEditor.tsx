import { useMemo } from 'react';
import { Globals, useReducedMotion } from '@twilio-paste/core/animation-library';
import { ThemeProvider } from '@twilio-paste/core/styling-library';
import type { useTheme } from '@twilio-paste/core/theme';
import { UIDFork } from '@twilio-paste/core/uid-library';
import { createEditorTranslator } from '../../../strings/editor/translateEditor';
import { CatalogEditor, type CatalogEditorProps } from './CatalogEditor';
import { EditorErrorBoundary } from './EditorErrorBoundary';

export interface StandaloneEditorProps extends CatalogEditorProps {
  /** Of the page around it. */
  readonly theme: ReturnType<typeof useTheme>;
}

/**
 * The editor with a copy of Paste that may be another one than the page's: what Paste's provider does for the page's,
 * the theme, still pictures for those who want them so, and ids, is done for this one here.
 */
export function StandaloneEditor({ theme, ...editor }: StandaloneEditorProps) {
  const skipAnimation = useReducedMotion();
  useMemo(() => Globals.assign({ skipAnimation }), [skipAnimation]);
  const t = useMemo(() => createEditorTranslator(editor.language), [editor.language]);
  return (
    <ThemeProvider theme={theme}>
      <UIDFork prefix="debrief-editor-">
        <EditorErrorBoundary t={t} onError={editor.onError}>
          <CatalogEditor {...editor} />
        </EditorErrorBoundary>
      </UIDFork>
    </ThemeProvider>
  );
}
