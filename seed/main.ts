import { parseArgs } from 'node:util'
import { connect } from '../server/boot/connect.ts'
import { indexSearch } from '../server/search/index-search.ts'
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
  const { url, close } = await connect()
  try {
    await seedWithProgress(url, options)
    await indexSearch(url)
  } finally {
    await close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof SeedRefused || error instanceof RangeError ? error.message : error)
  process.exitCode = 1
})
