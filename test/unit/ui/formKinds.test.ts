import { parseCatalog } from '../../../src/core/catalog/parseCatalog';
import { addField } from '../../../src/core/edit/forms';
import type { CatalogContent, Field } from '../../../src/core/catalog/types';
import { changeKind } from '../../../src/ui/supervisor/forms/changeKind';
import { FIELD_KINDS, newField } from '../../../src/ui/supervisor/forms/newField';
import { everyKind, everyKindCatalog } from '../../support/everyKindCatalog';

const named = (id: string) => ({ id, name: { en: id } });
const contentWith = (...fields: readonly Field[]): CatalogContent => ({
  ...everyKindCatalog,
  forms: [{ ...named('all'), sections: [{ ...named('main'), fields }] }],
});
const problems = (content: CatalogContent) => {
  const parsed = parseCatalog({ ...content, version: 1 });
  return parsed.ok ? [] : parsed.error;
};

test('fields of every kind, added one after the other, can be published as they are', () => {
  const full = FIELD_KINDS.reduce<CatalogContent>((content, kind) => {
    const form = content.forms[0]!;
    const field = newField(content, form, kind, `new-${kind}`, { en: kind });
    return addField(content, form.id, field, { section: 'main', before: null });
  }, contentWith());
  expect(problems(full)).toEqual([]);
  expect(full.forms[0]?.sections[0]?.fields.map(({ kind }) => kind)).toEqual(FIELD_KINDS);
});

test('a second field of a kind goes to a place of its own', () => {
  for (const kind of FIELD_KINDS.filter((one) => one !== 'media')) {
    const empty = contentWith();
    const first = newField(empty, empty.forms[0]!, kind, 'first', { en: 'first' });
    const one = contentWith(first);
    const second = newField(one, one.forms[0]!, kind, 'second', { en: 'second' });
    expect(problems(contentWith(first, second))).toEqual([]);
  }
});

const pairs = everyKind.flatMap((field) => FIELD_KINDS.map((kind) => [field, kind] as const));

test('any kind becomes any other, sound, with its name and id', () => {
  for (const [field, kind] of pairs) {
    const rules = { show: { '===': [{ var: 'channel' }, 'voice'] } };
    const { dependsOn: _with, ...alone } = { ...field, help: { en: 'help' }, rules } as Field & {
      readonly dependsOn?: string;
    };
    const from = alone as Field;
    const content = contentWith(from);
    const to = changeKind(content, content.forms[0]!, from, kind);
    expect(to).toMatchObject({ id: field.id, name: field.name, help: { en: 'help' }, rules, kind });
    expect({ from: field.kind, to: kind, problems: problems(contentWith(to)) }).toEqual({
      from: field.kind,
      to: kind,
      problems: [],
    });
  }
});

test('what fits the new kind stays', () => {
  const text: Field = {
    ...named('a'),
    kind: 'text',
    target: { path: 'conversations.content' },
    required: true,
    carryOver: true,
    suggest: 'copilot.summary',
    pii: true,
    multiline: true,
    case: 'upper',
    default: 'x',
  };
  const content = contentWith(text);
  const form = content.forms[0]!;
  expect(changeKind(content, form, text, 'reference')).toEqual({
    ...named('a'),
    kind: 'reference',
    target: { path: 'conversations.content' },
    required: true,
    carryOver: true,
    suggest: 'copilot.summary',
    pii: true,
    case: 'upper',
    pattern: '[A-Z0-9-]{4,20}',
    example: 'AB-1234',
  });
  expect(changeKind(content, form, text, 'text')).toBe(text);
});

test('the limits of a choice stay with its picklist, and end with it', () => {
  const limit = [{ when: true, options: ['sales'] }];
  const choice: Field = {
    ...named('a'),
    kind: 'choice',
    picklist: 'areas',
    levels: 'any',
    target: { path: 'conversations.outcome' },
    rules: { limit },
  };
  const content = contentWith(choice);
  const form = content.forms[0]!;
  expect(changeKind(content, form, choice, 'choices')).toMatchObject({
    picklist: 'areas',
    levels: 'any',
    rules: { limit },
  });
  expect(changeKind(content, form, choice, 'text')).not.toHaveProperty('rules');
});
