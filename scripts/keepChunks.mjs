import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './run.mjs';

/**
 * `node scripts/keepChunks.mjs https://debrief-functions-1234-dev.twil.io`, before each deploy of the Functions.
 *
 * A deploy replaces all assets, and open tabs and a plugin that is rolled back still load the files they were built
 * with. So the files of the last deploys are fetched from where they are and deployed again, with those of this build.
 * Which files there are, deploy by deploy, is in an asset of its own: `debrief/index.json`.
 */
const KEPT = 5;
const INDEX = 'index.json';
/** A folder for the version and a file in it: what an index says is not trusted with paths. */
const PATH = /^(?!\.+\/)[\w.+-]+\/(?!\.)[\w.-]+\.js$/;
const HASH = /^[0-9a-f]{64}$/;

const {
  values: { build, assets },
  positionals,
} = parseArgs({
  allowPositionals: true,
  options: {
    build: { type: 'string', default: join(root, 'build', 'debrief') },
    assets: { type: 'string', default: join(root, 'serverless', 'assets', 'debrief') },
  },
});

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const readUrl = (text) => {
  try {
    const { protocol, hostname, href } = new URL(text);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
    if (isSafe) return href.replace(/\/+$/, '');
  } catch {
    // Said below.
  }
  return stop('Say where the Functions are: node scripts/keepChunks.mjs https://….twil.io');
};

const get = async (url) => {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    return stop(`${url} does not answer: ${error.message}`);
  }
};

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Path and hash of each file of this build. */
const builtFiles = () => {
  if (!existsSync(build)) stop(`There is no ${build}: npm run build makes it`);
  return readdirSync(build, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => PATH.test(path))
    .sort()
    .map((path) => ({ path, sha256: hashOf(readFileSync(join(build, path))) }));
};

const isFile = (file) => PATH.test(file?.path ?? '') && HASH.test(file?.sha256 ?? '');

/** The files of each deploy so far, the newest first; none where there was no deploy. */
const earlierDeploys = async (url) => {
  const address = `${url}/debrief/${INDEX}`;
  const reply = await get(address);
  if (reply.status === 404) return [];
  if (!reply.ok) stop(`${address} answers ${reply.status}`);
  try {
    const { deploys } = await reply.json();
    if (deploys.every((files) => files.every(isFile))) return deploys;
  } catch {
    // Said below.
  }
  return stop(`${address} is no list of files`);
};

const put = (path, bytes) => {
  mkdirSync(dirname(join(assets, path)), { recursive: true });
  writeFileSync(join(assets, path), bytes);
};

const url = readUrl(positionals[0]);
const built = builtFiles();
const isBuilt = (files) => JSON.stringify(files) === JSON.stringify(built);
const earlier = (await earlierDeploys(url)).filter((files) => !isBuilt(files));
const deploys = [built, ...earlier].slice(0, KEPT);

const contents = new Map(built.map(({ path }) => [path, readFileSync(join(build, path))]));
for (const { path, sha256 } of deploys.slice(1).flat()) {
  if (contents.has(path)) continue;
  const reply = await get(`${url}/debrief/${path}`);
  if (!reply.ok) stop(`${path} of an earlier deploy is gone: HTTP ${reply.status}`);
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (hashOf(bytes) !== sha256) stop(`${path} is not what was deployed: its hash is another one`);
  contents.set(path, bytes);
}

// All is there: now the assets may change.
rmSync(assets, { recursive: true, force: true });
for (const [path, bytes] of contents) put(path, bytes);
put(INDEX, `${JSON.stringify({ deploys }, null, 2)}\n`);
console.log(
  `${contents.size} files of ${deploys.length} deploys are in ${assets}; ${earlier.length + 1 - deploys.length} deploys dropped`,
);
