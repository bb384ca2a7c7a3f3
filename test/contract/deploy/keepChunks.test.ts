import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The step before a deploy of the Functions, against a server that has what the last deploy left. */
const SCRIPT = join(__dirname, '..', '..', '..', 'scripts', 'keepChunks.mjs');

let folder: string;
let server: Server;
let url: string;
/** Answers instead of the deployed file. */
let answers: Map<string, { readonly status: number; readonly body: string }>;

const at = (...path: string[]) => join(folder, ...path);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debrief-chunks-'));
  answers = new Map();
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/debrief\//, '');
    const answer = answers.get(path);
    readFile(at('deployed', path)).then(
      (bytes) => response.writeHead(answer?.status ?? 200).end(answer?.body ?? bytes),
      () => response.writeHead(answer?.status ?? 404).end(answer?.body),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const keep = (address = url): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [
      SCRIPT,
      address,
      ...['--build', at('build')],
      ...['--assets', at('assets')],
    ]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    child.on('close', (code) => resolve({ code, said }));
  });

const build = async (files: Readonly<Record<string, string>>): Promise<void> => {
  await rm(at('build'), { recursive: true, force: true });
  await mkdir(at('build'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(at('build', path)), { recursive: true });
    await writeFile(at('build', path), text);
  }
};
/** As `twilio serverless:deploy` does: all assets are replaced. */
const deploy = async (): Promise<void> => {
  await rm(at('deployed'), { recursive: true, force: true });
  await cp(at('assets'), at('deployed'), { recursive: true });
};
const release = async (version: string): Promise<void> => {
  await build({
    [`${version}/editor.${version}.js`]: `editor of ${version}`,
    [`${version}/sync.js`]: `sync of ${version}`,
    [`${version}/editor.${version}.js.map`]: 'not for agents',
  });
  expect(await keep()).toMatchObject({ code: 0 });
  await deploy();
};
const served = async (path: string): Promise<string | number> => {
  const reply = await fetch(`${url}/debrief/${path}`);
  return reply.ok ? reply.text() : reply.status;
};

test('a deploy keeps the files of the last five', async () => {
  for (const version of ['1.0.0', '1.1.0', '2.0.0-rc.1', '2.0.0', '2.0.1', '2.1.0', '3.0.0']) {
    await release(version);
  }
  for (const version of ['2.0.0-rc.1', '2.0.0', '2.0.1', '2.1.0', '3.0.0']) {
    expect(await served(`${version}/editor.${version}.js`)).toBe(`editor of ${version}`);
    expect(await served(`${version}/sync.js`)).toBe(`sync of ${version}`);
  }
  for (const version of ['1.0.0', '1.1.0']) expect(await served(`${version}/sync.js`)).toBe(404);
  expect(await served('3.0.0/editor.3.0.0.js.map')).toBe(404);
});

test('the same build again is no other deploy', async () => {
  for (const version of ['1.0.0', '2.0.0', '2.0.0', '2.0.0', '2.0.0', '2.0.0']) {
    await release(version);
  }
  expect(await served('1.0.0/sync.js')).toBe('sync of 1.0.0');
});

test('another build of the same version keeps the files of the first', async () => {
  await build({ '1.0.0/editor.a.js': 'a' });
  await keep();
  await deploy();
  await build({ '1.0.0/editor.b.js': 'b' });
  await keep();
  await deploy();
  expect(await served('1.0.0/editor.a.js')).toBe('a');
  expect(await served('1.0.0/editor.b.js')).toBe('b');
});

describe('with anything wrong it stops, and the assets are as they were', () => {
  const indexWith = (path: string) =>
    JSON.stringify({ deploys: [[{ path, sha256: '0'.repeat(64) }]] });
  const WRONG: readonly (readonly [string, string, { status: number; body: string }, RegExp])[] = [
    ['a file was changed', '1.0.0/sync.js', { status: 200, body: 'evil()' }, /hash/],
    ['a file is gone', '1.0.0/sync.js', { status: 404, body: '' }, /gone/],
    ['no index can be had', 'index.json', { status: 500, body: '' }, /answers 500/],
    ['the index is a page', 'index.json', { status: 200, body: '<html>' }, /no list/],
    ['the index is of something else', 'index.json', { status: 200, body: '{}' }, /no list/],
    ...['../../x.js', '1.0.0/../../x.js', '../x.js', '/x.js', '1.0.0\\..\\x.js', '1.0.0/x.txt'].map(
      (path) =>
        [
          `the index names ${path}`,
          'index.json',
          { status: 200, body: indexWith(path) },
          /no list/,
        ] as const,
    ),
  ];
  it.each(WRONG)('%s', async (_, path, answer, why) => {
    const text = 'sync of 1.0.0';
    const sha256 = createHash('sha256').update(text).digest('hex');
    await mkdir(at('assets', '1.0.0'), { recursive: true });
    await writeFile(at('assets', '1.0.0', 'sync.js'), text);
    await writeFile(
      at('assets', 'index.json'),
      JSON.stringify({ deploys: [[{ path: '1.0.0/sync.js', sha256 }]] }),
    );
    await deploy();
    await build({ '2.0.0/sync.js': 'sync of 2.0.0' });
    answers.set(path, answer);
    const { code, said } = await keep();
    expect(code).toBe(1);
    expect(said).toMatch(why);
    expect(existsSync(at('assets', '1.0.0', 'sync.js'))).toBe(true);
    expect(existsSync(at('assets', '2.0.0'))).toBe(false);
  });

  it('no address, or one that anybody could listen to', async () => {
    await build({ '1.0.0/sync.js': 'x' });
    for (const address of ['', 'debrief', 'http://functions.example.com', 'file:///tmp']) {
      expect(await keep(address)).toMatchObject({
        code: 1,
        said: expect.stringContaining('Say where') as string,
      });
    }
  });

  it('nothing was built', async () => {
    expect(await keep()).toMatchObject({
      code: 1,
      said: expect.stringContaining('npm run build') as string,
    });
  });
});
