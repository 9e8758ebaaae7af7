import { coverageLost } from '../../coverage/lost.ts'
import type { Services } from '../../services.ts'

/** What sending a unit would leave uncovered. */
export interface CoverageLost { cells: number, share: number, station_names: string[], seconds_worse: number }

/** `lost` has those of which something is known; `complete`: nobody was left out for want of time. */
export interface Weighed { lost: Map<number, CoverageLost>, complete: boolean }

/**
 * What each unit would leave uncovered, the best first, as far as the time goes: a proposal doesn't wait for it.
 *
 * @param at  epoch ms
 */
export async function weighCoverage(services: Services, unitIds: readonly number[], at: number, milliseconds: number): Promise<Weighed> {
  const lost = new Map<number, CoverageLost>()
  const end = performance.now() + milliseconds
  for (const id of unitIds) {
    const left = end - performance.now()
    const found = left > 0 ? await within(coverageLost(services, id, at), left) : late
    if (found === late) return { lost, complete: false }
    if (found) lost.set(id, { cells: found.cells, share: found.share, station_names: found.station_names, seconds_worse: found.seconds_worse })
  }
  return { lost, complete: true }
}

const late = Symbol('late')

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined
  // Work that comes too late may fail in peace.
  work.catch(() => {})
  return Promise.race([work, new Promise<typeof late>(resolve => { timer = setTimeout(resolve, milliseconds, late) })]).finally(() => clearTimeout(timer))
}
