import * as fc from 'fast-check';
import type { CatalogContent } from '../../src/core/catalog/types';
import { diffContent } from '../../src/core/diff/diffContent';
import { mergeContent } from '../../src/core/diff/mergeContent';
import { resolveClash } from '../../src/core/diff/resolveClash';
import type { Change, ChangePath, Clash } from '../../src/core/diff/types';
import { alikeContents as contents } from '../support/alikeContents';

type Json = Record<string, unknown>;

/** Forms as changes tell of them: fields beside sections. Written apart from the code under test. */
const withFlatForms = (content: CatalogContent): Json => ({
  ...content,
  forms: content.forms.map(({ sections, ...form }) => ({
    ...form,
    sections: sections.map(({ fields: _, ...section }) => section),
    fields: [...sections]
      .sort((one, other) => one.id.localeCompare(other.id))
      .flatMap(({ id, fields }) => fields.map((field) => ({ ...field, section: id }))),
  })),
});

/** What a path names, looked up without the code under test. */
const valueAt = (content: CatalogContent, path: ChangePath): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) {
      return (value as Json[]).find((item) => (item['code'] ?? item['id']) === step);
    }
    return value !== undefined && Object.hasOwn(value as Json, step)
      ? (value as Json)[step]
      : undefined;
  }, withFlatForms(content));

const isPrefix = (path: ChangePath, of: ChangePath): boolean =>
  path.every((step, position) => of[position] === step);
const meets = (one: ChangePath, other: ChangePath): boolean =>
  isPrefix(one, other) || isPrefix(other, one);

const isClear = ({ path, type }: Change, clashes: readonly Clash[]): boolean =>
  type !== 'moved' && !clashes.some((clash) => isPrefix(clash.path, path));

/** Whether a side's items stand in something: an option below an option, a field in a section. */
const isWithin = (content: CatalogContent, path: ChangePath): boolean => {
  const name = path[path.length - 1];
  if (path[2] === 'options') {
    const list = valueAt(content, path.slice(0, 3)) as { parent?: string }[] | undefined;
    return (list ?? []).some(({ parent }) => parent === name);
  }
  if (path[2] !== 'sections') return false;
  const fields = valueAt(content, [...path.slice(0, 2), 'fields']) as { section: string }[];
  return fields.some(({ section }) => section === name);
};

const triple = fc.tuple(contents, contents, contents);

test('where only one side has changed something, merging gives that side', () => {
  fc.assert(
    fc.property(contents, contents, (base, side) => {
      expect(mergeContent(base, side, base)).toEqual({ content: side, clashes: [] });
      expect(mergeContent(base, base, side)).toEqual({ content: side, clashes: [] });
      expect(mergeContent(base, side, side)).toEqual({ content: side, clashes: [] });
    }),
    { numRuns: 200 },
  );
});

test('merging keeps every change of both that does not clash', () => {
  fc.assert(
    fc.property(triple, ([base, mine, theirs]) => {
      const { content, clashes } = mergeContent(base, mine, theirs);
      for (const change of [...diffContent(base, mine), ...diffContent(base, theirs)]) {
        if (!isClear(change, clashes)) continue;
        const expected = 'after' in change ? change.after : undefined;
        expect(valueAt(content, change.path)).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
});

test('there is a clash only where both have touched the same thing in different ways', () => {
  fc.assert(
    fc.property(triple, ([base, mine, theirs]) => {
      const own = diffContent(base, mine);
      const others = diffContent(base, theirs);
      for (const { path, ...clash } of mergeContent(base, mine, theirs).clashes) {
        expect(clash.mine).not.toEqual(clash.theirs);
        expect(clash.mine).toEqual(valueAt(mine, path));
        expect(clash.theirs).toEqual(valueAt(theirs, path));
        const touchedByMine = own.some((change) => meets(change.path, path));
        const touchedByTheirs = others.some((change) => meets(change.path, path));
        const filled =
          (clash.mine === undefined && isWithin(theirs, path)) ||
          (clash.theirs === undefined && isWithin(mine, path));
        expect((touchedByMine && touchedByTheirs) || filled).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('both see the same clashes, from either side', () => {
  fc.assert(
    fc.property(triple, ([base, mine, theirs]) => {
      const places = (clashes: readonly Clash[]): readonly string[] =>
        clashes.map(({ path }) => JSON.stringify(path)).sort();
      const seenByMe = mergeContent(base, mine, theirs);
      const seenByThem = mergeContent(base, theirs, mine);
      expect(places(seenByMe.clashes)).toEqual(places(seenByThem.clashes));
    }),
  );
});

test('a clash holds one side until it is decided, and then the side that was chosen', () => {
  fc.assert(
    fc.property(triple, ([base, mine, theirs]) => {
      const { content, clashes } = mergeContent(base, mine, theirs);
      for (const clash of clashes) {
        expect(valueAt(content, clash.path)).toEqual(clash[clash.holds]);
        expect(resolveClash(content, clash, clash.holds)).toBe(content);
        for (const side of ['mine', 'theirs'] as const) {
          const decided = resolveClash(content, clash, side);
          expect(valueAt(decided, clash.path)).toEqual(clash[side]);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('clashes that are all decided for one side leave every change of that side', () => {
  fc.assert(
    fc.property(triple, fc.constantFrom('mine', 'theirs'), ([base, mine, theirs], side) => {
      const { content, clashes } = mergeContent(base, mine, theirs);
      const decided = clashes.reduce((now, clash) => resolveClash(now, clash, side), content);
      const chosen = side === 'mine' ? mine : theirs;
      for (const { type, path } of diffContent(base, chosen)) {
        if (type !== 'moved') expect(valueAt(decided, path)).toEqual(valueAt(chosen, path));
      }
    }),
    { numRuns: 200 },
  );
});

test('merging loses no option or section that something stands in', () => {
  fc.assert(
    fc.property(triple, ([base, mine, theirs]) => {
      const { content } = mergeContent(base, mine, theirs);
      for (const { id, options } of content.picklists) {
        const codes = options.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        for (const { code, parent } of options) {
          if (parent !== undefined)
            expect([id, code, codes.includes(parent)]).toEqual([id, code, true]);
        }
      }
      for (const form of content.forms) {
        for (const section of form.sections) expect(section.name).not.toEqual({});
        const ids = form.sections.flatMap(({ fields }) => fields.map((field) => field.id));
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    { numRuns: 200 },
  );
});
