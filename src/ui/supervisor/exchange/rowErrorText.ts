import type { FileErrorCode, RowError } from '../../../core/exchange/planImport';
import { findingText } from '../../../strings/editor/findingText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

const OF_FILES: Readonly<Record<FileErrorCode, true>> = {
  'no-rows': true,
  'unknown-column': true,
  'missing-column': true,
  'duplicate-column': true,
  'broken-row': true,
  'too-many-cells': true,
  'code-missing': true,
  'not-yes-or-no': true,
  'not-a-number': true,
  'not-a-shortcut': true,
  'not-a-day': true,
};
const isOfFile = (code: RowError['code']): code is FileErrorCode => Object.hasOwn(OF_FILES, code);

/** What is wrong with a row, and what to do about it. */
export function rowErrorText(t: TranslateEditor, { code, column, details }: RowError): string {
  if (!isOfFile(code)) return findingText(t, { code, path: '', details });
  // Which values a text takes is known by its code only.
  const say = t as (key: `exchange.error.${typeof code}`, values: typeof details) => string;
  return say(`exchange.error.${code}`, { ...details, column: column ?? '' });
}
