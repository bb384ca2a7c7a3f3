import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { JsonValue } from '../../src/core/json';
import { fail, ok, type Result } from '../../src/core/result';

export interface JsonTextProblem {
  /** Where in the text, from 0. */
  readonly offset: number;
  /** Line and column count from 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, in plain words, without the place. */
  readonly message: string;
}

/** By the parser's name for the error. */
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not a JSON value. Texts need double quotes.',
  InvalidNumberFormat: 'This is not a JSON number.',
  PropertyNameExpected:
    'A key in double quotes is expected here. No comma may stand before a closing brace.',
  ValueExpected: 'A value is expected here. No comma may stand before a closing bracket.',
  ColonExpected: 'A colon is expected between key and value.',
  CommaExpected: 'A comma is expected before this.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The JSON value has ended before this: remove what follows.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'JSON has no comments.',
  UnexpectedEndOfString: 'The closing double quote of this text is missing.',
  UnexpectedEndOfNumber: 'The number is not complete.',
  InvalidUnicode: 'A \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'This escape is unknown. A backslash itself is written \\\\.',
  InvalidCharacter: 'A control character has to be escaped, for example as \\n.',
};

const placeOf = (text: string, offset: number) => {
  const before = text.slice(0, offset).split('\n');
  return { offset, line: before.length, column: before[before.length - 1]!.length + 1 };
};

const firstError = (text: string): ParseError | undefined => {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors[0];
};

/** Reads JSON text; a problem comes with its place, which JSON.parse itself does not always tell. */
export const parseJsonText = (text: string): Result<JsonValue, JsonTextProblem> => {
  try {
    return ok(JSON.parse(text) as JsonValue);
  } catch {
    const error = firstError(text);
    return fail({
      ...placeOf(text, error?.offset ?? text.length),
      message: (error && MESSAGES[printParseErrorCode(error.error)]) ?? 'This is not JSON.',
    });
  }
};
