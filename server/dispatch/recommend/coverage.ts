import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Services } from '../../services.ts'

/** What sending a unit would leave uncovered. */
export interface CoverageLost { cells: number, share: number, station_names: string[], seconds_worse: number }

type Find = (services: Services, unitId: number, at: Date) => Promise<CoverageLost | null>

const file = fileURLToPath(new URL('../../coverage/lost.ts', import.meta.url))
const find: Find | null = existsSync(file) ? (await import(file) as { coverageLost: Find }).coverageLost : null

/** For units in turn, the best first, as far as the time goes. */
export async function weighCoverage(services: Services, unitIds: readonly number[], at: Date, milliseconds: number): Promise<Map<number, CoverageLost>> {
  const known = new Map<number, CoverageLost>()
  const end = performance.now() + milliseconds
  for (const id of unitIds) {
    if (!find || performance.now() > end) break
    const lost = await find(services, id, at)
    if (lost) known.set(id, { cells: lost.cells, share: lost.share, station_names: lost.station_names, seconds_worse: lost.seconds_worse })
  }
  return known
}
