// `npm run bench [-- --size city] [name …]`: one line a figure. Exits non-zero only when it can't run.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensurePackages } from '../server/boot/packages.ts'
import { prepareDatabase } from '../server/boot/prepare.ts'
import { startContext, type Bench } from './context.ts'
import { fill } from './fill.ts'

const { values: { size }, positionals } = parseArgs({ allowPositionals: true, options: { size: { type: 'string', default: 'default' } } })
if (size !== 'default' && size !== 'city') throw new RangeError(`--size is "${size}"; it must be default or city`)

// What ours is held against.
ensurePackages('postgresql-15-pgrouting', 'redis-server', 'r-cran-spdep', 'r-cran-spatstat')
const database = await prepareDatabase(process.env.DATABASE_URL, 'bench-postgres', `bench_${size}`)
await fill(database.url, size)
const context = await startContext(database.url)
const folder = fileURLToPath(new URL('.', import.meta.url))
console.log(`${'name'.padEnd(58)} ${'ours'.padStart(22)} ${'reference'.padStart(34)} ${'ratio'.padStart(8)}`)
for (const file of readdirSync(folder).filter(name => name.endsWith('.bench.ts') && (!positionals.length || positionals.some(each => name.startsWith(each)))).sort()) {
  const { bench } = await import(folder + file) as { bench: Bench }
  for (const { name, ours, reference, ratio } of await bench(context))
    console.log(`${name.padEnd(58)} ${ours.padStart(22)} ${reference.padStart(34)} ${ratio.toFixed(2).padStart(8)}`)
}
console.log(`memory of this process: ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`)
await context.stop()
await database.stop()
process.exit(0)
