const modulesBottomUp = [
  'identity',
  'media',
  'catalog',
  'knowledge-base',
  'memory',
  'search',
  'social',
  'alerts',
  'notifications',
  'imports',
  'sources',
  'insights',
  'assistant',
  'operations',
];

/** A module may use the modules before it in the list, never the ones after it. */
const order = modulesBottomUp.slice(0, -1).map((name, index) => ({
  name: `${name}-stays-below`,
  severity: 'error',
  from: { path: `^server/modules/${name}/` },
  to: { path: `^server/modules/(${modulesBottomUp.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      // A component may draw itself inside itself.
      from: { pathNot: 'InlineText\\.svelte$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'front-doors-only',
      comment: 'A module, an engine or a platform part is entered through its index.ts.',
      severity: 'error',
      from: { path: '^server/(modules|engines|platform)/([^/]+)/' },
      to: { path: '^server/(modules|engines|platform)/[^/]+/', pathNot: ['^server/$1/$2/', '/index\\.ts$'] },
    },
    {
      name: 'engines-are-pure',
      severity: 'error',
      from: { path: '^server/engines/', pathNot: ['\\.test\\.ts$', '/learn/'] },
      to: { path: ['^server/(modules|platform)/', '^contract/', '^node:', '^(fs|path|os|http|child_process)$'] },
    },
    {
      name: 'platform-knows-no-commerce',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^server/(modules|engines)/', '^contract/(?!problem)', '^knowledge/'] },
    },
    {
      name: 'web-knows-the-contract-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|knowledge|demo)/' },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^contract/' },
      to: { path: '^(server|web|knowledge|demo)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|^testing/|^e2e/' },
      to: { path: '\\.test\\.ts$|^testing/' },
    },
    ...order,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^web/\\.svelte-kit/', 'vitest\\.config\\.ts'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte'],
    },
  },
};
