import { Type, type Static } from 'typebox'
import { createRandom } from '../../analysis/random.ts'
import type { JudgedDemand } from '../demand/judged-demand.ts'

export const intervalSchema = Type.Object({ mean: Type.Number(), low: Type.Number(), high: Type.Number() }, { description: '95 % interval by drawing days anew (bootstrap)' })
export type Interval = Static<typeof intervalSchema>

const draws = 2_000

/**
 * Share of judged demand that a plan covers, and how it differs from another's, with intervals from drawing the judged days anew
 * (percentile bootstrap, Efron 1979; days, because calls of a day hang together). The two are compared on the same days.
 *
 * @returns null where nothing happened on any day
 */
export function coveredShare({ days }: Pick<JudgedDemand, 'days'>, covered: (cell: number) => boolean, other?: (cell: number) => boolean): { share: Interval, difference: Interval | null } | null {
  const sums = days.map(({ cell, weight }) => {
    let all = 0, ours = 0, theirs = 0
    cell.forEach((each, i) => {
      all += weight[i]!
      if (covered(each)) ours += weight[i]!
      if (other?.(each)) theirs += weight[i]!
    })
    return { all, ours, theirs }
  })
  const of = (chosen: typeof sums) => {
    const all = chosen.reduce((sum, day) => sum + day.all, 0), ours = chosen.reduce((sum, day) => sum + day.ours, 0), theirs = chosen.reduce((sum, day) => sum + day.theirs, 0)
    return all > 0 ? { share: ours / all, difference: (ours - theirs) / all } : null
  }
  const mean = of(sums), random = createRandom(20_261_122)
  if (!mean) return null
  const drawn = Array.from({ length: draws }, () => of(sums.map(() => sums[Math.floor(random() * sums.length)]!))).filter(each => each !== null)
  const interval = (name: 'share' | 'difference'): Interval => {
    const sorted = drawn.map(each => each[name]).sort((a, b) => a - b), at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!
    return { mean: mean[name], low: at(0.025), high: at(0.975) }
  }
  return { share: interval('share'), difference: other ? interval('difference') : null }
}
