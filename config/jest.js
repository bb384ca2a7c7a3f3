/** Jest for everything that needs no browser: unit, property, component, contract, golden and regression tests. */
module.exports = {
  rootDir: require('node:path').resolve(__dirname, '..'),
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Paste's class names are not under test, and its dists are CommonJS already.
  transformIgnorePatterns: [
    '/node_modules/(?!(idb|@leeoniya/ufuzzy|valibot|@twilio-paste/icons)/)',
  ],
  // Jest leaves one core to itself, which on two cores leaves one for the tests.
  maxWorkers: '100%',
  // A busy machine is no failure: the tests wait for states, never for time.
  testTimeout: 30_000,
  setupFilesAfterEnv: ['<rootDir>/test/support/jestSetup.ts'],
};
