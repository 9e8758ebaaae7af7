import type { Label } from '../../../layers/layer.ts'
import { dayName, dayOf } from '../select/hour-grid.ts'
import type { RunAnswer } from '../types.ts'
import { numberLabel, shareText } from './number.ts'
import type { Values } from './picture.ts'

type Result = Record<string, unknown>

/**
 * An answer in a sentence or two, as an analyst would say it. Generic where the method has none of its own: the answer's first
 * column by its kind.
 */
export function sentencesOf(answer: RunAnswer): Label[] {
  const said = byMethod[answer.method]?.(answer.result, answer)
  return (Array.isArray(said) ? said : [said]).filter(each => each !== undefined)
}

const column = (result: Result, name: string): Values => (result[name] as Values | undefined) ?? []
const numbers = (result: Result, name: string): number[] => column(result, name).map(value => typeof value === 'number' ? value : 0)
const n = (value: number): string => numberLabel(value, 0)

const byMethod: Readonly<Record<string, (result: any, answer: RunAnswer) => Label | (Label | undefined)[] | undefined>> = {
  gi_star: result => hotSentence(column(result, 'confidence'), numbers(result, 'counts')),
  counts: result => densest(numbers(result, 'counts')),
  risk: result => riskSentence(numbers(result, 'risk'), result.weekly),
  density: result => {
    const values = numbers(result, 'per_square_km'), most = largest(values)
    return { zh: `最密处每平方公里 ${numberLabel(most, 1)} 起，带宽 ${n(result.bandwidth_metres)} 米。`, en: `${numberLabel(most, 1)} incidents per km² where it is densest; bandwidth ${n(result.bandwidth_metres)} m.` }
  },
  compare: result => [totals(result.total), changes(column(result, 'confidence'))],
  local_moran: result => {
    const kinds = column(result, 'quadrant'), of = (kind: string) => kinds.filter(each => each === kind).length
    return [
      { zh: `${n(of('high-high'))} 个网格高值聚集，${n(of('high-low'))} 个是孤立高点，${n(of('low-low'))} 个低值聚集。`, en: `${n(of('high-high'))} cells are high among high, ${n(of('high-low'))} stand out alone, ${n(of('low-low'))} are low among low.` },
      result.global && { zh: `全局莫兰指数 I = ${numberLabel(result.global.index, 3)}。`, en: `Global Moran's I = ${numberLabel(result.global.index, 3)}.` },
    ]
  },
  emerging: result => {
    const patterns = column(result, 'pattern'), of = (...kinds: string[]) => patterns.filter(each => kinds.includes(String(each))).length
    return {
      zh: `${n(of('hot-new', 'hot-consecutive'))} 个网格是新增或连续热点，${n(of('hot-intensifying', 'hot-persistent'))} 个加剧或持续，${n(of('hot-diminishing', 'hot-historical'))} 个减弱或已成历史；共 ${result.periods} 段，每段 ${numberLabel(result.period_days, 1)} 天。`,
      en: `${n(of('hot-new', 'hot-consecutive'))} cells are new or consecutive hot spots, ${n(of('hot-intensifying', 'hot-persistent'))} intensifying or persistent, ${n(of('hot-diminishing', 'hot-historical'))} diminishing or past; ${result.periods} periods of ${numberLabel(result.period_days, 1)} days.`,
    }
  },
  clusters: (result, { size }) => ({
    zh: `找到 ${n(result.found)} 团，最大一团 ${n(result.clusters[0]?.count ?? 0)} 起；${shareText(size ? result.noise / size : 0)} 的警情不成团。`,
    en: `${n(result.found)} clusters, the largest of ${n(result.clusters[0]?.count ?? 0)} incidents; ${shareText(size ? result.noise / size : 0)} of incidents are in none.`,
  }),
  concentration: (result, { size }) => [result.concentration && {
    zh: `${shareText(result.concentration.holdHalf)} 的网格占了五成警情，${shareText(result.concentration.holdFourFifths)} 占了八成；基尼系数 ${numberLabel(result.concentration.gini, 2)}，校正后 ${numberLabel(result.concentration.adjustedGini, 2)}。`,
    en: `${shareText(result.concentration.holdHalf)} of cells hold half of all incidents, ${shareText(result.concentration.holdFourFifths)} four fifths; Gini ${numberLabel(result.concentration.gini, 2)}, adjusted ${numberLabel(result.concentration.adjustedGini, 2)}.`,
  }, {
    zh: `${n(result.repeat_addresses)} 个地址不止一次报警，占警情的 ${shareText(size ? result.in_repeats / size : 0)}。`,
    en: `${n(result.repeat_addresses)} addresses called more than once: ${shareText(size ? result.in_repeats / size : 0)} of incidents.`,
  }],
  clock: result => clockSentence(result.hours, result.without_hour),
  near_repeat: result => nearRepeatSentence(result),
  trend: result => trendSentence(result.last_week, result.next_week),
}

/** "12 个网格在 99% 置信度上是热点，占 3.1% 的面积、21% 的警情。" */
export function hotSentence(confidence: Values, counts: readonly number[]): Label {
  const level = [99, 95, 90].find(each => confidence.includes(each))
  if (level === undefined) return { zh: '没有网格多得超出偶然（90% 置信度，校正后）。', en: 'No cell has more than chance explains (90% confidence, corrected).' }
  const hot = confidence.map(value => typeof value === 'number' && value >= level), cells = hot.filter(Boolean).length
  const inside = counts.reduce((sum, count, i) => hot[i] ? sum + count : sum, 0), all = counts.reduce((sum, count) => sum + count, 0)
  const area = shareText(cells / confidence.length), share = shareText(all ? inside / all : 0)
  return {
    zh: `${n(cells)} 个网格在 ${level}% 置信度上是热点，占 ${area} 的面积、${share} 的警情。`,
    en: `${n(cells)} ${cells === 1 ? 'cell is' : 'cells are'} hot at ${level}% confidence: ${area} of the area, ${share} of incidents.`,
  }
}

/** What the busiest twentieth of cells holds. */
function densest(counts: readonly number[]): Label {
  const sorted = counts.toSorted((a, b) => b - a), top = Math.max(1, Math.round(sorted.length / 20)), sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0)
  const share = shareText(sum(sorted.slice(0, top)) / Math.max(1, sum(sorted)))
  return {
    zh: `警情最多的 5% 网格（${n(top)} 格）占了 ${share} 的警情；最多的一格 ${n(sorted[0] ?? 0)} 起。`,
    en: `The busiest 5% of cells (${n(top)}) hold ${share} of incidents; the busiest one has ${n(sorted[0] ?? 0)}.`,
  }
}

/** How much of the next week the riskiest fiftieth of cells is expected to see. */
function riskSentence(risk: readonly number[], weekly: number): Label {
  const sorted = risk.toSorted((a, b) => b - a), top = Math.max(1, Math.round(sorted.length / 50)), sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0)
  const share = shareText(sum(sorted.slice(0, top)) / Math.max(1e-12, sum(sorted)))
  return {
    zh: `照近来的水平，下周约 ${numberLabel(weekly, 0)} 起；风险最高的 2% 网格（${n(top)} 格）预期占 ${share}。`,
    en: `At the recent level about ${numberLabel(weekly, 0)} incidents next week; the riskiest 2% of cells (${n(top)}) are expected to see ${share} of them.`,
  }
}

interface Expected { mean: number, low: number, high: number }

/** Whether the last whole week was out of line, and what to expect of the next. */
export function trendSentence(last: Expected & { actual: number }, next: Expected): Label[] {
  const interval = ({ low, high }: Expected) => `${n(low)}–${n(high)}`
  const out = last.actual > last.high ? { zh: '高于预期', en: 'more than expected' } : last.actual < last.low ? { zh: '低于预期', en: 'fewer than expected' } : { zh: '在预期之内', en: 'as expected' }
  return [
    { zh: `最近一周 ${n(last.actual)} 起，${out.zh}（预期 ${n(last.mean)}，区间 ${interval(last)}）。`, en: `${n(last.actual)} in the last week, ${out.en} (${n(last.mean)} expected, ${interval(last)}).` },
    { zh: `下一周预期 ${n(next.mean)} 起，区间 ${interval(next)}。`, en: `About ${n(next.mean)} are expected next week, ${interval(next)}.` },
  ]
}

function totals({ now, before, p }: { now: number, before: number, p: number | null }): Label {
  const change = before > 0 ? (now - before) / before : null
  const percent = change === null ? '' : `${change > 0 ? '+' : change < 0 ? '−' : '±'}${shareText(Math.abs(change))}`
  const chance: Label = p === null ? { zh: '', en: '' } : p < 0.05 ? { zh: `，不像偶然（${pText(p)}）`, en: `, more than chance (${pText(p)})` } : { zh: `，偶然也会如此（${pText(p)}）`, en: `, within chance (${pText(p)})` }
  return { zh: `本期 ${n(now)} 起，前期 ${n(before)} 起${percent && `，${percent}`}${chance.zh}。`, en: `${n(now)} now, ${n(before)} before${percent && `: ${percent}`}${chance.en}.` }
}

function changes(confidence: Values): Label | undefined {
  if (confidence.length === 0) return undefined
  const up = confidence.filter(value => Number(value) >= 95).length, down = confidence.filter(value => Number(value) <= -95).length
  return { zh: `95% 置信度上，${n(up)} 个网格上升，${n(down)} 个下降。`, en: `At 95% confidence ${n(up)} cells rose and ${n(down)} fell.` }
}

/** @param hours  weights of the 168 hours of the week, Monday 00:00 first */
export function clockSentence(hours: readonly number[], withoutHour: number): Label[] {
  const total = hours.reduce((a, b) => a + b, 0)
  const none: Label = { zh: `${n(withoutHour)} 起不知道钟点，未计入。`, en: `${n(withoutHour)} without a known hour are not counted.` }
  if (total === 0) return [{ zh: '没有一起警情知道钟点。', en: 'The hour of no incident is known.' }]
  const most = hours.indexOf(largest(hours)), day = dayName(dayOf(most)), hour = most % 24
  const times = hours[most]! / (total / 168)
  return [{
    zh: `最多的是${day.zh} ${hour}–${hour + 1} 时：平均每小时的 ${numberLabel(times, 1)} 倍。`,
    en: `Most on ${day.en} ${hour}:00–${hour + 1}:00: ${numberLabel(times, 1)} times the average hour.`,
  }, ...withoutHour > 0 ? [none] : []]
}

interface Knox { bands: { metres: number[], days: number[] }, table: { observed: number, expected: number, ratio: number, p: number }[][], permutations: number }

/** The strongest band that chance doesn't explain; the very same place is a matter of its own. */
export function nearRepeatSentence({ bands, table, permutations }: Knox): Label[] {
  const found = table.flatMap((row, i) => row.map((cell, j) => ({ ...cell, i, j })))
    .filter(({ p, ratio, expected }) => p <= 0.05 && ratio > 1 && expected > 0).sort((a, b) => b.ratio - a.ratio)
  if (!found[0]) return [{ zh: `没有近重复：各档都在偶然范围内（${permutations} 次置换）。`, en: `No near repeats: every band is within chance (${permutations} shuffles).` }]
  const { i, j, ratio, p } = found[0], all = table.length * bands.days.length, few = found.length <= Math.ceil(all * 0.05), times = numberLabel(ratio, ratio < 1.5 ? 2 : 1), far = distanceBand(bands.metres, i), soon = timeBand(bands.days, j)
  return [{
    zh: `一起之后，${far.zh}、${soon.zh}内再发生，是偶然的 ${times} 倍（${pText(p)}）。${all} 档中 ${found.length} 档 p ≤ 0.05${few ? '，全凭偶然也会有这么多' : ''}。`,
    en: `After one incident, another at ${far.en} within ${soon.en} is ${times} times as frequent as by chance (${pText(p)}). Of ${all} bands ${found.length} have p ≤ 0.05${few ? ', as many as chance alone gives' : ''}.`,
  }]
}

/** A band of distance: the first, where it is a metre or less, is the very same place; each other begins where the one before ends. */
export function distanceBand(metres: readonly number[], i: number): Label {
  if (i === 0 && metres[0]! <= 1) return { zh: '同一地点', en: 'the same place' }
  const text = `${n(metres[i - 1] ?? 0)}–${n(metres[i]!)}`
  return { zh: `${text} 米`, en: `${text} m` }
}

export function timeBand(days: readonly number[], j: number): Label {
  const text = `${n(days[j - 1] ?? 0)}–${n(days[j]!)}`
  return { zh: `${text} 天`, en: `${text} days` }
}

/** "p = 0.013", "p < 0.001". */
export const pText = (p: number): string => p < 0.001 ? 'p\u00a0<\u00a00.001' : `p\u00a0=\u00a0${p.toFixed(p < 0.1 ? 3 : 2)}`

const largest = (values: readonly number[]): number => values.reduce((most, each) => Math.max(most, each), -Infinity)
