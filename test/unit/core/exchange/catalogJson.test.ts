import * as fc from 'fast-check';
import Ajv from 'ajv';
import schema from '../../../../public/catalog.schema.json';
import { exportCatalog, importCatalog } from '../../../../src/core/exchange/catalogJson';
import { alikeContents } from '../../../support/alikeContents';
import { everyKindCatalog } from '../../../support/everyKindCatalog';

const { version: _version, ...everyKind } = everyKindCatalog;

test('an export is a catalog file of the published schema', () => {
  const validate = new Ajv().compile(schema);
  expect([validate(JSON.parse(exportCatalog(everyKind))), validate.errors]).toEqual([true, null]);
});

test('an import of an export is the same catalog', () => {
  expect(importCatalog(exportCatalog(everyKind))).toEqual({ ok: true, value: everyKind });
  fc.assert(
    fc.property(alikeContents, (content) => {
      expect(importCatalog(exportCatalog(content))).toEqual({ ok: true, value: content });
    }),
  );
});

test('a draft that cannot be published yet is imported all the same', () => {
  const unsound = { ...everyKind, assignments: [{ id: 'x', when: {}, form: 'nowhere' }] };
  expect(importCatalog(`\uFEFF${JSON.stringify(unsound)}`).ok).toBe(true);
});

test('what is no catalog is refused with its place', () => {
  expect(importCatalog('{')).toMatchObject({ ok: false, error: [{ code: 'not-json' }] });
  expect(importCatalog('"text"')).toMatchObject({ ok: false, error: [{ code: 'wrong-shape' }] });
  expect(importCatalog(JSON.stringify({ ...everyKind, colour: 'red' }))).toEqual({
    ok: false,
    error: [{ code: 'unknown-key', path: '/colour' }],
  });
});
