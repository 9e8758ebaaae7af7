import type { Label } from '../../../layers/layer.ts'
import { curveAreas, type Judged } from './judged.ts'
import { knownInterval, meanInterval, type Interval } from './intervals.ts'
import { measures, type Measure, type Score } from './scores.ts'
import { verdictOf, type Evidence, type Verdict } from './verdict.ts'
import type { JudgedWindow } from './windows.ts'

type Entries<T> = { ours: T, prior: T, chance: T }
export type Summary = Record<Measure, Interval | null>
interface Dates { find: { from: string, to: string }, judge: { from: string, to: string } }

/** What a judgement answers; the names are the API's. */
export interface Judgement {
  /** Mean share of the study area, and mean number of its cells. */
  area_share: number
  cells: number
  /** The oldest first. `elsewhere`: judged incidents outside the study area, which every map misses. */
  windows: (Dates & { incidents: number, elsewhere: number, entries: Entries<Score> })[]
  /** Windows that can't be judged, and why. */
  skipped: (Dates & { why: Label })[]
  /** Of the windows: mean and 95 % interval. Of chance: the range of 95 in 100 such means of maps drawn at random. */
  overall: Entries<Summary>
  /** Share of all judged incidents caught by share of area. */
  curve: { area: number[], ours: number[], prior: number[] }
  /** Ours minus prior counts, window by window. */
  difference: { pei: Interval, hit_rate: Interval }
  verdict: Verdict
  limits: Label
}

export const limits: Label = {
  zh: '区间按时段之间的差异用 t 分布算出，把时段看作独立；但相邻时段的依据数据重叠，真实的不确定性可能更大。警情的类别、状态按现在所知，当时未必已知。面积按研究区格子数计，同一城市内格子面积相差不到百分之一。热格按方法的排序取，同分先看过去警情数，再看格子编号。',
  en: 'Intervals come from the differences between windows by Student\'s t, as if windows were independent; the data that neighbouring maps are made of overlap, so the true uncertainty may be larger. Types and statuses are as known today, not as they were known then. Area is counted in cells of the study area, which within a city differ by less than one per cent. Hot cells are the highest ranked; ties go to more earlier incidents, then by the cell\'s id.',
}
const zoneLimits: Label = {
  zh: '区域可以比格子画得更细：基线和最佳地图按整格（最后一格按比例）计，所以精细的区域可能超过 1。', en: 'A zone may be drawn finer than cells: the baseline and the best map take whole cells, the last one in part, so a fine zone can score above 1.',
}

export const datesOf = ({ find, judge }: JudgedWindow): Dates => {
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString()
  return { find: { from: iso(find.from), to: iso(find.to) }, judge: { from: iso(judge.from), to: iso(judge.to) } }
}

/** @param judged  one window at least, the oldest first */
export function summarise(judged: readonly Judged[], skipped: Judgement['skipped'], zone?: { drawn: Evidence['drawn'] }): Judgement {
  const of = (who: 'ours' | 'prior' | 'chance', measure: Measure) => judged.map(({ entries }) => entries[who][measure])
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const overWindows = (who: 'ours' | 'prior') => summaryOf(measure => {
    const known = of(who, measure).filter(value => value !== null)
    return known.length ? meanInterval(known, 0) : null
  })
  const minus = (measure: 'pei' | 'hit_rate') => meanInterval(judged.map(({ entries: { ours, prior } }) => ours[measure] - prior[measure]))
  const incidents = judged.reduce((sum, each) => sum + each.incidents, 0), difference = { pei: minus('pei'), hit_rate: minus('hit_rate') }
  const pooled = (who: 'ours' | 'prior') => judged[0]!.curve[who].map((_, k) => judged.reduce((sum, { curve }) => sum + curve[who][k]!, 0) / incidents)
  const areaShare = mean(of('ours', 'area_share') as number[])
  return {
    area_share: areaShare, cells: Math.round(mean(judged.map(({ cells }) => cells))),
    windows: judged.map(({ window, incidents, elsewhere, entries }) => ({ ...datesOf(window), incidents, elsewhere, entries })), skipped,
    overall: { ours: overWindows('ours'), prior: overWindows('prior'), chance: summaryOf(measure => ofChance(judged, measure)) },
    curve: zone ? { area: [0, areaShare], ours: [0, ...pooled('ours')], prior: [0, ...pooled('prior')] } : { area: [...curveAreas], ours: pooled('ours'), prior: pooled('prior') },
    difference,
    verdict: verdictOf({
      windows: judged.length, incidents, difference: difference.pei, pai: mean(of('ours', 'pai') as number[]),
      same: judged.every(({ entries: { ours, prior } }) => ours.hits === prior.hits), ...(zone?.drawn && { drawn: zone.drawn }),
    }),
    limits: zone ? { zh: limits.zh + zoneLimits.zh, en: `${limits.en} ${zoneLimits.en}` } : limits,
  }
}

const summaryOf = (of: (measure: Measure) => Interval | null): Summary => Object.fromEntries(measures.map(measure => [measure, of(measure)])) as Summary

/** Chance is known in closed form: its deviation in each window, not only what windows differ by. */
function ofChance(judged: readonly Judged[], measure: Measure): Interval | null {
  const values = judged.map(({ entries }) => entries.chance[measure]).filter(value => value !== null)
  if (values.length === 0) return null
  // A ratio of two counts of the same random cells: only its mean is told.
  if (measure === 'recapture') return { ...knownInterval(values, values.map(() => 0)), low: null, high: null }
  return knownInterval(values, judged.map(({ entries: { ours }, chanceDeviation, incidents, best }) => ({
    area_share: 0, hits: chanceDeviation, hit_rate: chanceDeviation / incidents, pai: chanceDeviation / incidents / ours.area_share, pei: best > 0 ? chanceDeviation / best : 0,
  })[measure]), 0)
}
