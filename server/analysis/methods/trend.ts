import { fewestCycles, forecastCounts, type Expected } from '../statistics/forecast.ts'
import { stl } from '../statistics/stl.ts'
import { none, NothingToSay, type Input, type Method } from '../method.ts'
import { offsetReader } from '../time-offsets.ts'

/** The rhythm of a week, which may change over half a year; the trend over the span that forecast best. */
const period = 7, seasonWindow = 25, trendWindows = [29, 57, 113, 225]

export const method: Method = {
  id: 'trend',
  title: { zh: '趋势与季节', en: 'Trend and season' },
  purpose: { zh: '去掉星期起伏后是升是降；最近几周是否出乎意料；下一周大致多少起', en: 'Up or down once the weekly rhythm is taken out; whether the last weeks were out of line; about how many to expect next' },
  source: 'Cleveland, Cleveland, McRae & Terpenning 1990 (STL); intervals: negative binomial, dispersion from the errors of earlier forecasts',
  limits: {
    zh: '预期只是把近来的水平和节律延续下去：不知道节日、天气、行动和口径变化。出了区间说明异常，不说明原因。',
    en: 'What is expected only carries on the recent level and rhythm: it knows nothing of holidays, weather, operations or new rules. Outside the interval is unusual, not explained.',
  },
  parameters: {
    trend_days: { kind: 'number', label: { zh: '趋势平滑跨度', en: 'Span of the trend' }, unit: { zh: '天', en: 'days' }, least: 15, most: 731, whole: true, otherwise: null,
      why: { zh: '试 29、57、113、225 天，取此前预期误差最小的；手工给出时取最近的奇数', en: 'Of 29, 57, 113 and 225 days the one whose earlier forecasts were least wrong; by hand, the odd number at or above' } },
    confidence: { kind: 'number', label: { zh: '区间把握', en: 'Confidence of intervals' }, unit: { zh: '%', en: '%' }, least: 50, most: 99, otherwise: 95,
      why: { zh: '一切如常时，二十天里约有一天落在区间外', en: 'With everything as usual about one day of twenty falls outside' } },
  },
  run(input, { confidence, trend_days: trendDays }: { confidence: number, trend_days: number | null }, { progress, took }) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { first, counts } = byDay(input)
    if (counts.length < fewestCycles * period) throw new NothingToSay({
      zh: `时段内只有 ${counts.length} 个整天，至少需要 ${fewestCycles * period} 天（${fewestCycles} 周），区间才有依据：放宽时间`,
      en: `Only ${counts.length} whole days lie in the window; ${fewestCycles * period} (${fewestCycles} weeks) are needed for an interval: widen the window`,
    })
    const tried = trendDays === null ? trendWindows.filter((window, k) => k === 0 || window < counts.length / 2) : [trendDays + 1 - trendDays % 2]
    const forecast = forecastCounts(counts, { period, seasonWindow, trendWindows: tried, confidence: confidence / 100, onProgress: progress })
    if (trendDays === null) took('trend_days', forecast.trendWindow)
    const { trend, season, remainder } = stl(counts, { period, seasonWindow, trendWindow: forecast.trendWindow })
    const column = (name: keyof Expected) => forecast.expected.map(each => each && each[name])
    return {
      first_day: dayOf(first), counts: [...counts], trend: [...trend], season: [...season], remainder: [...remainder],
      expected: column('mean'), low: column('low'), high: column('high'),
      next: forecast.next.map((each, i) => ({ day: dayOf(first + counts.length + i), ...each })),
      last_week: forecast.lastCycle, next_week: forecast.nextCycle,
      dispersion: forecast.dispersion, days_tested: forecast.tested, share_covered: forecast.covered,
    }
  },
}

/** Whole local days of the window for which there are records: none from before the first incident or after the data were read. */
export function byDay({ columns, chosen, question }: Input): { /** Days since 1970-01-01. */ first: number, counts: Float64Array } {
  const offsetAt = offsetReader(question.offsets), local = (instant: number) => (instant + offsetAt(instant)) / 86_400
  const first = Math.ceil(local(Math.max(question.from, columns.received[0]!))), end = Math.floor(local(Math.min(question.to, columns.asOf / 1000)))
  const counts = new Float64Array(Math.max(0, end - first))
  for (const row of chosen.rows) {
    const day = Math.floor(local(columns.received[row]!)) - first
    if (day >= 0 && day < counts.length) counts[day]!++
  }
  return { first, counts }
}

const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
