import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import { richCatalog } from '../support/richCatalog';

// Elsewhere: a null list, a select without options or a list given as a text made the whole Flex page white, or eight
// radio buttons R, e, s, o, l, v, e, d; an option list that was missing switched "required" off.
describe('a list that is none', () => {
  const JUNK = [null, undefined, 'Resolved', {}, 7, [null], [[]], ['text'], [{}], [{ code: null }]];
  const LISTS = ['picklists', 'options', 'forms', 'sections', 'fields', 'slots', 'assignments'];

  /** The catalog as JSON.parse makes it, with the first list of that name replaced. */
  const withJunk = (list: string, junk: unknown): unknown => {
    let replaced = false;
    return JSON.parse(JSON.stringify(richCatalog), (key, value: unknown) => {
      if (key !== list || replaced) return value;
      replaced = true;
      return junk;
    }) as unknown;
  };

  it.each(LISTS)('is refused with its place: %s', (list) => {
    for (const junk of JUNK) {
      const result = parseCatalog(withJunk(list, junk));
      const paths = result.ok ? [] : result.error.map(({ path }) => path);
      expect(paths.filter((path) => path.includes(`/${list}`))).not.toEqual([]);
    }
  });
});
