import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';
import type { DebriefApiV1 } from '../../../public/debrief-api';
import { createApi } from '../../../src/app/api';
import { always } from '../../../src/app/catalogs/always';
import { createAppState } from '../../../src/app/sessions';
import { publishApi } from '../../../src/host/flex/publishApi';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const ROOT = join(__dirname, '../../..');
const TYPES = join(ROOT, 'public/debrief-api.d.ts');

const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(
  readFileSync(join(ROOT, 'docs/api.md'), 'utf8'),
)!;

/** What authors of plugins are told of each code, with nothing but our file of types. */
const problemsOf = (codes: readonly string[]): readonly (readonly string[])[] => {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-api-'));
  const files = codes.map((code, number) => {
    const file = join(folder, `plugin${number}.ts`);
    writeFileSync(file, `declare const Flex: any;\n${code}\nexport {};\n`);
    return file;
  });
  const program = ts.createProgram([...files, TYPES], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2020,
    lib: ['lib.es2020.d.ts', 'lib.dom.d.ts'],
  });
  return files.map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
};

it('the types alone are enough for the plugin of docs/api.md, and let none answer, listen to what there is not, or write what it reads', () => {
  expect(example).toContain('debrief.suggest(');
  const problems = problemsOf([
    example,
    `window.debrief!.v1.answer('WR1', {});`,
    `window.debrief!.v1.on('answered', () => undefined);`,
    `window.debrief!.v1.state('WR1')!.lacking = [];`,
  ]);
  expect(problems.map(({ length }) => length)).toEqual([0, 1, 1, 1]);
}, 60_000);

it('what stands in the page is what the types say, and nothing else', () => {
  const app = createAppState(always(smallCatalog), createFakePorts(createFakeTask({})).ports);
  publishApi(createApi(app, () => undefined).v1);
  const { debrief } = globalThis as unknown as { debrief: { v1: DebriefApiV1 } };
  expect(Object.keys(debrief)).toEqual(['v1']);
  expect(Object.keys(debrief.v1).sort()).toEqual(['on', 'state', 'suggest']);
  expect(() => Object.assign(globalThis, { debrief: null })).toThrow(TypeError);
  expect(() => Object.assign(debrief, { v1: null })).toThrow(TypeError);
  const events = /interface DebriefEvents \{([\s\S]*?)\n\}/.exec(readFileSync(TYPES, 'utf8'))![1]!;
  expect([...events.matchAll(/readonly (\w+): \{/g)].map(([, name]) => name)).toEqual([
    'opened',
    'changed',
    'saved',
    'stopped',
    'completed',
  ]);
});
