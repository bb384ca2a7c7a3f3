import { en } from '../../../src/strings/en';
import { es as editorEs } from '../../../src/strings/editor/es';
import { es } from '../../../src/strings/es';
import { createTranslator } from '../../../src/strings/translate';

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const formsOf = (text: (typeof es)[keyof typeof es]): string[] =>
  typeof text === 'string' ? [text] : Object.values(text);

test('chooses the plural form of the language and writes numbers as it does', () => {
  const t = createTranslator('en');
  expect(t('progress.left', { count: 1 })).toBe('1 required answer left');
  expect(t('progress.left', { count: 2 })).toBe('2 required answers left');
  expect(t('choice.more', { count: 9950 })).toBe('9,950 more: type to narrow');
  const es = createTranslator('es');
  expect(es('progress.left', { count: 1 })).toBe('Falta 1 obligatoria');
  expect(es('progress.left', { count: 12345 })).toBe('Faltan 12.345 obligatorias');
});

test.each([
  ['es', 'Cierre'],
  ['es-MX', 'Cierre'],
  ['ES_es', 'Cierre'],
  ['en-GB', 'Wrap-up'],
  ['de', 'Wrap-up'],
  ['', 'Wrap-up'],
  ['constructor', 'Wrap-up'],
])('%p reads the tab as %p', (language, label) => {
  expect(createTranslator(language)('tab.label')).toBe(label);
});

test('a value is put in as it is, whatever it looks like', () => {
  const t = createTranslator('en');
  expect(t('field.clear', { field: '{field} $& $1' })).toBe('Clear {field} $& $1');
});

test('Spanish has each text of English, with the same values in it', () => {
  expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of Object.entries(en)) {
    const wanted = placeholders(formsOf(text).at(-1) ?? '');
    for (const form of formsOf(es[key as keyof typeof es])) {
      expect([key, placeholders(form)]).toEqual([key, wanted]);
    }
  }
});

test('Spanish speaks to people as tú, everywhere', () => {
  const spoken = [...Object.values(es), ...Object.values(editorEs)].flatMap(formsOf);
  const formal =
    /(?:^|[.:;,] |y )(?:Abra|Añada|Archive|Borre|Cambie|Copie|Corrija|Cree|Elija|Escriba|Indique|Pegue|Ponga|Pruebe|Pulse|Quite|Use|Vuelva)\b|\busted/i;
  expect(spoken.filter((text) => formal.test(text))).toEqual([]);
});
