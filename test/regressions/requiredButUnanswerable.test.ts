import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import { richCatalog } from '../support/richCatalog';

// Elsewhere: a configuration could require an answer that no agent was able to give, and completion was blocked for
// good.
it('a catalog that requires what cannot be answered is refused', () => {
  const catalog = JSON.parse(
    JSON.stringify(richCatalog).replace(/"code":"(invoice|dispute|other)",/g, '$&"archived":true,'),
  ) as unknown;
  expect(parseCatalog(catalog)).toEqual({
    ok: false,
    error: [
      {
        code: 'nothing-to-choose',
        path: '/forms/0/sections/0/fields/0/picklist',
        details: { needed: 1, choosable: 0 },
      },
    ],
  });
});
