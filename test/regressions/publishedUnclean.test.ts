import { checkUsed } from '../../src/core/catalog/checkUsed';
import { parseCatalog, parsePublished } from '../../src/core/catalog/parseCatalog';
import { formOf, letterField } from '../support/formOf';

const withReported = (reported: string) => {
  const { catalog } = formOf([letterField('letter', 'conversations.outcome')]);
  const [list] = catalog.picklists;
  const [first, ...others] = list!.options;
  return {
    ...catalog,
    picklists: [{ ...list!, options: [{ ...first!, reported }, ...others] }],
  };
};

// An upgrade refused what was in force, and agents had no form.
test('a published text with a no-break space stays in use, and is refused where it is published anew', () => {
  const catalog = withReported('Billing\u00a0dispute');
  expect(parsePublished(catalog)).toMatchObject({ ok: true });
  expect(parseCatalog(catalog)).toMatchObject({ ok: false, error: [{ code: 'unclean-text' }] });
});

test('nothing else is excused', () => {
  expect(parsePublished(withReported(' A'))).toMatchObject({
    ok: false,
    error: [{ code: 'not-trimmed' }],
  });
});

test('its clean text is no other one', () => {
  expect(checkUsed(withReported('A\u00a0b'), withReported('A b'))).toEqual([]);
  expect(checkUsed(withReported('A b'), withReported('A\u00a0c'))).not.toEqual([]);
});
