import { parseCatalog } from '../../src/core/catalog/parseCatalog';

// A separator was taken with characters that nobody sees, and each joined value had them.
const named = (text: string) => ({ en: text });
const parse = (separator: string) =>
  parseCatalog({
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'optional', wayOut: false },
    picklists: [
      {
        id: 'list',
        name: named('List'),
        options: ['a', 'b'].map((code) => ({ code, reported: code, name: named(code) })),
      },
    ],
    forms: [
      {
        id: 'form',
        name: named('Form'),
        sections: [
          {
            id: 'all',
            name: named('All'),
            fields: [
              {
                kind: 'choices',
                id: 'several',
                name: named('Several'),
                picklist: 'list',
                levels: 'any',
                joined: { path: 'conversations.outcome', separator },
              },
            ],
          },
        ],
      },
    ],
    assignments: [],
  });

it.each(['\u202e|', '|\u0000', '\u200b', '\n', '\r\n', '\t', '\u2028', '\u0301'])(
  '%j is refused',
  (separator) => {
    expect(parse(separator)).toMatchObject({
      ok: false,
      error: [{ code: 'unclean-text', path: '/forms/0/sections/0/fields/0/joined/separator' }],
    });
  },
);

it.each(['|', ' | ', ', ', ' ▸ '])('%j is none of those', (separator) => {
  expect(parse(separator).ok).toBe(true);
});
