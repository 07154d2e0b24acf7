// Imports run one way (docs/architecture.md):
// light, contract ← showroom ← playlist ← updates ← publish
// showroom, playlist ← zigbee | virtual | updates | platform | bake ← service ← cli
// bake → scenes; renderer → contract, light; main, preload → contract.

/** What each folder may import of ours, besides itself. */
const arrows = {
  'src/contract': [],
  // Light's arithmetic is about the contract's colours: their types only.
  'src/light': [],
  'src/showroom': ['src/contract', 'src/light'],
  'src/zigbee': ['src/contract', 'src/light', 'src/showroom'],
  'src/virtual': ['src/contract', 'src/light', 'src/showroom'],
  // What plays when: pure, as the core is.
  'src/playlist': ['src/contract', 'src/showroom'],
  'src/updates': ['src/contract', 'src/showroom', 'src/playlist', 'src/platform'],
  'src/publish': ['src/contract', 'src/showroom', 'src/playlist', 'src/updates', 'src/platform', 'src/bake'],
  'src/platform': ['src/contract', 'src/light', 'src/showroom', 'src/playlist'],
  'src/bake': ['src/contract', 'src/light', 'src/showroom', 'scenes/furniture', 'scenes/rooms'],
  'src/service': [
    ...['src/contract', 'src/light', 'src/showroom', 'src/playlist', 'src/zigbee', 'src/virtual'],
    ...['src/updates', 'src/platform', 'src/bake'],
  ],
  'src/main': ['src/contract'],
  'src/preload': ['src/contract'],
  renderer: ['src/contract', 'src/light'],
  scenes: ['src/light', 'src/bake'],
}

/** Tests may look further than what they test, but never at the command line. */
const test = '[.](test|test-d)[.]ts$|/testing/'
const ours = '^(src|renderer|scenes|e2e|bench|scripts)/'

const oneWay = Object.entries(arrows).map(([folder, allowed]) => ({
  name: `${folder.replace('src/', '')}-imports`,
  comment: `${folder} imports of ours ${allowed.length === 0 ? 'nothing' : `only ${allowed.join(', ')}`}.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: test },
  to: {
    path: ours,
    pathNot: [folder, ...allowed].map((target) => `^${target}/`),
    ...(folder === 'src/light' ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}))

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'light-knows-only-types-of-the-contract',
      severity: 'error',
      from: { path: '^src/light/', pathNot: test },
      to: { path: ours, pathNot: '^src/(light|contract)/' },
    },
    {
      name: 'nobody-imports-the-command-line',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'only-the-baker-executes-scenes',
      severity: 'error',
      from: { pathNot: ['^src/bake/', '^scenes/'] },
      to: { path: '^scenes/.*[.]ts$' },
    },
    {
      name: 'core-is-pure',
      comment: 'No Node in the core, playlists, the contract, the light and the page.',
      severity: 'error',
      from: { path: '^(src/(showroom|playlist|contract|light)|renderer)/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-page-has-no-node-and-no-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: '^(electron|serialport|zigbee-herdsman|ws)($|/)|node_modules/(electron|serialport|zigbee-herdsman|ws)/',
      },
    },
    {
      name: 'no-cycles',
      comment: 'Types may point at each other: they are gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|data|packages)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json', '.css'],
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
