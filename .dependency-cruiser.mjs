/**
 * Who may import whom. The stages of core form a line: what stands earlier may import what stands later,
 * never the other way; whatever must wake "backwards" registers itself.
 */
const stage = (name) => `^core/${name}/`;
const below = {
  db: [],
  job: ['db'],
  file: ['db', 'job'],
  event: ['db', 'job'],
  configuration: ['event', 'db'],
  identity: ['db'],
  access: ['db', 'identity'],
  channel: ['db', 'job'],
  decision: ['configuration', 'access', 'identity', 'db'],
  entity: ['configuration', 'access', 'identity', 'event', 'file', 'job', 'db'],
  flow: [
    'configuration',
    'decision',
    'entity',
    'access',
    'identity',
    'event',
    'file',
    'job',
    'db',
    'channel',
    'screen',
  ],
  screen: ['configuration', 'entity', 'access', 'identity', 'db'],
  people: [
    'configuration',
    'entity',
    'access',
    'identity',
    'event',
    'file',
    'job',
    'db',
    'channel',
    'screen',
  ],
  segment: ['entity', 'access', 'identity', 'event', 'job', 'db'],
  search: ['entity', 'access', 'identity', 'event', 'job', 'db'],
};
const stages = [...Object.keys(below), 'http'];

const upward = Object.entries(below).map(([from, allowed]) => ({
  name: `core-${from}-imports-only-below`,
  severity: 'error',
  comment: `core/${from} stands at its place on the road: it may import ${allowed.join(', ') || 'no other stage'}.`,
  from: { path: stage(from), pathNot: '\\.test\\.ts$' },
  to: {
    path: stages.filter((to) => to !== from && !allowed.includes(to)).map(stage),
    dependencyTypesNot: ['type-only'],
  },
}));

export default {
  forbidden: [
    ...upward,
    {
      name: 'expression-imports-nothing-of-core',
      severity: 'error',
      comment: 'Anything may import core/expression, so it imports nothing of core.',
      from: { path: stage('expression'), pathNot: '\\.test\\.ts$' },
      to: {
        path: '^core/',
        pathNot: [stage('expression'), '^core/locales/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-the-start-composes',
      severity: 'error',
      comment: 'A part takes what it needs as arguments; boot hands it over.',
      from: { path: stages.map(stage), pathNot: '\\.test\\.ts$' },
      to: { path: '^core/(boot|main|services|index)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'flow-step-is-pure',
      severity: 'error',
      comment:
        'The step has no I/O: it imports the graph, its elements, the expressions and nothing that acts.',
      from: { path: '^core/flow/(graph|elements|step)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: [
          '^core/(db|job|entity|event|http|identity|access|channel|file)/',
          '^node:',
          '^core/flow/shell/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'flow-step-needs-no-machine',
      severity: 'error',
      comment: 'No file, no clock, no process: what the step needs to know it asks for.',
      from: { path: '^core/flow/(graph|elements|step)/', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'plugins-import-only-the-core-index',
      severity: 'error',
      comment:
        'A first-party plugin uses nothing that a third party cannot: core/index.ts, and the api.ts of others.',
      from: { path: '^plugins/([^/]+)/', pathNot: ['/tests/', '^plugins/[^/]+/(web|widgets)/'] },
      to: {
        path: '^(core|plugins|web|designer|tests)/',
        pathNot: ['^core/index\\.ts$', '^plugins/$1/', '^plugins/[^/]+/api\\.ts$'],
      },
    },
    {
      name: 'plugins-import-only-the-web-index',
      severity: 'error',
      comment:
        "What a plugin shows in the browser uses web/index.ts and its own files, like a third party's.",
      from: { path: '^plugins/([^/]+)/(web|widgets)/' },
      to: { path: '^(core|plugins|web|designer|tests)/', pathNot: ['^web/index\\.ts$', '^plugins/$1/'] },
    },
    {
      name: 'core-knows-no-plugin',
      severity: 'error',
      comment: 'Plugins are found by core, never named by it.',
      from: { path: '^(core|web|designer)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^plugins/' },
    },
    {
      name: 'browser-imports-no-server-code',
      severity: 'error',
      comment:
        'Types of core may be shared, the description of the BPMN extension, what checks a diagram, what an expression means, what a condition asks, and what an overlay does to a screen; all other code stays on the server.',
      from: { path: '^(web|designer)/' },
      to: {
        path: '^core/',
        pathNot: [
          '^core/flow/moddle/relata\\.json$',
          '^core/flow/deploy/',
          '^core/expression/(?!isolated/|index)',
          '^core/screen/(tree|overlay|condition)/',
          '^core/locales/expression',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'server-imports-no-browser-code',
      severity: 'error',
      from: { path: '^(core|plugins)/', pathNot: ['\\.test\\.ts$', '^plugins/[^/]+/(web|widgets)/'] },
      to: { path: '^(web|designer)/' },
    },
    {
      name: 'only-tests-import-tests',
      severity: 'error',
      from: { path: '^(core|plugins|web|designer)/', pathNot: ['\\.test\\.ts$', '/tests/'] },
      to: { path: ['^tests/', '\\.test\\.ts$'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'A peer of the figures runs in a scratch folder, with packages of its own.',
      from: { path: '^(core|plugins|web|designer|tests)/', pathNot: '^tests/bench/peer/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'shipped-code-needs-no-development-package',
      severity: 'error',
      comment: 'The web part is built before it ships, and the build itself runs only where sources are.',
      from: {
        path: '^(core|plugins)/',
        pathNot: ['\\.test\\.ts$', '/tests/', '/testing/', '/web/', '^core/start/'],
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    exclude: { path: '^(dist|data|test-results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
