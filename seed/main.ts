import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startCluster } from '../server/boot/cluster.ts'
import { createDatabase, migrate, openDatabase, openPool } from '../server/database.ts'
import { seedWithProgress } from './progress.ts'
import { SeedRefused } from './run.ts'
import { sizes, type SizeId } from './sizes.ts'

// npm run db:seed -- [--size default|city|tiny] [--seed N] [--now 2026-11-22T12:00:00+08:00] [--reset]
const { values } = parseArgs({
  options: { size: { type: 'string', default: 'default' }, seed: { type: 'string' }, now: { type: 'string' }, reset: { type: 'boolean', default: false } },
})

function number(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`--${name} "${text}" is no whole number`)
  return value
}

function instant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const value = new Date(text)
  if (Number.isNaN(value.getTime())) throw new RangeError(`--now "${text}" is no instant such as 2026-11-22T12:00:00+08:00`)
  return value
}

function sizeOf(text: string): SizeId {
  if (!(text in sizes)) throw new RangeError(`--size "${text}" is none of ${Object.keys(sizes).join(', ')}`)
  return text as SizeId
}

async function main(): Promise<void> {
  const options = { size: sizeOf(values.size), seed: number(values.seed, 'seed'), now: instant(values.now), reset: values.reset }
  const cluster = process.env.DATABASE_URL ? undefined : await startCluster(fileURLToPath(new URL('../.data/postgres', import.meta.url)))
  try {
    if (cluster) await createDatabase(cluster.url('postgres'), 'yizhangtu')
    const url = process.env.DATABASE_URL ?? cluster!.url('yizhangtu')
    const pool = openPool(url, { poolSize: 1, statementTimeoutMs: 0 })
    await migrate(openDatabase(pool))
    await pool.end()
    await seedWithProgress(url, options)
  } finally {
    await cluster?.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof SeedRefused || error instanceof RangeError ? error.message : error)
  process.exitCode = 1
})
