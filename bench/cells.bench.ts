import { sql } from 'kysely'
import { countCells } from '../server/cells/count-cells.ts'
import { readSelection } from '../server/layers/filters.ts'
import { localDay } from '../layers/time.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

/** Counts by cell over the whole city: from the rollup, and by scanning for filters it can't answer; beside a plain GROUP BY. */
export async function bench({ services, signedIn }: Context): Promise<Line[]> {
  const { db } = services
  const vocabulary = await services.vocabulary()
  const source = services.open('incidents', signedIn)
  const { rows: [newest] } = await sql<{ at: Date }>`SELECT max(received_at) AS at FROM incident`.execute(db)
  const day = (daysAgo: number) => localDay(new Date(newest!.at.getTime() - daysAgo * 86_400_000), vocabulary.timeZone)
  const cases = [
    { name: 'rollup, 7 days, resolution 8', query: { from: day(7), to: day(0) }, resolution: 8 },
    { name: 'rollup, 30 days, resolution 7', query: { from: day(30), to: day(0) }, resolution: 7 },
    { name: 'rollup, 30 days, resolution 9', query: { from: day(30), to: day(0) }, resolution: 9 },
    { name: 'rollup, 30 days, one top-level type, resolution 8', query: { from: day(30), to: day(0), code: '01' }, resolution: 8 },
    { name: 'rollup, 1 year, resolution 7', query: { from: day(365), to: day(0) }, resolution: 7 },
    { name: 'rollup, 1 year, resolution 9', query: { from: day(365), to: day(0) }, resolution: 9 },
    { name: 'scan, 24 hours, resolution 9', query: { from: new Date(newest!.at.getTime() - 86_399_000).toISOString() }, resolution: 9 },
    { name: 'scan, all time by source, resolution 8', query: { channel: 'walk_in' }, resolution: 8 },
    { name: 'scan, all time by third-level type, resolution 9', query: { code: '010101' }, resolution: 9 },
    { name: 'scan, all time by source and status, resolution 9', query: { channel: 'call,patrol', status: 'closed' }, resolution: 9 },
  ]
  const lines: Line[] = []
  for (const { name, query, resolution } of cases) {
    const selection = readSelection(source, query, vocabulary)
    const plain = sql`SELECT h3_parent(t.cell, ${resolution}), count(*) ${source.fromCounts(...selection.conditions)} GROUP BY 1`
    const ours: number[] = [], reference: number[] = []
    for (let round = 0; round < 9; round++) {
      ours.push(await timed(() => countCells(db, source, selection, { resolution }, vocabulary.timeZone)))
      if (round < 3) reference.push(await timed(() => plain.execute(db)))
    }
    lines.push({ name: `cells: ${name}`, ours: ms(quantile(ours.slice(2), 0.5)), reference: `GROUP BY rows ${ms(quantile(reference, 0.5))}`, ratio: quantile(ours.slice(2), 0.5) / quantile(reference, 0.5) })
  }
  return lines
}
