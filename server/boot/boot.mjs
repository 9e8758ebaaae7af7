// The first thing every npm script runs, on whatever Node the machine has: install what package-lock.json
// asks for when that hasn't been done yet, then hand over to the right Node with the script's own program.
// Plain JavaScript and no dependencies, because nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const [program, ...programArguments] = process.argv.slice(2)

installDependencies()
runProgram()

function installDependencies() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  const stamp = join(root, 'node_modules/.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing dependencies (once, about a minute) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error('npm ci failed: is the npm registry reachable?')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

function runProgram() {
  const node = join(root, 'node_modules/node/bin/node')
  if (!existsSync(node)) {
    console.error('node_modules/node is missing its binary: npm must be allowed to run the install script of the package "node"')
    process.exit(1)
  }
  const child = spawn(node, [join(root, program), ...programArguments], { cwd: root, stdio: 'inherit' })
  // Ctrl-C reaches the child by the terminal; the others are passed on. Either way we wait for it to clean up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
