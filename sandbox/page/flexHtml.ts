import type { PageSettings } from './pageSettings';
import type { PageScripts } from './pageScripts';

/**
 * Everything from this origin only, but for calls of the Functions and the parts of the plugin that are their assets,
 * which are of another origin in an account too.
 * `unsafe-eval` because Flex compiles Handlebars templates;
 * `unsafe-inline` for scripts because Flex draws an e-mail in a frame with inline scripts, which inherits this;
 * `unsafe-inline` for styles because Flex's emotion writes style elements;
 * blob: and data: never leave the machine.
 */
export const contentSecurityPolicy = (functions: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'unsafe-eval' 'unsafe-inline' ${functions}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' ${functions}`,
    "form-action 'self'",
    "base-uri 'self'",
  ].join('; ');

/** `</script>` inside JSON would end the element. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The page Flex runs in. `no-referrer`: else Flex redirects once more after login. The first child of #container
 * must flex to full height, which the hosted flex.css does and the npm package does not bring.
 */
export const flexHtml = (title: string, scripts: PageScripts, settings: PageSettings): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
*, body { box-sizing: border-box; }
html, body, #container { height: 100%; margin: 0; }
#container, #container > div { display: flex; flex-direction: column; flex: 1 1 auto; min-height: 0; }
</style>
</head>
<body>
<div id="container"></div>
<script type="application/json" id="sandbox-settings">${inScript(settings)}</script>
<script src="${scripts.before}"></script>
<script src="${scripts.flex}"></script>
<script src="${scripts.start}"></script>
</body>
</html>
`;
