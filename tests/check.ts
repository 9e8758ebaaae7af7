// `npm run check`: types, lint, and who may import whom.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const checks: [name: string, ...program: string[]][] = [
  ['types', 'node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit'],
  // A private promise that is only awaited counts as never read.
  ['lint', 'node_modules/oxlint/bin/oxlint', '--quiet', '-A', 'no-unused-private-class-members'],
  ['architecture', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', 'tests/architecture.cjs', 'server', 'web', 'layers', 'seed', 'bench', 'tests'],
]

for (const [name, ...program] of checks) {
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error(`the ${name} check failed`)
    process.exit(1)
  }
  console.log(`${name}: fine`)
}
