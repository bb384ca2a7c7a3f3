import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..');
const stub = (name: string): string => join(ROOT, 'config', 'stubs', name);

/** What config/webpack.js leaves out of the plugin is left out here too. */
const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'bench', 'page', 'page.tsx')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2018',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      '@twilio-paste/color-contrast-utils': stub('colorContrastUtils.js'),
      '@twilio-paste/design-tokens/dist/tokens.raw.json': stub('tokensRaw.json'),
    },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};

const HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bench</title></head>
<body><div id="root"></div><script src="/page.js"></script></body></html>`;

export interface ServedPage {
  readonly address: string;
  readonly stop: () => void;
}

/** The bench page at an address of its own. Isolated, since Chromium blurs its clock to 0.1 ms otherwise. */
export const servePage = async (): Promise<ServedPage> => {
  const script = await bundle();
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(isScript ? script : HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
