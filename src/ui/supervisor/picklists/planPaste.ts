import { cleanText } from '../../../core/capture/storedText';
import type { CatalogContent, LanguageTag, Option } from '../../../core/catalog/types';
import { pasteOptions } from '../../../core/edit/pasteOptions';
import { VALUE_LIMIT } from '../../../core/insights/dictionary';

/** Why a line cannot be pasted, by the line's number from 1. */
export interface LineError {
  readonly line: number;
  readonly code: 'too-long' | 'level-skipped' | 'headings';
  /** Its text, or the beginning of it. */
  readonly text: string;
}

/** What pasting a text would do, before it does anything. */
export interface PastePlan {
  /** In the order and with the levels that they would have. */
  readonly added: readonly { readonly option: Option; readonly level: number }[];
  /** How many names are there already, and stay as they are. */
  readonly known: number;
  readonly errors: readonly LineError[];
}

const EXCERPT = 40;

/** Names that would be cut, and columns that nothing above leads to. */
function errorsOf(text: string): readonly LineError[] {
  const isTable = text.includes('\t');
  let depth = 0;
  // Else its headings would become options, and its codes their names.
  const [first = ''] = text.split(/\r\n?|\n/, 1);
  if (first.split(/[\t,;]/).some((cell) => cell.trim().toLowerCase() === 'code')) {
    return [{ line: 1, code: 'headings', text: first.slice(0, EXCERPT) }];
  }
  return text.split(/\r\n?|\n/).flatMap((row, index): readonly LineError[] => {
    const cells = (isTable ? row.split('\t') : [row]).map((cell) => cleanText(cell));
    const errors: LineError[] = [];
    for (const [level, name] of cells.entries()) {
      if (name === '') continue;
      const text = name.slice(0, EXCERPT);
      if (level > depth) errors.push({ line: index + 1, code: 'level-skipped', text });
      if (name.length > VALUE_LIMIT) errors.push({ line: index + 1, code: 'too-long', text });
      depth = level + 1;
    }
    return errors;
  });
}

/** What is pasted below `parent`, or with null at the top. */
export function planPaste(
  content: CatalogContent,
  picklistId: string,
  text: string,
  language: LanguageTag,
  parent: string | null,
): PastePlan {
  const before = new Set(
    content.picklists.find(({ id }) => id === picklistId)?.options.map(({ code }) => code),
  );
  const { content: after, known } = pasteOptions(content, picklistId, text, language, parent);
  const options = after.picklists.find(({ id }) => id === picklistId)?.options ?? [];
  const levels = new Map<string, number>();
  const added = options.flatMap((option) => {
    if (before.has(option.code)) return [];
    const level = (levels.get(option.parent ?? '') ?? 0) + 1;
    levels.set(option.code, level);
    return [{ option, level }];
  });
  return { added, known, errors: errorsOf(text) };
}
