import vue from '@vitejs/plugin-vue'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { dutyWorker } from './web/duty/service-worker-plugin.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** The server that `npm run dev` stands in front of. */
const server = process.env.SERVER_URL ?? 'http://127.0.0.1:8080'
// Patterns, because the client's own files begin alike: /api.ts, /search/SearchBox.vue.
const served = ['^/api/', '^/tiles/', '^/cells/', '^/search(\\?|$)', '^/live(\\?|$)', '^/ogc', '^/base-maps/', '^/health$', '^/ready$']

export default defineConfig({
  root: here('web'),
  cacheDir: here('node_modules/.vite'),
  plugins: [vue(), dutyWorker()],
  // MapLibre's worker is a module that imports another one.
  worker: { format: 'es' },
  define: { __VUE_I18N_FULL_INSTALL__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: { outDir: here('dist'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
  test: {
    root: here('.'),
    include: ['{server,web,layers,seed,tests,bench}/**/*.test.ts'],
    globalSetup: here('tests/global-setup.ts'),
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Every file has a database of its own; two at a time is what two cores bear.
    maxWorkers: 2,
  },
  server: {
    // Declarations in layers/ are read by both sides and stand beside web/; node_modules may be a link.
    fs: { allow: [here('.'), realpathSync(here('node_modules'))] },
    proxy: Object.fromEntries(served.map(path => [path, { target: server }])),
  },
})
