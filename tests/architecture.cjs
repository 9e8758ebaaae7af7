// Who must not import whom. Types don't count where the rule says so: they leave no trace at run time.
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const code = { dependencyTypesNot: ['type-only'] }
const nodeOnly = '^node_modules/(kysely|pg|pg-copy-streams|fastify|@fastify|prom-client)(/|$)'
const webOnly = '^node_modules/(vue|maplibre-gl|@deck\\.gl|element-plus|echarts|pinia)(/|$)'

module.exports = {
  forbidden: [
    never('layers-stand-alone', 'a layer must not import another layer', { path: '^layers/([^/]+)/' }, { path: '^layers/[^/]+/', pathNot: '^layers/$1/' }),
    never('declarations-are-pure', 'what both sides share imports only typebox, h3-js, pinyin and other shared files',
      { path: '^layers/([^/]+\\.ts|[^/]+/layer\\.ts)$', pathNot: '\\.test\\.ts$' },
      { ...code, pathNot: '^(layers/[^/]+\\.ts$|node_modules/(typebox|h3-js|pinyin-pro)/)' }),
    never('web-without-server', 'the client is not the server', { path: '^(web/|layers/[^/]+/(web\\.ts|.+\\.vue)$)', pathNot: '\\.test\\.ts$' },
      { ...code, path: `^(server|seed|migrations)/|${nodeOnly}` }),
    // A plugin runs where the client is built.
    never('web-without-node', 'the client runs in a browser', { path: '^(web/|layers/[^/]+/(web\\.ts|.+\\.vue)$)', pathNot: '(\\.test|-plugin)\\.ts$' }, { dependencyTypes: ['core'] }),
    never('server-without-web', 'the server is not the client', { path: '^(server/|layers/[^/]+/(server|seed|import)\\.ts$)', pathNot: '\\.test\\.ts$' }, { ...code, path: `^web/|${webOnly}` }),
    never('generic-code-knows-no-layer', 'server and client are generic: layers are found by their folders',
      { path: '^(server|web)/', pathNot: '\\.test\\.ts$' }, { path: '^layers/[^/]+/' }),
    never('product-without-tests', 'what ships does not import tests or benchmarks', { path: '^(server|web|layers|seed)/', pathNot: '\\.test\\.ts$' }, { path: '^(tests|bench)/' }),
    never('no-cycles', 'a cycle has no beginning to read from', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  ],
  options: {
    doNotFollow: { path: '^(\\.\\./main/)?node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
