import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Addresses } from '../control/api';

export interface ConsolePage {
  /** Served at `/` of the console's address, as `text/html; charset=utf-8`. */
  readonly html: string;
  /** Served at `/console.js`, as `text/javascript; charset=utf-8`. */
  readonly script: string;
}

const bundle = async (): Promise<string> => {
  const result = await build({
    entryPoints: [join(__dirname, 'mountConsole.tsx')],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return result.outputFiles[0]!.text;
};

/** As JSON inside a script element, where a `<` might close the element. */
const embedded = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

const page = (css: string, addresses: Addresses) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Debrief sandbox</title>
    <link rel="icon" href="data:," />
    <style>${css}</style>
  </head>
  <body>
    <div id="console"></div>
    <script type="application/json" id="addresses">${embedded(addresses)}</script>
    <script src="/console.js"></script>
  </body>
</html>
`;

/**
 * The operator console, ready to be served: call it once at start-up and keep the result. Beside the two files the
 * page needs only `/api/*` of its own origin (JSON bodies, and `/api/changes` as `text/event-stream`), and no CSP,
 * or one with `script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'`.
 */
export const consolePage = async (addresses: Addresses): Promise<ConsolePage> => {
  const [script, css] = await Promise.all([
    bundle(),
    readFile(join(__dirname, 'console.css'), 'utf8'),
  ]);
  return { html: page(css, addresses), script };
};
