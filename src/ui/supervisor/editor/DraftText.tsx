import type { EditingState } from '../../../app/editing/editingState';
import { momentText } from '../../../strings/editor/momentText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface DraftTextProps extends Pick<EditingState, 'draft' | 'published'> {
  /** Be they saved or not. */
  readonly hasChanges: boolean;
  readonly language: string;
  readonly t: TranslateEditor;
}

/** Which version agents work with, and whether a draft waits to follow it. */
export function DraftText({ draft, published, hasChanges, language, t }: DraftTextProps) {
  const at = (moment: number): string => momentText(moment, language);
  const version = published
    ? t('editor.version', {
        version: String(published.header.version),
        by: published.header.by,
        at: at(published.header.at),
      })
    : t('editor.noVersion');
  return (
    <>
      {version} {draft ? draftText() : hasChanges ? null : t('editor.noDraft')}
    </>
  );

  function draftText(): string {
    if (!draft) return '';
    const saved = { by: draft.by, at: at(draft.at) };
    return draft.basedOn === 0
      ? t('editor.firstDraft', saved)
      : t('editor.draft', { version: String(draft.basedOn), ...saved });
  }
}
