// `npm test`: everything, with no other command. Checks first (they are quick), then the tests.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from '../server/boot/packages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const only = process.argv.slice(2)

ensurePackages('postgresql-15-postgis-3', 'chromium', 'fonts-noto-cjk', 'gdal-bin', 'postgresql-15-pgrouting', 'mosquitto', 'redis-server')
if (only.length === 0) run('tests/check.ts')
if (only.length > 0) run('node_modules/vitest/vitest.mjs', 'run', ...only)
else {
  // A test that a busy moment threw off its seconds is tried once more; what is really broken fails twice.
  run('node_modules/vitest/vitest.mjs', 'run', '--retry', '1', '--exclude', 'tests/e2e/**')
  // One browser at a time: it draws in software, on every core there is.
  run('node_modules/vitest/vitest.mjs', 'run', '--maxWorkers', '1', '--retry', '1', 'tests/e2e')
}

function run(...program: string[]): void {
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
