import type { KnipConfig } from 'knip';

const config: KnipConfig = {
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
  project: ['src/**/*.{ts,tsx}', 'sandbox/**/*.{ts,tsx}', 'scripts/**', 'test/**', 'bench/**'],
  // The owner's list of packages; Flex brings some at run time.
  ignoreDependencies: ['@twilio/flex-plugin-scripts', 'react-dom'],
};

export default config;
