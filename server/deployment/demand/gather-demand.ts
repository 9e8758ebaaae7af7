import { countByCell, type CellCounts } from '../../analysis/by-cell.ts'
import { hourOfWeek } from '../../analysis/statistics/aoristic.ts'
import { offsetReader } from '../../analysis/time-offsets.ts'
import type { Question } from '../../analysis/choose.ts'
import type { IncidentColumns } from '../../analysis/columns.ts'
import { leftOutOf } from '../../analysis/left-out.ts'
import type { StudyArea } from '../../analysis/study-area.ts'
import { chosenWithin } from './chosen-before.ts'
import { nearRepeats, type NearRepeat } from './near-repeat.ts'
import { fitPrior, shrink, type Prior } from './estimate.ts'
import { weigher, type Weighing } from './weights.ts'
import { isoOf, weeksOf, type Span } from './windows.ts'

export const estimates = ['shrunk', 'counted'] as const
export type EstimateKind = (typeof estimates)[number]

/** Demand by cell and by hour of the week, of incidents before an instant. Plain data; arrays are in the order of `cells`. */
export interface Demand {
  resolution: number
  /** ISO; `to` is the first instant that it knows nothing of. */
  find: { from: string, to: string }
  weeks: number
  estimate: EstimateKind
  prior: Prior | null
  cells: string[]
  station: number[]
  /** Incidents that were counted. */
  counts: number[]
  /** Incidents a week times what each counts, and the 90 % interval of that. */
  weights: number[]
  low: number[]
  high: number[]
  /** A week's demand by hour of the local week, 0 Monday 00:00; incidents whose hour isn't known are spread evenly. */
  hours: number[]
  size: number
  /** Where it was asked for. */
  near_repeat?: NearRepeat
  left_out: ReturnType<typeof leftOutOf>
}

/** What it is made of. `areas`: finest first, the first that gives no more than `mostCells` is taken. */
export interface DemandJob { kind: 'demand', columns: IncidentColumns, question: Question, window: Span, areas: readonly StudyArea[], mostCells: number, weighing: Weighing, estimate: EstimateKind }

/**
 * Demand over the cells of the study area within the selection, and every cell that had an incident.
 *
 * `shrunk`: the Gamma-Poisson mean, so quiet cells count a little; `counted`: what was counted, so they count nothing. Both have
 * the interval of the Gamma posterior. Near repeats, where they are asked for, shift demand to where they are to be expected.
 *
 * Cost: a pass over the window and one over each study area tried; a sixth of a second for a million incidents, so not on the
 * thread that serves maps.
 *
 * @returns how many cells even the coarsest gives, where those are too many
 */
export function gatherDemand({ columns: all, question, window, areas, mostCells, weighing, estimate }: Omit<DemandJob, 'kind'>): Demand | { tooMany: number } {
  const within = chosenWithin(all, question, window)
  let tooMany = 0
  for (const area of areas) {
    const counted = countByCell({ ...within, before: within.chosen, area })
    if (counted.cells.length <= mostCells) return demandOf(within, counted, window, area, weighing, estimate)
    tooMany = counted.cells.length
  }
  return { tooMany }
}

function demandOf(within: ReturnType<typeof chosenWithin>, { cells, counts, cellOfRow }: CellCounts, window: Span, area: StudyArea, weighing: Weighing, estimate: EstimateKind): Demand {
  const { columns, question, chosen } = within, { near_repeat: near } = weighing.weights, weeks = weeksOf(window), weigh = weigher(weighing)
  const sums = new Float64Array(cells.length), station = new Int32Array(cells.length), stationOf = new Map(area.cells.map((cell, i) => [cell, area.station[i]!]))
  let total = 0
  for (let k = 0; k < chosen.rows.length; k++) {
    const weight = weigh(columns.code[chosen.rows[k]!]!)
    sums[cellOfRow[k]!]! += weight
    total += weight
  }
  cells.forEach((cell, i) => { station[i] = stationOf.get(cell) ?? 0 })
  const prior = fitPrior(counts, weeks), usual = chosen.rows.length > 0 ? total / chosen.rows.length : 0
  const known = new Map<number, ReturnType<typeof shrink>>()
  const of = (count: number) => { const found = known.get(count) ?? shrink(count, weeks, prior!); known.set(count, found); return found }
  const each = cells.map((_, i) => {
    if (!prior) return { mean: 0, low: 0, high: 0 }
    const { mean, low, high } = of(counts[i]!), worth = counts[i]! > 0 ? sums[i]! / counts[i]! : usual
    return { mean: estimate === 'counted' ? sums[i]! / weeks : mean * worth, low: low * worth, high: high * worth }
  })
  const repeats = near && nearRepeats({ ...within, cells, cellOfRow }, window.to, near, weigh)
  // Where only what was counted counts, a quiet cell stays quiet.
  const echo = (i: number) => repeats && (estimate !== 'counted' || counts[i]! > 0) ? repeats.echo[i]! : 0
  const sum = each.reduce((all, { mean }) => all + mean, 0), raised = cells.reduce((all, _, i) => all + echo(i), 0), kept = sum > 0 ? sum / (sum + raised) : 1
  const weighed = (name: 'mean' | 'low' | 'high') => each.map((one, i) => (one[name] + echo(i)) * kept)
  return {
    resolution: area.resolution, find: { from: isoOf(window.from), to: isoOf(window.to) }, weeks, estimate, prior, cells, station: [...station], counts: [...counts],
    weights: weighed('mean'), low: weighed('low'), high: weighed('high'),
    hours: hoursOf(columns, question, chosen.rows, weigh).map(sum => sum / weeks), size: chosen.rows.length, left_out: leftOutOf(chosen.leftOut),
    ...(repeats && { near_repeat: { ...repeats.told, share: 1 - kept } }),
  }
}

function hoursOf(columns: IncidentColumns, question: Question, rows: Uint32Array, weigh: (code: number) => number): number[] {
  const hours = Array<number>(168).fill(0), offsetAt = offsetReader(question.offsets)
  let unknown = 0
  for (const i of rows) {
    const weight = weigh(columns.code[i]!), at = columns.received[i]!
    if (question.knowsHour[columns.precision[i]!]) hours[hourOfWeek(at + offsetAt(at))]! += weight
    else unknown += weight
  }
  return hours.map(sum => sum + unknown / 168)
}
