import Ajv from 'ajv';
import schema from '../../../public/catalog.schema.json';
import starter from '../../../public/starter-catalog.json';
import { parseCatalog } from '../../../src/core/catalog/parseCatalog';
import { everyKind, everyKindCatalog } from '../../support/everyKindCatalog';
import { richCatalog } from '../../support/richCatalog';
import { smallCatalog } from '../../support/smallCatalog';

// Any place in a catalog may be overwritten with anything.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const validate = new Ajv().compile(schema);
const SHAPE = ['missing-key', 'unknown-key', 'wrong-shape', 'out-of-range', 'wrong-target'];
const shapeIsWrong = (catalog: unknown): boolean => {
  const parsed = parseCatalog(catalog);
  return !parsed.ok && parsed.error.some(({ code }) => SHAPE.includes(code));
};

test.each([
  ['starter', starter],
  ['every kind', everyKindCatalog],
  ['rich', richCatalog],
  ['small', smallCatalog],
])('the schema takes the catalog "%s"', (_name, catalog) => {
  expect([validate(catalog), validate.errors]).toEqual([true, null]);
});

const last = everyKind.length - 1;

test.each<[string, (catalog: Loose, fields: Loose[]) => void]>([
  ['no version', (catalog) => delete catalog.version],
  ['an unknown key', (catalog) => (catalog.title = 'x')],
  ['an unknown key of a field', (_, fields) => (fields[0].requird = true)],
  ['no target', (_, fields) => delete fields[3].target],
  ['half a pair', (_, fields) => (fields[0].target = { attribute: 'x' })],
  ['an unknown enforcement', (catalog) => (catalog.policies.enforcement = 'hard')],
  ['a rating of eleven', (_, fields) => (fields[6].max = 11)],
  ['a step of 0', (_, fields) => (fields[5].step = 0)],
  ['an unknown type of media', (_, fields) => (fields[12].types = ['Film'])],
  ['a target for an information', (_, fields) => (fields[last].target = { path: 'x' })],
  ['texts that are no texts', (_, fields) => (fields[last].text = 'Read')],
  ['a kind that is no text', (_, fields) => (fields[last].kind = 1)],
])('the schema refuses as the parser does: %s', (_what, change) => {
  const catalog = JSON.parse(JSON.stringify(everyKindCatalog)) as Loose;
  change(catalog, catalog.forms[0].sections[0].fields);
  expect(shapeIsWrong(catalog)).toBe(true);
  expect(validate(catalog)).toBe(false);
});

test('the schema takes a kind of a later version, as the parser does', () => {
  const catalog = JSON.parse(JSON.stringify(everyKindCatalog)) as Loose;
  catalog.forms[0].sections[0].fields[last] = {
    kind: 'signature',
    id: 'later',
    name: { en: 'Later' },
    strokes: 3,
  };
  expect(shapeIsWrong(catalog)).toBe(false);
  expect(validate(catalog)).toBe(true);
});
