import type { Option, Picklist } from '../../../src/core/catalog/types';
import { treeKey } from '../../../src/ui/supervisor/picklists/treeKey';
import { treeRows } from '../../../src/ui/supervisor/picklists/treeRows';

const option = (code: string, parent?: string): Option => ({
  code,
  reported: code,
  name: { en: code },
  ...(parent === undefined ? {} : { parent }),
});
const picklist = (options: readonly Option[]): Picklist => ({ id: 'list', name: {}, options });
const sales = picklist([
  option('sales'),
  option('signup', 'sales'),
  option('service'),
  option('sent', 'service'),
  option('zero'),
]);
const codes = (list: Picklist, open: readonly string[], found?: readonly string[]) =>
  treeRows(list, new Set(open), found ? new Set(found) : null).map((row) => row.option.code);

describe('the lines of the tree', () => {
  test('are the open ones, each child after its parent, whatever their order in the list', () => {
    expect(codes(sales, [])).toEqual(['sales', 'service', 'zero']);
    const mixed = picklist([option('b', 'a'), option('c'), option('a')]);
    expect(codes(mixed, ['a'])).toEqual(['c', 'a', 'b']);
  });

  test('while a search finds some: these, and what is above them', () => {
    expect(codes(sales, [], ['sent'])).toEqual(['service', 'sent']);
  });

  test('of an unsound draft lose nothing: circles and orphans are at the top', () => {
    const circle = picklist([option('a', 'b'), option('b', 'a'), option('c', 'gone')]);
    expect(codes(circle, ['a', 'b'])).toEqual(['a', 'b', 'c']);
  });
});

describe('letters', () => {
  const rows = treeRows(sales, new Set(), null);
  const typed = { text: '', at: -1000 };
  const press = (key: string, active: number, timeStamp: number) =>
    treeKey(
      { key, timeStamp, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
      { rows, active, page: 9, typed, nameOf: ({ code }) => code },
    );

  test('one goes on to the next name that begins with it, and round', () => {
    expect(press('s', 0, 0)).toEqual({ kind: 'select', code: 'service' });
    expect(press('s', 1, 1000)).toEqual({ kind: 'select', code: 'sales' });
  });

  test('typed in a row they are one word, and after a pause another', () => {
    press('s', 2, 5000);
    expect(press('e', 0, 5100)).toEqual({ kind: 'select', code: 'service' });
    expect(press('z', 0, 9000)).toEqual({ kind: 'select', code: 'zero' });
  });

  test('that no name begins with go nowhere', () => {
    expect(press('q', 0, 20_000)).toBeNull();
  });
});
