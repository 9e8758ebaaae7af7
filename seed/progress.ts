import pg from 'pg'
import { seedCity, type SeedOptions, type SeedReport } from './run.ts'

const width = 32

/** A bar on a terminal; elsewhere nothing. */
function showProgress(done: number, total: number, what: string): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(width * done / total)
  process.stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(100 * done / total)).padStart(3)} % ${what.padEnd(14)}`)
}

/** Seed with a progress bar, a closing line, and a vacuum, without which counting would read every row. */
export async function seedWithProgress(databaseUrl: string, options: SeedOptions): Promise<SeedReport> {
  if (!process.stderr.isTTY) console.log(`Seeding the demonstration city (${options.size}) …`)
  const report = await seedCity(databaseUrl, { ...options, onProgress: showProgress })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('VACUUM ANALYZE')
  await client.end()
  const rows = Object.entries(report.rows).map(([table, count]) => `${table} ${count.toLocaleString('en')}`).join(', ')
  console.log(`${process.stderr.isTTY ? '\n' : ''}Seeded ${report.size} (seed ${report.seed}) in ${report.seconds.toFixed(1)} s: ${rows}`)
  return report
}
