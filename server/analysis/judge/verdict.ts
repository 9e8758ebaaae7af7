import type { Label } from '../../../layers/layer.ts'
import type { Interval } from './intervals.ts'

export type Outcome = 'beats' | 'loses' | 'no_difference' | 'too_few'
export type Verdict = { outcome: Outcome } & Label

export const leastWindows = 4
const leastIncidents = 20

export interface Evidence {
  windows: number
  /** Judged ones, in all windows. */
  incidents: number
  /** PEI* of ours minus that of prior counts. */
  difference: Interval
  /** Whether ours caught the same as prior counts in every window. */
  same: boolean
  /** Of ours, over chance. */
  pai: number
  /** Of a zone: when it was drawn, and how many of the windows are judged after that. */
  drawn?: { at: string, later: number }
}

/**
 * Whether a map beats counting, in words.
 *
 * It beats or loses where the 95 % interval of the difference in PEI* over the windows lies on one side of zero; below
 * four windows or twenty judged incidents nothing is claimed, nor of a zone judged on what it may have been drawn from.
 */
export function verdictOf({ windows, incidents, difference, same, pai, drawn }: Evidence): Verdict {
  if (drawn && drawn.later < leastWindows) return {
    outcome: 'too_few',
    zh: `还不能下结论：该区域划定于 ${drawn.at}，${windows} 个检验时段中只有 ${drawn.later} 个在此之后，至少需要 ${leastWindows} 个。之前的警情可能正是划定的依据，数字只能说明吻合，不能说明预测得准。`,
    en: `Too early to tell: the zone was drawn on ${drawn.at}; only ${drawn.later} of the ${windows} windows lie after that, and ${leastWindows} are needed. It may have been drawn from the earlier incidents: the figures show a fit, not a forecast.`,
  }
  if (windows < leastWindows || incidents < leastIncidents) return {
    outcome: 'too_few',
    zh: `数据太少，不能下结论：${windows} 个时段、共 ${incidents} 起被检验的警情，至少需要 ${leastWindows} 个时段、${leastIncidents} 起。`,
    en: `Too few to tell: ${windows} ${windows === 1 ? 'window' : 'windows'} with ${incidents} judged incidents; ${leastWindows} windows and ${leastIncidents} incidents are needed.`,
  }
  const times = pai.toFixed(1)
  if (same) return {
    outcome: 'no_difference',
    zh: `与简单计数完全一样：${windows} 个时段里抓住的警情与“过去警情最多的格子”相同（同样面积随机选取的 ${times} 倍）。`,
    en: `The same as counting: in all ${windows} windows it caught exactly what the cells with most earlier incidents did (${times} times what the same area at random catches).`,
  }
  const points = (value: number) => (Math.abs(value) * 100).toFixed(1), signed = (value: number | null) => ((value ?? 0) * 100).toFixed(1)
  const zhRange = `95% 区间 ${signed(difference.low)} 至 ${signed(difference.high)} 个百分点`, enRange = `95 % interval ${signed(difference.low)} to ${signed(difference.high)} points`
  if (difference.low! > 0) return {
    outcome: 'beats',
    zh: `胜过简单计数：${windows} 个时段平均，比“过去警情最多的格子”多抓住最佳地图所能抓住的 ${points(difference.mean)} 个百分点（${zhRange}）。是同样面积随机选取的 ${times} 倍。`,
    en: `Beats counting: over ${windows} windows it caught ${points(difference.mean)} points more of what the best map of its size could have caught than the cells with most earlier incidents did (${enRange}). It catches ${times} times what the same area at random does.`,
  }
  if (difference.high! < 0) return {
    outcome: 'loses',
    zh: `不如简单计数：${windows} 个时段平均，比“过去警情最多的格子”少抓住最佳地图所能抓住的 ${points(difference.mean)} 个百分点（${zhRange}）。预测请用计数。`,
    en: `Loses to counting: over ${windows} windows it caught ${points(difference.mean)} points less of what the best map of its size could have caught than the cells with most earlier incidents did (${enRange}). To forecast, count.`,
  }
  return {
    outcome: 'no_difference',
    zh: `与简单计数分不出高下：${windows} 个时段平均相差 ${signed(difference.mean)} 个百分点（${zhRange}），区间含零。是同样面积随机选取的 ${times} 倍。`,
    en: `No better than counting, as far as ${windows} windows can tell: ${signed(difference.mean)} points of difference (${enRange}), zero among them. It catches ${times} times what the same area at random does.`,
  }
}
