import type { SaveState } from '../../../app/editing/editingState';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { timeOfDay } from '../../../strings/timeOfDay';

interface SaveTextProps {
  readonly save: SaveState;
  readonly language: string;
  readonly t: TranslateEditor;
}

/** How the draft on this page stands to the one that everybody sees. */
export function SaveText({ save, language, t }: SaveTextProps) {
  switch (save.status) {
    case 'saved':
      return save.at === null ? null : (
        <>{t('editor.saved', { time: timeOfDay(save.at, language) })}</>
      );
    case 'saving':
      return (
        <>
          {save.progress && save.progress.total > 1
            ? t('editor.savingProgress', { ...save.progress })
            : t('editor.saving')}
        </>
      );
    case 'failed':
      return <>{t('editor.notSaved')}</>;
    case 'changed':
    case 'clashing':
      return <>{t(`editor.${save.status}`)}</>;
  }
}
