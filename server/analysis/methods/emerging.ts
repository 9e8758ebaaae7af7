import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { twoSided } from '../statistics/distributions.ts'
import { classifyEmerging } from '../statistics/emerging.ts'
import { giStar } from '../statistics/gi-star.ts'
import { mannKendall } from '../statistics/mann-kendall.ts'
import { cellNeighbours } from '../statistics/neighbours.ts'
import { countByCell, needCells } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'

export const method: Method = {
  id: 'emerging',
  title: { zh: '热点演变', en: 'Emerging hot spots' },
  purpose: { zh: '热点是新冒出来的、一直在的、加剧的还是消退的', en: 'Whether a hot spot is new, lasting, intensifying or fading' },
  source: 'Gi* per period with Mann-Kendall trend; categories of emerging hot spot analysis (Esri 2014)',
  cells: true,
  parameters: {
    periods: { kind: 'number', label: { zh: '时段数', en: 'Periods' }, unit: { zh: '段', en: 'periods' }, least: 10, most: 104, whole: true, otherwise: null,
      why: { zh: '按周切分；窗口短时至少切成 10 段，趋势检验才有意义', en: 'One a week; at least ten, which a test for trend needs' } },
    steps: { kind: 'number', label: { zh: '邻域圈数', en: 'Rings of neighbours' }, unit: { zh: '圈', en: 'rings' }, least: 1, most: 6, whole: true, otherwise: 1,
      why: { zh: '一圈是紧挨着的六格', en: 'One ring is the six cells around' } },
  },
  run(input, { periods, steps }: { periods: number | null, steps: number }, { progress, took }) {
    const { columns, chosen, question } = input
    if (chosen.rows.length === 0) throw new NothingToSay(none)
    const n = periods ?? Math.min(104, Math.max(10, Math.floor((question.to - question.from) / 604_800)))
    if (periods === null) took('periods', n)
    const { cells, cellOfRow } = countByCell(input)
    needCells(cells)
    const counts = Array.from({ length: n }, () => new Float64Array(cells.length)), length = (question.to - question.from) / n
    chosen.rows.forEach((row, k) => { counts[Math.min(n - 1, Math.floor((columns.received[row]! - question.from) / length))]![cellOfRow[k]!]!++ })
    const neighbours = cellNeighbours(cells, steps, true)
    const scores: Float64Array[] = [], states: Int8Array[] = []
    counts.forEach((values, period) => {
      const z = giStar(values, neighbours), adjusted = falseDiscoveryRate(z.map(twoSided))
      scores.push(z.map(each => Number.isNaN(each) ? 0 : each))
      states.push(Int8Array.from(z, (each, i) => adjusted[i]! <= 0.05 ? Math.sign(each) : 0))
      progress(period + 1, n + 1)
    })
    const series = new Float64Array(n), own = new Int8Array(n)
    const pattern = cells.map((_, i) => {
      for (let k = 0; k < n; k++) { series[k] = scores[k]![i]!; own[k] = states[k]![i]! }
      return own.every(state => state === 0) ? 'none' : classifyEmerging(own, mannKendall(series))
    })
    return { cells, pattern, periods: n, period_days: length / 86_400, last: Array.from(scores[n - 1]!) }
  },
}
