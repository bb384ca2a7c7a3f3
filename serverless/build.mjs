import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Makes functions/*.js, one file per endpoint, as the Twilio CLI uploads them. The two packages of Twilio's stay
 * outside: the platform installs them by this folder's package.json.
 */
const here = dirname(fileURLToPath(import.meta.url));
const functions = join(here, 'functions');
const ENDPOINTS = ['attributes', 'catalog'];

mkdirSync(functions, { recursive: true });
for (const name of ENDPOINTS) {
  // Written aside and moved, so that a Function that starts meanwhile never reads half a file. The draft's name keeps
  // it from being an endpoint.
  const draft = join(functions, `.${name}.${process.pid}`);
  try {
    await build({
      entryPoints: [join(here, 'src', `${name}.ts`)],
      outfile: draft,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: ['twilio', 'twilio-flex-token-validator'],
      logLevel: 'error',
    });
    renameSync(draft, join(functions, `${name}.js`));
  } finally {
    rmSync(draft, { force: true });
  }
}
