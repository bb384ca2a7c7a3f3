import { cleanText } from '../../src/core/capture/storedText';
import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

// A zero-width space was an answer: it satisfied "required" and then stored nothing.
it('a text of which nothing can be seen is missing', () => {
  const { catalog, form } = formOf([
    { ...textField('note', 'conversations.case'), required: true },
  ]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen({ do: 'gesture', gesture: { type: 'write', field: 'note', text: ' \u200b\u2066 ' } });
  expect(desk.happen({ do: 'complete' })).toEqual({ end: 'refused', problems: ['note missing'] });
});

// A joiner, a soft hyphen, a filler, a selector, a tag: each was an answer, though an empty box is what one saw.
it.each(
  [0x200d, 0xad, 0x180e, 0x34f, 0x115f, 0x3164, 0x2800, 0xfe0f, 0xe0041].map((code) => [
    code.toString(16),
    String.fromCodePoint(code),
  ]),
)('a text of U+%s alone is missing', (_code, text) => {
  const { catalog, form } = formOf([
    { ...textField('note', 'conversations.case'), required: true },
  ]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen({ do: 'gesture', gesture: { type: 'write', field: 'note', text } });
  expect(desk.happen({ do: 'complete' })).toEqual({ end: 'refused', problems: ['note missing'] });
});

// Copied from a web page, "New York" was a second value in reports.
it('a space that does not break is a space', () => {
  expect(cleanText('New\u00a0York')).toBe(cleanText('New York'));
});

it('the Arabic letter mark is a mark of direction like the others', () => {
  expect(cleanText('a\u061cb')).toBe('ab');
});

// In capitals some letters fall into several characters: the same text, typed and made, was two values in reports.
it('a text in another case is in one Unicode form', () => {
  const typed = 'Ϊ́';
  expect(cleanText('ΐ', 'upper')).toBe(cleanText(typed));
  expect(cleanText('ΐ', 'upper')).toBe(typed.normalize('NFC'));
});
