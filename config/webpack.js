const path = require('node:path');
const webpack = require('webpack');

const root = path.resolve(__dirname, '..');
const flexPluginWebpack = path.dirname(
  require.resolve('@twilio/flex-plugin-webpack/package.json', {
    paths: [require.resolve('@twilio/flex-plugin-scripts/package.json')],
  }),
);
const stub = (name) => path.join(__dirname, 'stubs', name);

/**
 * Dependencies whose files hold syntax newer than webpack 4's parser (`?.`, `??`, class fields).
 * Babel runs over src only unless told otherwise.
 */
const MODERN_SYNTAX = [
  'valibot',
  '@leeoniya/ufuzzy',
  'zustand',
  'idb',
  '@tanstack/react-virtual',
  '@tanstack/virtual-core',
];

/** What Paste carries and this plugin never uses; docs/decisions/0001-bundle-diet.md has the figures. */
const UNUSED_IN_PASTE = [
  // Only useThemeContrastCheck uses it, a helper for theme authors.
  [/color-contrast-utils/, stub('colorContrastUtils.js')],
  // 128 kB that only feed a console warning about deprecated tokens.
  [/design-tokens[\\/]dist[\\/]tokens\.raw\.json$/, stub('tokensRaw.json')],
  // Flex passes `default` or `dark`; the brand themes of Twilio's own consoles are never asked for.
  [
    /design-tokens[\\/]dist[\\/]themes[\\/](evergreen|sendgrid|twilio|twilio-dark)[\\/]tokens\.es6/,
    require.resolve('@twilio-paste/design-tokens/dist/tokens.es6.js'),
  ],
];

/** twilio-sync 4.0.1 is made for browsers of ten years ago; docs/decisions/0018-two-builds.md has the figures. */
const slimSync = (config) => {
  // Its `browser` file is one piece, with everything that it ever may need.
  config.resolve.alias['twilio-sync$'] = require.resolve('twilio-sync/dist/index.js');
  config.plugins.push(
    new webpack.NormalModuleReplacementPlugin(/^core-js[\\/]modules[\\/]/, stub('noPolyfill.js')),
  );
};

const slim = (config) => {
  const terser = config.optimization?.minimizer?.[0];
  if (!terser || !config.optimization.minimize) return;
  const options = terser.options.terserOptions;
  // Stock options keep every function name and write ES5: names are no contract of ours, and each browser
  // that Flex UI 2 supports reads ES2018.
  options.keep_fnames = false;
  options.keep_classnames = false;
  options.compress = { ...options.compress, ecma: 2018, passes: 2 };
  options.mangle = { safari10: false };
  options.output = { ...options.output, ecma: 2018 };
};

const { version } = require('../package.json');

/**
 * `DEBRIEF_BUILD=split`: what not every agent needs is in files of its own, which the Functions service hands out.
 * Else one file, since that is all that `flex-plugin deploy` uploads. docs/decisions/0018-two-builds.md has the reasons.
 */
const isSplit = () => process.env.DEBRIEF_BUILD === 'split';

/** For `npm run bench` only, which shows what the editor costs those who never open it. */
const leaveEditorOut = (config) => {
  config.output.path = path.join(root, 'build', 'without-editor');
  config.plugins.push(
    new webpack.NormalModuleReplacementPlugin(
      /[\\/](supervisorView|supervisorPart|indexedDbUnsaved)$/,
      stub('noEditor.js'),
    ),
  );
};

/** What only supervisors need, in a file of its own with its own copy of everything. */
const apart = (config) =>
  config.module.rules.push({
    test: path.join(root, 'src', 'host', 'flex', 'supervisorPart.ts'),
    // Before any other loader: those are for the compilation of the part.
    enforce: 'post',
    loader: path.join(__dirname, 'apart', 'loader.js'),
    options: {
      filename: `debrief/${version}/editor.[contenthash:8].js`,
      library: 'debriefEditor',
      exports: ['fetchEditor', 'lookAtAccount'],
    },
  });

const chunks = (config) => {
  // The default name is shared by every plugin on the page, so that chunk 0 of two plugins would clash.
  config.output.jsonpFunction = 'webpackJsonp_debrief';
  // A folder per version: an old tab, or a plugin rolled back, still finds the files it was built with.
  if (isSplit()) {
    config.output.chunkFilename = `debrief/${version}/[name].[contenthash:8].js`;
    apart(config);
  } else config.plugins.push(new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }));
};

module.exports = (config) => {
  slim(config);
  // Advice for web sites; the plugin's budget is in the benchmark.
  config.performance = { hints: false };

  config.module.rules.unshift({
    test: /\.m?js$/,
    include: MODERN_SYNTAX.map((name) => path.join(root, 'node_modules', name)),
    loader: require.resolve('babel-loader', { paths: [flexPluginWebpack] }),
    options: {
      babelrc: false,
      configFile: false,
      presets: [
        [
          require.resolve('@babel/preset-env', { paths: [flexPluginWebpack] }),
          { targets: 'chrome 79', modules: false },
        ],
      ],
    },
  });

  config.plugins.push(
    ...UNUSED_IN_PASTE.map(
      ([pattern, replacement]) => new webpack.NormalModuleReplacementPlugin(pattern, replacement),
    ),
  );

  // The starter catalog is one file, published in public/ and carried by the bundle: Flex's module scope
  // plugin would refuse an import from outside src.
  const scope = config.resolve.plugins.find((plugin) => plugin.allowedFiles instanceof Set);
  scope?.allowedFiles.add(path.join(root, 'public', 'starter-catalog.json'));
  scope?.allowedFiles.add(stub('noEditor.js'));
  scope?.allowedFiles.add(path.join(__dirname, 'apart', 'loadScript.js'));

  slimSync(config);
  if (config.output) chunks(config);
  if (process.env.DEBRIEF_EDITOR === 'none') leaveEditorOut(config);

  return config;
};
