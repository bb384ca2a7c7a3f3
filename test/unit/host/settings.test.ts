import type { Manager } from '../../../src/host/flex/flexTypes';
import { isVersionCheckOn, languageOf, readSettings } from '../../../src/host/flex/settings';

const managerWith = (parts: {
  ui_attributes?: unknown;
  ui_language?: unknown;
  worker?: unknown;
  configuration?: unknown;
}) =>
  ({
    serviceConfiguration: { ui_attributes: parts.ui_attributes, ui_language: parts.ui_language },
    configuration: parts.configuration ?? {},
    store: { getState: () => ({ flex: { worker: { attributes: parts.worker } } }) },
  }) as unknown as Manager;

it('reads what admins set', () => {
  expect(
    readSettings(
      managerWith({ ui_attributes: { debrief: { enforcement: 'observe', wayOut: true } } }),
    ),
  ).toEqual({ catalog: undefined, enforcement: 'observe', wayOut: true, misunderstood: [] });
});

const NOTHING = { catalog: undefined, enforcement: undefined, wayOut: undefined };

it.each([undefined, null, 'text', [], {}, { debrief: null }, { debrief: {} }])(
  'takes %j for nothing set',
  (attributes) => {
    expect(readSettings(managerWith({ ui_attributes: attributes }))).toEqual({
      ...NOTHING,
      misunderstood: [],
    });
  },
);

it.each([
  [{ enforcement: 'always' }, 'enforcement'],
  [{ wayOut: 'yes' }, 'wayOut'],
  [{ enforcment: 'required' }, 'enforcment'],
  [['required'], 'debrief'],
])('names what is not understood in %j', (debrief, name) => {
  expect(readSettings(managerWith({ ui_attributes: { debrief } }))).toEqual({
    ...NOTHING,
    misunderstood: [name],
  });
});

describe('the address of our Functions', () => {
  const read = (functionsUrl: unknown) =>
    readSettings(managerWith({ ui_attributes: { debrief: { functionsUrl } } }));

  it.each([
    ['https://debrief-1234-dev.twil.io', 'https://debrief-1234-dev.twil.io'],
    ['https://debrief-1234-dev.twil.io/', 'https://debrief-1234-dev.twil.io'],
    [' https://twil.example/debrief// ', 'https://twil.example/debrief'],
    ['HTTPS://Twil.example:8443', 'https://twil.example:8443'],
    ['http://localhost:3001', 'http://localhost:3001'],
    ['http://localhost:3001/', 'http://localhost:3001'],
  ])('%p is %p', (given, url) => {
    expect(read(given)).toEqual({ ...NOTHING, functionsUrl: url, misunderstood: [] });
  });

  it.each([
    'http://debrief-1234-dev.twil.io',
    'http://localhost.twil.example',
    'http://127.0.0.1:3001',
    'debrief-1234-dev.twil.io',
    'javascript:alert(1)',
    'https://',
    'https://twil.example/?x=1',
    '',
    null,
    7,
    ['https://twil.example'],
  ])('%j is none, and that is told', (given) => {
    expect(read(given)).toEqual({ ...NOTHING, misunderstood: ['functionsUrl'] });
  });
});

it('knows whether the version check is on', () => {
  const on = { sdkOptions: { worker: { enableVersionCheck: true } } };
  expect(isVersionCheckOn(managerWith({ configuration: on }))).toBe(true);
  expect(isVersionCheckOn(managerWith({}))).toBe(false);
});

it("speaks the worker's language, else Flex's, else English", () => {
  expect(languageOf(managerWith({ worker: { language: 'es' }, ui_language: 'en' }))).toBe('es');
  expect(languageOf(managerWith({ ui_language: 'es' }))).toBe('es');
  expect(languageOf(managerWith({}))).toBe('en');
});

it.each([
  ['pt_br', 'pt-BR'],
  ['ES-mx', 'es-MX'],
  ['constructor', 'en'],
  ['__proto__', 'en'],
  ['', 'en'],
])('takes the language "%s" for %s', (language, tag) => {
  expect(languageOf(managerWith({ worker: { language } }))).toBe(tag);
});
