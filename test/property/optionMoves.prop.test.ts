import fc from 'fast-check';
import type { CatalogContent, Option } from '../../src/core/catalog/types';
import { moveOption } from '../../src/core/edit/options';
import {
  dropPlace,
  stepPlace,
  type Direction,
  type DropSide,
} from '../../src/ui/supervisor/picklists/moves';
import { picklistTree } from '../../src/ui/supervisor/picklists/picklistTree';
import { treeRows } from '../../src/ui/supervisor/picklists/treeRows';

/** A picklist as a tree: each option is below an earlier one, or at the top. */
const anyTree = fc
  .array(fc.option(fc.nat(), { freq: 2 }), { minLength: 2, maxLength: 12 })
  .map((above) =>
    above.map((of, index): Option => {
      const option = { code: `o${index}`, reported: `o${index}`, name: { en: `o${index}` } };
      return of === null || index === 0 ? option : { ...option, parent: `o${of % index}` };
    }),
  );
const contentOf = (options: readonly Option[]): CatalogContent => ({
  schema: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'optional', wayOut: true },
  picklists: [{ id: 'list', name: { en: 'List' }, options }],
  forms: [],
  assignments: [],
});
const picklistOf = (content: CatalogContent) => content.picklists[0]!;
/** The tree as it is seen, all open: level and code of each line. */
const seen = (content: CatalogContent) =>
  treeRows(
    picklistOf(content),
    new Set(picklistOf(content).options.map(({ code }) => code)),
    null,
  ).map(({ level, option }) => `${level} ${option.code}`);

const direction = fc.constantFrom<Direction>('up', 'down', 'in', 'out');
const side = fc.constantFrom<DropSide>('before', 'inside', 'after');
const BACK: Readonly<Partial<Record<Direction, Direction>>> = { up: 'down', down: 'up' };

test('a step by keyboard keeps every option, and up and down take each other back', () => {
  fc.assert(
    fc.property(anyTree, fc.nat(), direction, (options, at, wish) => {
      const content = contentOf(options);
      const { code } = options[at % options.length]!;
      const place = stepPlace(picklistTree(picklistOf(content)), code, wish);
      if (!place) return;
      const moved = moveOption(content, 'list', code, place);
      expect(seen(moved)).toHaveLength(options.length);
      expect(seen(moved)).not.toEqual(seen(content));
      const back = BACK[wish];
      if (!back) return;
      const again = stepPlace(picklistTree(picklistOf(moved)), code, back);
      expect(again && seen(moveOption(moved, 'list', code, again))).toEqual(seen(content));
    }),
  );
});

test('what is dropped is where the line was drawn, and nothing is dropped below itself', () => {
  fc.assert(
    fc.property(anyTree, fc.nat(), fc.nat(), side, fc.boolean(), (options, a, b, where, isOpen) => {
      const content = contentOf(options);
      const { code } = options[a % options.length]!;
      const target = options[b % options.length]!.code;
      const tree = picklistTree(picklistOf(content));
      const place = dropPlace(tree, code, target, where, isOpen);
      if (tree.branch(code).has(target)) {
        expect(place).toBeNull();
        return;
      }
      const moved = moveOption(content, 'list', code, place!);
      const after = picklistTree(picklistOf(moved));
      expect(seen(moved)).toHaveLength(options.length);
      const parent = after.above(code)[0];
      const siblings = (parent === undefined ? after.roots : after.childrenOf(parent)).map(
        (sibling) => sibling.code,
      );
      if (where === 'inside') expect(after.above(code)[0]).toBe(target);
      if (where === 'before') expect(siblings[siblings.indexOf(code) + 1]).toBe(target);
      const hasLineBelow = isOpen && tree.childrenOf(target).some((child) => child.code !== code);
      if (where === 'after' && hasLineBelow) {
        expect(parent).toBe(target);
        expect(siblings[0]).toBe(code);
      } else if (where === 'after') {
        expect(siblings[siblings.indexOf(code) - 1]).toBe(target);
      }
    }),
  );
});
