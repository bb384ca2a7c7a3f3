import type { Edit } from '../../app/editing/edit';
import type { CatalogContent, CatalogProblem, LanguageTag } from '../../core/catalog/types';
import type { TranslateEditor } from '../../strings/editor/translateEditor';

export type { Edit };

/** What every tab of the catalog editor gets. */
export interface EditorTabProps {
  /** The draft as it is on this page. */
  readonly content: CatalogContent;
  /** What agents work with, so that what is in it counts as used: the version in force, or what stands in its place. */
  readonly used: CatalogContent | null;
  /** The language that names are shown in and written in. */
  readonly language: LanguageTag;
  readonly readOnly: boolean;
  /** Refusals and warnings of `content`, each with a JSON pointer into it. */
  readonly findings: readonly CatalogProblem[];
  /** The JSON pointer to show and focus; a new `request` number is a new wish. */
  readonly jump: { readonly pointer: string; readonly request: number } | null;
  /** One step of undo; `what` is its name for people, e.g. `Rename "Sales"`. */
  readonly edit: (what: string, change: Edit) => void;
  readonly t: TranslateEditor;
}
