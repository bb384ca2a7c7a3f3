import { always } from '../../src/app/catalogs/always';
import { asideLines } from '../../src/ui/agent/asideLines';
import { createTranslator } from '../../src/strings/translate';
import { smallCatalog } from '../support/smallCatalog';

/** Without a catalog service, what was put aside was listed by field ids and codes: the only catalog was not found. */
test('what was put aside is told in the words of the only catalog, and of no other version', async () => {
  const catalogs = always(smallCatalog);
  const aside = {
    reservationSid: 'WR1',
    reason: 'ended' as const,
    at: 0,
    formId: 'service',
    catalogVersion: 7,
    values: { outcome: { kind: 'choice', code: 'no-sale' } },
  };
  const found = await catalogs.find(aside.catalogVersion);
  expect(asideLines(aside, found, 'en', createTranslator('en'))).toEqual([
    { name: 'Outcome', value: 'No sale' },
  ]);
  expect(await catalogs.find(6)).toBeNull();
});
