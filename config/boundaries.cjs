/**
 * Who may import whom: core <- app <- {infra, ui} <- host/flex <- DebriefPlugin.
 * The sandbox knows the core and the built files only, the Functions know the core; tests and benchmarks may know everything, and nothing in src
 * knows any of them.
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

module.exports = {
  forbidden: [
    only(
      'core-is-pure',
      '^src/core/',
      [
        '^src/core/',
        '^node_modules/(valibot|json-logic-js|@types/json-logic-js|papaparse)/',
        '^node_modules/@noble/hashes/(esm/)?sha2\\.',
      ],
      'The core knows nothing but itself.',
    ),
    only(
      'app-knows-core',
      '^src/app/',
      [
        '^src/(app|core)/',
        '^node_modules/zustand/(esm/)?vanilla',
        // The types that other plugins get.
        '^public/debrief-api\\.d\\.ts$',
      ],
      'Use cases work on ports.',
    ),
    only(
      'infra-knows-app',
      '^src/infra/',
      ['^src/(infra|app|core)/', '^node_modules/(idb|twilio-sync)/'],
      'Adapters serve ports.',
    ),
    only(
      'ui-knows-app',
      '^src/ui/',
      [
        '^src/(ui|app|core|strings)/',
        '^node_modules/(react|@types/react|@twilio-paste|@leeoniya/ufuzzy|zustand)(/|$)',
        // Long trees and dragging, in the editor's chunk only.
        '^node_modules/@(tanstack/react-virtual|dnd-kit)(/|$)',
      ],
      'The panel draws sessions; it knows neither Flex nor storage.',
    ),
    {
      name: 'the-editor-is-fetched-when-looked-at',
      comment: 'Imported any other way it would weigh on every agent.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ui/supervisor|strings/editor|app/editing)/' },
      to: {
        path: '^src/(ui/supervisor|strings/editor|app/editing)/',
        // What there is where nothing is known or published: a few empty lists.
        pathNot: '^src/app/editing/(directory|noNews)\\.ts$',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    only('strings-know-core', '^src/strings/', ['^src/(strings|core|app)/'], 'Texts are data.'),
    {
      name: 'only-the-host-knows-flex',
      severity: 'error',
      from: {
        path: '^(src|sandbox|test|bench)/',
        pathNot: ['^src/host/flex/', '^sandbox/page/', '^test/(unit|contract)/host/'],
      },
      to: { path: '^node_modules/(@twilio/flex-ui|twilio-taskrouter)/' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|serverless|test|bench|parity|scripts|docs)/' },
    },
    {
      name: 'sandbox-knows-core',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src/(?!core/)|serverless|test|bench)' },
    },
    {
      name: 'functions-know-core',
      comment: 'Of the plugin, the Functions share the core and the starter catalog.',
      severity: 'error',
      from: { path: '^serverless/' },
      to: {
        path: '^(src|sandbox|test|bench|public)/',
        pathNot: ['^src/core/', '^public/starter-catalog\\.json$'],
      },
    },
    {
      name: 'saving-knows-no-twilio',
      comment: 'The use case runs in simulations too.',
      severity: 'error',
      from: { path: '^serverless/src/(save|catalog|pipeline|operations)/' },
      to: { path: ['^serverless/src/twilio/', 'node_modules/twilio'] },
    },
    {
      name: 'e2e-judges-from-outside',
      comment: 'What judges the code does not import it.',
      severity: 'error',
      from: {
        path: '^test/(e2e|faults)/',
        // What starts and prints the runs knows the simulation, which is the product's.
        pathNot: '^test/faults/(main|simulatedCells)\\.ts$',
      },
      to: { path: '^(src|sandbox|serverless)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'oracle-judges-from-outside',
      comment: 'It is written from the rules; only its test knows both sides.',
      severity: 'error',
      from: { path: '^test/oracle/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^test/oracle/', '^node_modules/fast-check/', '^(node:)?(fs|path)$'] },
    },
    {
      name: 'golden-cases-are-data',
      severity: 'error',
      from: { path: '^test/golden/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'questions-to-an-account-stand-alone',
      comment: 'They judge the sandbox, so they do not know it.',
      severity: 'error',
      from: { path: '^parity/' },
      to: { path: '^(src|sandbox|serverless|test|bench)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
