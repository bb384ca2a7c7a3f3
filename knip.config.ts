import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: [
        'src/index.ts',
        'craco.config.js',
        'webpack.config.js',
        'webpack.dev.js',
        'config/**/*.{js,cjs}',
        'scripts/*.mjs',
        'sandbox/main.ts',
        'sandbox/page/browser/*.ts',
        'sandbox/console/mountConsole.tsx',
        'bench/**/*.{mjs,ts,tsx}',
        'test/**/*.{ts,tsx,mjs}',
      ],
      project: [
        'src/**/*.{ts,tsx}',
        'sandbox/**/*.{ts,tsx}',
        'scripts/**',
        'test/**',
        'bench/**',
        'parity/**',
      ],
    },
    serverless: {
      entry: ['src/attributes.ts', 'src/catalog.ts'],
      project: ['src/**/*.ts'],
    },
  },
  // Knip would call flex-plugin's override functions without a configuration.
  webpack: false,
  // A type named in a signature is exported so that a reader can find it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Jest resolves the environment that a test names from the root, not from the test.
  ignoreUnresolved: ['./test/support/zonedEnvironment.ts'],
  ignoreDependencies: [
    // Parts of @twilio/flex-ui, @twilio/flex-plugin-webpack and Paste that come with them.
    '@babel/preset-env',
    '@twilio-paste/design-tokens',
    'babel-loader',
    // Knip takes it for Node's own; in a browser it is this package.
    'buffer',
    'twilio-taskrouter',
    // Installed by the platform, and looked up by twilio-run.
    '@twilio/runtime-handler',
    'twilio-run',
    // Of the workspace `serverless`; tests replace the one and use the other.
    'twilio-flex-token-validator',
    'twilio',
    // Run by name in scripts/, or named in an esbuild alias.
    '@twilio/flex-plugin-webpack',
    'dependency-cruiser',
    'path-browserify',
    // Jest's name for its DOM environment, in the first line of component tests.
    'jsdom',
  ],
};

export default config;
