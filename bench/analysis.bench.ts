import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { choose, windowBefore, type Question } from '../server/analysis/choose.ts'
import { ColumnStore } from '../server/analysis/columns.ts'
import type { Input } from '../server/analysis/method.ts'
import { methodOf, methods } from '../server/analysis/methods/index.ts'
import { readParameters } from '../server/analysis/parameters.ts'
import { onPlane } from '../server/analysis/plane.ts'
import { readQuestion } from '../server/analysis/selection.ts'
import { giStar } from '../server/analysis/statistics/gi-star.ts'
import { localMoran } from '../server/analysis/statistics/moran.ts'
import { cellNeighbours } from '../server/analysis/statistics/neighbours.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

/**
 * Each method over every incident there is, beside R's spdep and spatstat on the same input, or beside counting them in
 * SQL. Ours is all of a run: choosing rows, counting them by cell, and the method; R's is the call alone, and so are two lines
 * of ours.
 */
export async function bench({ services, signedIn }: Context): Promise<Line[]> {
  const { db, analysis } = services
  const source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary()
  let columns = await analysis.columns.get(source)
  const reading = await timed(async () => { columns = await new ColumnStore(services.pool, db, services.changes).get(source) })
  const area = await analysis.studyArea(9)
  const { rows: [span] } = await sql<{ from: Date, to: Date }>`SELECT min(received_at) AS from, max(received_at) + interval '1 second' AS to FROM incident`.execute(db)
  const whole = await readQuestion(db, source.layer, { from: span!.from.toISOString(), to: span!.to.toISOString(), channels: ['call', 'walk_in', 'patrol', 'sensor', 'transferred'] }, timeZone)
  const counted = await timed(() => sql`SELECT h3_parent(t.cell, 9), count(*) ${source.from()} GROUP BY 1`.execute(db))
  const lines: Line[] = [{ name: `analysis: ${columns.rows.toLocaleString('en')} incidents into columns`, ours: ms(reading), reference: `GROUP BY cell ${ms(counted)}`, ratio: reading / counted }]
  const inputOf = (question: Question): Input => ({ columns, question, area, chosen: choose(columns, question), before: choose(columns, windowBefore(question)) })
  const inR = timesInR(inputOf(whole))
  lines.push(...aloneBesideR(inputOf(whole), inR))
  for (const method of methods) {
    // A comparison needs as long a window before it.
    const question = method.id === 'compare' ? { ...whole, from: (whole.from + whole.to) / 2 } : whole, parameters = readParameters(method, {}), times: number[] = []
    let rows = 0
    for (let round = 0; round < (method.id === 'near_repeat' ? 1 : 3); round++) times.push(await timed(async () => {
      const input = inputOf(question)
      rows = input.chosen.rows.length
      method.run(input, parameters, { progress: () => {}, took: () => {} })
    }))
    const ours = quantile(times, 0.5), theirs = inR.get(method.id)
    lines.push({ name: `analysis: ${method.id} of ${rows.toLocaleString('en')}`, ours: ms(ours), ...theirs ? { reference: `${theirs.what} ${ms(theirs.took)}`, ratio: ours / theirs.took } : { reference: `GROUP BY cell ${ms(counted)}`, ratio: ours / counted } })
  }
  return lines
}

/** The function alone, as R's is timed: the counts and who neighbours whom are there. */
function aloneBesideR(input: Input, inR: ReturnType<typeof timesInR>): Line[] {
  const { cells, counts } = methodOf('counts')!.run(input, readParameters(methodOf('counts')!, {}), { progress: () => {}, took: () => {} }) as { cells: string[], counts: number[] }
  const withSelf = cellNeighbours(cells, 1, true), without = cellNeighbours(cells, 1, false)
  return ([['gi_star', () => giStar(counts, withSelf)], ['local_moran', () => localMoran(counts, without)]] as const).map(([id, call]) => {
    const times = Array.from({ length: 20 }, () => { const start = performance.now(); call(); return performance.now() - start })
    const ours = quantile(times, 0.5), theirs = inR.get(id)!
    return { name: `analysis: ${id} of ${cells.length.toLocaleString('en')} cells, the call alone`, ours: ms(ours), reference: `${theirs.what} ${ms(theirs.took)}`, ratio: ours / theirs.took }
  })
}

/** What R takes for the same cells and points, by method. */
function timesInR(input: Input): Map<string, { what: string, took: number }> {
  const what: Record<string, string> = { gi_star: 'spdep localG', local_moran: 'spdep localmoran', density: 'spatstat density.ppp' }
  const folder = mkdtempSync(`${tmpdir()}/bench-r-`)
  try {
    const none = { progress: () => {}, took: () => {} }
    const { cells, counts } = methodOf('counts')!.run(input, readParameters(methodOf('counts')!, {}), none) as { cells: string[], counts: number[] }
    const { bandwidth_metres: bandwidth } = methodOf('density')!.run(input, readParameters(methodOf('density')!, {}), none) as { bandwidth_metres: number }
    const { offset, index } = cellNeighbours(cells, 1, false), { x, y } = onPlane(input.columns, input.chosen)
    writeFileSync(`${folder}/counts.txt`, counts.join('\n'))
    writeFileSync(`${folder}/neighbours.txt`, cells.flatMap((_, i) => Array.from(index.subarray(offset[i], offset[i + 1]), j => `${i + 1} ${j + 1}`)).join('\n'))
    writeFileSync(`${folder}/points.txt`, Array.from(x, (each, i) => `${each.toFixed(2)} ${y[i]!.toFixed(2)}`).join('\n'))
    writeFileSync(`${folder}/bandwidth.txt`, String(bandwidth))
    const { stdout, status, stderr } = spawnSync('Rscript', [fileURLToPath(new URL('spatial.R', import.meta.url)), folder], { encoding: 'utf8', timeout: 600_000 })
    if (status !== 0) throw new Error(`Rscript ended with ${status}: ${stderr.slice(-500)}`)
    return new Map(stdout.trim().split('\n').map(line => line.trim().split(' ')).map(([id, seconds]) => [id!, { what: what[id!]!, took: Number(seconds) * 1000 }]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
