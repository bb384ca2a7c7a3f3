import { parseJsonText } from '../../../sandbox/console/parseJsonText';

const problemOf = (text: string) => {
  const parsed = parseJsonText(text);
  if (parsed.ok) throw new Error(`expected a problem in ${text}`);
  const { line, column, message } = parsed.error;
  return `${line}:${column} ${message}`;
};

describe('parseJsonText', () => {
  it('reads what JSON.parse reads', () => {
    expect(parseJsonText('{"a": [1, null, "ü"]}')).toEqual({
      ok: true,
      value: { a: [1, null, 'ü'] },
    });
  });

  it.each([
    [
      'a bare word on the third line',
      '{\n  "a": 1,\n  "b": yes\n}',
      '3:8 This is not a JSON value. Texts need double quotes.',
    ],
    ['a missing comma', '{"a": 1\n "b": 2}', '2:2 A comma is expected before this.'],
    ['a missing colon', '{"a" 1}', '1:6 A colon is expected between key and value.'],
    [
      'a comma too much in an object',
      '{"a": 1,}',
      '1:9 A key in double quotes is expected here. No comma may stand before a closing brace.',
    ],
    [
      'a comma too much in a list',
      '[1,]',
      '1:4 A value is expected here. No comma may stand before a closing bracket.',
    ],
    ['a missing brace', '{"a": {"b": 1}', '1:15 A closing brace } is missing.'],
    [
      'text after the end',
      '{} {}',
      '1:4 The JSON value has ended before this: remove what follows.',
    ],
    ['a comment', '{"a": 1 /* one */}', '1:9 JSON has no comments.'],
    ['an open text', '{"a": "b', '1:7 The closing double quote of this text is missing.'],
    [
      'an unknown escape',
      '{"a": "\\x"}',
      '1:7 This escape is unknown. A backslash itself is written \\\\.',
    ],
  ])('tells the place of %s', (_, text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });

  it('gives the offset too, so that the caret can go there', () => {
    const parsed = parseJsonText('{\n"a" 1}');
    expect(parsed).toMatchObject({ ok: false, error: { offset: 6, line: 2, column: 5 } });
  });
});
