import * as fc from 'fast-check';
import { mergePatch } from '../../src/core/attributes/mergePatch';
import type { Patch } from '../../src/core/attributes/types';
import { attributes } from '../support/arbitraries';

const PATHS = [
  'conversations.outcome',
  'conversations.content',
  'conversations.conversation_measure_1',
  'customers.market_segment',
] as const;
const owned: ReadonlySet<string> = new Set(PATHS);

const operation = (path: string): fc.Arbitrary<Patch[number]> =>
  fc.oneof(
    fc.record({
      op: fc.constant('set' as const),
      path: fc.constant(path),
      value: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    }),
    fc.record({ op: fc.constant('unset' as const), path: fc.constant(path) }),
  );
const patchOn = (paths: readonly string[]): fc.Arbitrary<Patch> =>
  fc
    .tuple(...paths.map((path) => fc.option(operation(path))))
    .map((operations) => operations.flatMap((each) => each ?? []));
const patches = patchOn(PATHS);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything outside of `paths`, with the order of keys. Empty parents are left out: a patch may make them. */
const foreignOf = (input: unknown, paths: ReadonlySet<string>): string => {
  const text = Object.entries(input as Record<string, unknown>).flatMap(([root, value]) => {
    if ((root !== 'conversations' && root !== 'customers') || !isObject(value)) {
      return value === null && (root === 'conversations' || root === 'customers')
        ? []
        : [[root, value]];
    }
    const rest = Object.entries(value).filter(([key]) => !paths.has(`${root}.${key}`));
    return rest.length > 0 ? [[root, rest]] : [];
  });
  return JSON.stringify(text);
};

const mergedOr = (input: unknown, patch: Patch, paths = owned) => {
  const result = mergePatch(input, patch, paths);
  fc.pre(result.ok);
  return result.ok ? result.value : { attributes: {}, changed: false, size: 0 };
};

describe('mergePatch, for any attributes and any patch', () => {
  it('touches nothing but the paths it owns', () => {
    fc.assert(
      fc.property(attributes, patches, (input, patch) => {
        const { attributes: after } = mergedOr(input, patch);
        expect(foreignOf(after, owned)).toBe(foreignOf(input, owned));
      }),
    );
  });

  it('leaves its input as it was', () => {
    fc.assert(
      fc.property(attributes, patches, (input, patch) => {
        const before = JSON.stringify(input);
        mergePatch(input, patch, owned);
        expect(JSON.stringify(input)).toBe(before);
      }),
    );
  });

  it('has nothing left to do the second time, to the byte', () => {
    fc.assert(
      fc.property(attributes, patches, (input, patch) => {
        const first = mergedOr(input, patch);
        const second = mergedOr(JSON.parse(JSON.stringify(first.attributes)), patch);
        expect(second.changed).toBe(false);
        expect(JSON.stringify(second.attributes)).toBe(JSON.stringify(first.attributes));
      }),
    );
  });

  it('says what the patch says at every path of the patch', () => {
    fc.assert(
      fc.property(attributes, patches, (input, patch) => {
        const after = JSON.parse(JSON.stringify(mergedOr(input, patch).attributes));
        for (const each of patch) {
          const [root = '', key = ''] = each.path.split('.');
          const parent: unknown = after[root];
          const has = isObject(parent) && Object.prototype.hasOwnProperty.call(parent, key);
          expect(has ? [(parent as Record<string, unknown>)[key]] : []).toEqual(
            each.op === 'set' ? [each.value] : [],
          );
        }
      }),
    );
  });

  it('knows the size to the character', () => {
    fc.assert(
      fc.property(attributes, patches, (input, patch) => {
        const { attributes: after, size } = mergedOr(input, patch);
        expect(size).toBe(JSON.stringify(after).length);
      }),
    );
  });

  it('gives writers of different paths the same values in either order', () => {
    const mine = new Set<string>(PATHS.slice(0, 2));
    const theirs = new Set<string>(PATHS.slice(2));
    fc.assert(
      fc.property(attributes, patchOn([...mine]), patchOn([...theirs]), (input, first, second) => {
        const one = mergedOr(mergedOr(input, first, mine).attributes, second, theirs).attributes;
        const two = mergedOr(mergedOr(input, second, theirs).attributes, first, mine).attributes;
        expect(one).toEqual(two);
      }),
    );
  });

  it('never throws and never pollutes, whatever the input', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.string()), (input, paths) => {
        const patch: Patch = [...paths, '__proto__.x', 'constructor.x'].map((path) => ({
          op: 'set',
          path,
          value: 'polluted',
        }));
        mergePatch(isObject(input) ? {} : input, patch, new Set(paths));
        expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      }),
    );
  });
});
