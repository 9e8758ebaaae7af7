import { setFlagsFromString } from 'node:v8'
import pg from 'pg'
import { indexSearch } from '../search/index-search.ts'
import { connect } from '../boot/connect.ts'
import { importFile } from './import-file.ts'
import { readOptions, usage, type ImportOptions } from './options.ts'
import { ImportRefused } from './refusal.ts'
import { describeDryRun, describeOutcome, progressWriter } from './show.ts'
import { loadTarget } from './target.ts'

// Rows live for a moment. Left alone, V8 gives the young generation some hundred megabytes more and gains nothing by it.
setFlagsFromString('--semi-space-growth-factor=1')
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage())
  else await runImport(options)
} catch (error) {
  process.exitCode = stop.signal.aborted ? 130 : 1
  const { message, stack, detail } = error as Error & { detail?: string }
  console.error(error instanceof ImportRefused ? message : `the import failed and nothing was changed: ${message}${detail ? ` (${detail})` : ''}\n${stack}`)
}

async function runImport(options: ImportOptions): Promise<void> {
  const progress = progressWriter(process.stderr)
  const { url, close } = await connect()
  try {
    const outcome = await importFile(url, options, stop.signal, progress.show).finally(progress.clear)
    const peak = process.resourceUsage().maxRSS
    console.log(outcome.stored ? describeOutcome(outcome, peak) : describeDryRun(outcome))
    if (outcome.obstacle !== undefined) process.exitCode = 1
    if (outcome.stored && outcome.inserted + outcome.updated > 0) await afterwards(url, options.layer)
  } finally { await close() }
}

/** Statistics for the planner, and what search finds. The rows are stored whatever becomes of these. */
async function afterwards(url: string, layer: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { table } = await loadTarget(client, layer)
    await client.query(`ANALYZE ${client.escapeIdentifier(table)}`)
    await indexSearch(url, [layer])
  } catch (error) {
    console.error(`the rows are stored, but search doesn't know them yet: ${(error as Error).message}`)
    process.exitCode = 1
  } finally { await client.end().catch(() => {}) }
}
