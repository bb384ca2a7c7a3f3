import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, version as esbuildVersion } from 'esbuild';
import { ROOT, SANDBOX } from '../paths';

/** Addresses of the page's three scripts, in the order in which they run. */
export interface PageScripts {
  readonly before: string;
  readonly flex: string;
  readonly start: string;
}

export const SCRIPTS_PATH = '/sandbox/';
const CACHE = join(ROOT, '.cache', 'flex-page');
const BROWSER = join(SANDBOX, 'page', 'browser');

const packageVersion = (name: string): string => {
  const require = createRequire(join(ROOT, 'package.json'));
  return (require(`${name}/package.json`) as { version: string }).version;
};

/** A name that changes with everything that goes into the bundle. */
const flexFileName = (): string => {
  const hash = createHash('sha256');
  for (const name of ['@twilio/flex-ui', 'react', 'react-dom', 'twilio-taskrouter']) {
    hash.update(`${name}@${packageVersion(name)} `);
  }
  hash.update(esbuildVersion);
  for (const file of ['flexEntry.ts', 'nodeShims.ts'])
    hash.update(readFileSync(join(BROWSER, file)));
  return `flex-${packageVersion('@twilio/flex-ui')}-${hash.digest('hex').slice(0, 12)}.js`;
};

/** 17 MB that take seconds to bundle: built once per set of versions. */
const bundleFlex = async (): Promise<string> => {
  const name = flexFileName();
  const file = join(CACHE, name);
  if (existsSync(file)) return name;
  mkdirSync(CACHE, { recursive: true });
  // Written aside and moved, so that a run broken off, or one beside this, never leaves half a bundle.
  const draft = `${file}.${process.pid}`;
  try {
    await build({
      entryPoints: [join(BROWSER, 'flexEntry.ts')],
      outfile: draft,
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: 'chrome100',
      inject: [join(BROWSER, 'nodeShims.ts')],
      define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
      alias: { path: 'path-browserify' },
      loader: { '.css': 'text' },
      logLevel: 'error',
    });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return name;
};

const bundleSmall = async (entry: string): Promise<string> => {
  const result = await build({
    entryPoints: [join(BROWSER, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome100',
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
};

/** The scripts of the Flex page: their addresses, and how to read what is at one. */
export class ScriptStore {
  private built: Promise<PageScripts> | null = null;
  private readonly small = new Map<string, string>();

  /** Builds at the first call; later calls share it. */
  scripts(): Promise<PageScripts> {
    this.built ??= this.buildAll();
    return this.built;
  }

  read(name: string): Buffer | null {
    const small = this.small.get(name);
    if (small !== undefined) return Buffer.from(small);
    const file = join(CACHE, name);
    return /^flex-[\w.-]+\.js$/.test(name) && existsSync(file) ? readFileSync(file) : null;
  }

  private async buildAll(): Promise<PageScripts> {
    const [flex, before, start] = await Promise.all([
      bundleFlex(),
      bundleSmall('before.ts'),
      bundleSmall('start.ts'),
    ]);
    this.small.set('before.js', before);
    this.small.set('start.js', start);
    return {
      before: `${SCRIPTS_PATH}before.js`,
      flex: SCRIPTS_PATH + flex,
      start: `${SCRIPTS_PATH}start.js`,
    };
  }
}
