import type { Services } from '../services.ts'
import { lossOf } from './loss.ts'
import type { Cover } from './cover-rules.ts'

/** What sending a unit away costs in coverage, as a recommendation says it. */
export interface CoverageLost { rule_id: number, cells: number, share: number, station_names: string[], seconds_worse: number }

/** A recommendation doesn't wait for coverage that is younger. */
const recentMs = 30_000

/** The widest circle of force that is on: what is lost of it leaves people without anybody in time. */
export const widestCircle = (covers: readonly Cover[], counts: (cover: Cover) => boolean): Cover | undefined =>
  covers.filter(cover => cover.rule.tied_to === 'force' && counts(cover)).reduce<Cover | undefined>((best, cover) => !best || cover.rule.minutes > best.rule.minutes ? cover : best, undefined)

/**
 * Cells and stations that only this unit covers within the minutes of the widest response circle that counts it.
 *
 * @param at  the instant that it is asked for, epoch ms: the answer rests on what was known half a minute before, at most
 * @returns null for a unit that doesn't count now (not available, without a fresh fix, far from any road) or without a circle
 * @throws {NotReady} before the road network is built
 * Cost: O(cells), about a millisecond; the first call after a quiet time waits for a computation.
 */
export async function coverageLost({ coverage }: Pick<Services, 'coverage'>, unitId: number, at: number = Date.now()): Promise<CoverageLost | null> {
  const covers = await coverage.recent(recentMs)
  const cover = widestCircle(covers, each => each.units.includes(unitId))
  if (!cover || cover.at > at + 60_000) return null
  const { lost: _cells, ...told } = lossOf(cover, coverage.ground.city, unitId)
  return told
}
