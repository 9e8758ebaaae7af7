import type { Label } from '../../../layers/layer.ts'
import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { classifyEmerging, type Emerging, type Pattern } from '../statistics/emerging.ts'
import { giStar } from '../statistics/gi-star.ts'
import { mannKendall } from '../statistics/mann-kendall.ts'
import { countByCell } from '../by-cell.ts'
import { giStarP, ringsOf, steps, test, type Test } from '../rings.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { amount, counts as countsShown, difference, zScore } from '../shown.ts'

/** How hot each pattern is, from 1 (getting worse) to -1 (cold for good). */
const hot: Readonly<Record<Pattern, readonly [zh: string, en: string, tone: number]>> = {
  new: ['新增', 'new', 0.8], consecutive: ['连续', 'consecutive', 0.9], intensifying: ['加剧', 'intensifying', 1], persistent: ['持续', 'persistent', 0.85],
  diminishing: ['减弱', 'diminishing', 0.6], sporadic: ['零散', 'sporadic', 0.5], oscillating: ['反复', 'oscillating', 0.4], historical: ['历史', 'historical', 0.2],
}
const patternLabels = Object.fromEntries([
  ...Object.entries(hot).map(([id, [zh, en, tone]]) => [`hot-${id}`, { label: { zh: `${zh}热点`, en: `${en[0]!.toUpperCase()}${en.slice(1)} hot spot` }, tone, sign: { zh: zh[0]!, en: en.slice(0, 3) } }] as const),
  ...Object.entries(hot).map(([id, [zh, en, tone]]) => [`cold-${id}`, { label: { zh: `${zh}冷点`, en: `${en[0]!.toUpperCase()}${en.slice(1)} cold spot` }, tone: -tone, sign: { zh: zh[0]!, en: en.slice(0, 3) } }] as const),
  ['none', { label: { zh: '无明显规律', en: 'No pattern' }, tone: null }] as const,
]) as Record<Emerging, { label: Label, tone: number | null, sign?: Label }>

export const method: Method = {
  id: 'emerging',
  title: { zh: '热点演变', en: 'Emerging hot spots' },
  purpose: { zh: '热点是新冒出来的、一直在的、加剧的还是消退的', en: 'Whether a hot spot is new, lasting, intensifying or fading' },
  source: 'Gi* per period with Mann-Kendall trend; categories of emerging hot spot analysis (Esri 2014)',
  cells: true,
  shows: {
    pattern: { kind: 'category', label: { zh: '演变类型', en: 'Pattern' }, unit: { zh: '', en: '' }, values: patternLabels },
    last: { ...zScore, label: { zh: '末段 Z 值', en: 'z-score of the last period' } },
    trend: difference('趋势 Z 值', 'z-score of the trend', zScore.unit, 2),
    hot_periods: amount('热的时段数', 'Hot periods', { zh: '段', en: 'periods' }),
    counts: countsShown,
  },
  ranks: 'last',
  limits: {
    zh: '每段单独检验，段内警情少时容易漏掉热点；类型是对过去的归纳，不是预测。',
    en: 'Each period is tested alone: with few incidents in each, hot spots are missed. A pattern sums up the past; it is no forecast.',
  },
  parameters: {
    periods: { kind: 'number', label: { zh: '时段数', en: 'Periods' }, unit: { zh: '段', en: 'periods' }, least: 10, most: 104, whole: true, otherwise: null,
      why: { zh: '按周切分；窗口短时至少切成 10 段，趋势检验才有意义', en: 'One a week; at least ten, which a test for trend needs' } },
    steps, test,
  },
  run(input, { periods, steps: rings, test: how }: { periods: number | null, steps: number, test: Test }, { progress, took }) {
    const { columns, chosen, question } = input
    if (chosen.rows.length === 0) throw new NothingToSay(none)
    const n = periods ?? Math.min(104, Math.max(10, Math.floor((question.to - question.from) / 604_800)))
    if (periods === null) took('periods', n)
    const { cells, counts: totals, cellOfRow } = countByCell(input)
    const counts = Array.from({ length: n }, () => new Float64Array(cells.length)), length = (question.to - question.from) / n
    chosen.rows.forEach((row, k) => { counts[Math.min(n - 1, Math.floor((columns.received[row]! - question.from) / length))]![cellOfRow[k]!]!++ })
    const neighbours = ringsOf(cells, rings, true)
    // Cell by cell, each its periods in a row: they are read that way.
    const scores = new Float64Array(cells.length * n), states = new Int8Array(cells.length * n), hotPeriods = new Float64Array(cells.length)
    counts.forEach((values, period) => {
      const z = giStar(values, neighbours), adjusted = falseDiscoveryRate(giStarP(z, values, neighbours, how))
      for (let i = 0, at = period; i < z.length; i++, at += n) {
        if (Number.isNaN(z[i]!)) continue
        scores[at] = z[i]!
        if (adjusted[i]! > 0.05) continue
        states[at] = Math.sign(z[i]!)
        if (z[i]! > 0) hotPeriods[i]!++
      }
      progress(period + 1, n + 1)
    })
    const trend = Float64Array.from(cells, (_, i) => mannKendall(scores.subarray(i * n, (i + 1) * n)))
    const pattern = cells.map((_, i) => classifyEmerging(states.subarray(i * n, (i + 1) * n), trend[i]!)), last = cells.map((_, i) => scores[i * n + n - 1]!)
    return { cells, pattern, last, trend: [...trend], hot_periods: [...hotPeriods], counts: [...totals], periods: n, period_days: length / 86_400 }
  },
}
