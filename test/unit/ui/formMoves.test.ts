import * as fc from 'fast-check';
import type { CatalogContent, Field, Form } from '../../../src/core/catalog/types';
import { fieldsOf } from '../../../src/core/catalog/fieldsOf';
import { moveField, moveSection } from '../../../src/core/edit/forms';
import {
  dropField,
  dropSection,
  outlineRows,
  rowKey,
  stepField,
  stepSection,
} from '../../../src/ui/supervisor/forms/moves';

const named = (id: string) => ({ id, name: { en: id } });
const field = (id: string): Field => ({ ...named(id), kind: 'info' });

/** Sections a, b, c ... with as many fields as told: a1, a2 ... */
const formOf = (counts: readonly number[]): Form => ({
  ...named('form'),
  sections: counts.map((count, s) => {
    const id = String.fromCharCode(97 + s);
    const fields = Array.from({ length: count }, (_, n) => field(`${id}${n + 1}`));
    return { ...named(id), fields };
  }),
});
const contentOf = (form: Form): CatalogContent => ({
  schema: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'optional', wayOut: true },
  picklists: [],
  forms: [form],
  assignments: [],
});
const flat = (form: Form) => outlineRows(form).map(({ id }) => id);
const only = ({ forms: [form] }: CatalogContent): Form => form!;
const counts = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 });

const dropped = (form: Form, id: string, over: string): Form => {
  const place = dropField(form, id, over);
  return place ? only(moveField(contentOf(form), form.id, id, place)) : form;
};

test.each([
  [[2, 2], 'a1', 'field b1', 'a a2 b b1 a1 b2'],
  [[2, 2], 'b2', 'field a1', 'a b2 a1 a2 b b1'],
  [[2, 2], 'a1', 'section b', 'a a2 b a1 b1 b2'],
  [[2, 2], 'b1', 'section b', 'a a1 a2 b1 b b2'],
  [[2, 0], 'a1', 'section b', 'a a2 b a1'],
  [[2, 1], 'b1', 'section a', 'a b1 a1 a2 b'],
])('in %j the field %s dropped on %s gives %s', (sizes, id, over, expected) => {
  expect(flat(dropped(formOf(sizes), id, over)).join(' ')).toBe(expected);
});

test('a dropped field takes the line that it was dropped on, and nothing else changes its order', () => {
  fc.assert(
    fc.property(counts, fc.nat(), fc.nat(), (sizes, one, other) => {
      const form = formOf(sizes);
      const fields = fieldsOf(form);
      const rows = outlineRows(form);
      fc.pre(fields.length > 0);
      const { id } = fields[one % fields.length]!;
      const over = rows[other % rows.length]!;
      const before = flat(form);
      const after = flat(dropped(form, id, over.key));
      const without = (list: readonly string[]) => list.filter((item) => item !== id);
      expect(without(after)).toEqual(without(before));
      // A field cannot stand above the first section.
      const line = before.indexOf(over.id);
      expect(after.indexOf(id)).toBe(Math.max(1, line));
    }),
  );
});

test('a step down and a step up bring a field back, across sections too', () => {
  fc.assert(
    fc.property(counts, fc.nat(), (sizes, one) => {
      const form = formOf(sizes);
      const fields = fieldsOf(form);
      fc.pre(fields.length > 0);
      const { id } = fields[one % fields.length]!;
      const down = stepField(form, id, 'down');
      const isLast = flat(form).at(-1) === id;
      expect(down === null).toBe(isLast);
      if (!down) return;
      const moved = only(moveField(contentOf(form), form.id, id, down));
      expect(flat(moved)).not.toEqual(flat(form));
      const up = stepField(moved, id, 'up');
      expect(flat(only(moveField(contentOf(moved), form.id, id, up!)))).toEqual(flat(form));
    }),
  );
});

test('sections go up and down, and stop at the ends', () => {
  const form = formOf([1, 1, 1]);
  const moved = (id: string, before: string | null) =>
    only(moveSection(contentOf(form), form.id, id, before)).sections.map((section) => section.id);
  expect(moved('a', stepSection(form, 'a', 'down')!)).toEqual(['b', 'a', 'c']);
  expect(moved('b', stepSection(form, 'b', 'down')!)).toEqual(['a', 'c', 'b']);
  expect(moved('c', stepSection(form, 'c', 'up')!)).toEqual(['a', 'c', 'b']);
  expect(stepSection(form, 'a', 'up')).toBeUndefined();
  expect(stepSection(form, 'c', 'down')).toBeUndefined();
});

test('a section dropped on a line of another takes its place', () => {
  const form = formOf([1, 2, 1]);
  const moved = (id: string, over: string) => {
    const before = dropSection(form, id, over);
    return before === undefined
      ? null
      : only(moveSection(contentOf(form), form.id, id, before)).sections.map(
          (section) => section.id,
        );
  };
  expect(moved('a', rowKey('field', 'b2'))).toEqual(['b', 'a', 'c']);
  expect(moved('a', rowKey('section', 'c'))).toEqual(['b', 'c', 'a']);
  expect(moved('c', rowKey('field', 'a1'))).toEqual(['c', 'a', 'b']);
  expect(moved('b', rowKey('field', 'b1'))).toBeNull();
});
