import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = ['web', 'layers', 'docs/api', 'vite.config.ts', 'index.html', 'package-lock.json']

/**
 * Build the client into `dist/` unless what it is built from hasn't changed.
 *
 * @returns the folder to serve
 */
export function buildClient(): string {
  const folder = join(root, 'dist')
  const stamp = join(folder, '.built-from')
  const wanted = digest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder
  console.log('Building the client (once, until it changes) …')
  // In a process of its own: the bundler's memory shouldn't stay with the server.
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    // As it ships, whatever runs this: a test's environment would build another one.
    cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('the client could not be built')
  compress(join(folder, 'assets'))
  writeFileSync(stamp, wanted)
  return folder
}

/** Scripts and styles compressed once, so that the server only sends files. */
function compress(folder: string): void {
  for (const name of readdirSync(folder).filter(each => /\.(js|css)$/.test(each))) {
    const file = join(folder, name)
    const text = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

/** A digest of every source file's name, size and time of change: cheap, and what editors and git touch. */
function digest(): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    const file = join(root, path)
    if (!existsSync(file)) return
    const { size, mtimeMs } = statSync(file)
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).sort()) add(join(path, name))
    else hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  sources.forEach(add)
  return hash.digest('hex')
}
