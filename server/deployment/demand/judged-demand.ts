import type { Question } from '../../analysis/choose.ts'
import type { IncidentColumns } from '../../analysis/columns.ts'
import { numberAncestors } from '../../analysis/h3-bits.ts'
import { offsetReader } from '../../analysis/time-offsets.ts'
import { chosenWithin } from './chosen-before.ts'
import { weigher, type Weighing } from './weights.ts'
import { isoOf, weeksOf, type Span } from './windows.ts'

/** What happened in weeks that a plan hadn't seen, over the plan's cells. */
export interface JudgedDemand {
  from: string
  to: string
  weeks: number
  incidents: number
  /** Incidents in none of the plan's cells. */
  elsewhere: number
  /** A week's demand by cell. */
  weights: Float64Array
  /** The same summed up by local day: cells that had any, and how much. */
  days: { cell: Int32Array, weight: Float64Array }[]
}

/** What it is made of. `question` covers the window. */
export interface JudgedJob { kind: 'judged', columns: IncidentColumns, question: Question, window: Span, cells: readonly string[], resolution: number, weighing: Weighing }

/** Cost: as gatherDemand, over the window. */
export function judgedDemand({ columns: all, question, window, cells, resolution, weighing }: Omit<JudgedJob, 'kind'>): JudgedDemand {
  const weigh = weigher(weighing)
  const { columns, chosen: { rows } } = chosenWithin(all, question, window), index = new Map(cells.map((cell, i) => [cell, i]))
  const { number, cells: seen } = numberAncestors(columns.cell, columns.cellLow, resolution, rows), place = Int32Array.from(seen, cell => index.get(cell) ?? -1)
  const offsetAt = offsetReader(question.offsets), days = new Map<number, Map<number, number>>(), weights = new Float64Array(cells.length), weeks = weeksOf(window)
  let elsewhere = 0
  const firstDay = Math.floor((window.from + offsetAt(window.from)) / 86_400), lastDay = Math.floor((window.to - 1 + offsetAt(window.to - 1)) / 86_400)
  // A day without incidents is a day too.
  for (let day = firstDay; day <= lastDay; day++) days.set(day, new Map())
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!, cell = place[number[k]!]!, at = columns.received[i]!
    if (cell === -1) { elsewhere++; continue }
    const weight = weigh(columns.code[i]!), ofDay = days.get(Math.floor((at + offsetAt(at)) / 86_400))!
    weights[cell]! += weight / weeks
    ofDay.set(cell, (ofDay.get(cell) ?? 0) + weight)
  }
  return {
    from: isoOf(window.from), to: isoOf(window.to), weeks, incidents: rows.length, elsewhere, weights,
    days: [...days.values()].map(ofDay => ({ cell: Int32Array.from(ofDay.keys()), weight: Float64Array.from(ofDay.values()) })),
  }
}
