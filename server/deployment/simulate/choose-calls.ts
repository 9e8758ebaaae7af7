import type { Question } from '../../analysis/choose.ts'
import type { IncidentColumns } from '../../analysis/columns.ts'
import { numberAncestors } from '../../analysis/h3-bits.ts'
import { offsetReader } from '../../analysis/time-offsets.ts'
import { chosenWithin } from '../demand/chosen-before.ts'
import type { Span } from '../demand/windows.ts'

/** What it is made of. `find`: what the plan was built on; `weeks`: whole local weeks after it. */
export interface CallsJob { kind: 'calls', columns: IncidentColumns, question: Question, find: Span, weeks: Span, cells: readonly string[], resolution: number }

/** Incidents of the weeks to be replayed, one entry each in every array, and those whose handling times tell of the others'. */
export interface ChosenCalls {
  id: Float64Array
  /** Local wall time, seconds since 1970-01-01 00:00. */
  localSeconds: Float64Array
  /** Number of the plan's cell. */
  cell: Int32Array
  code: Int32Array
  /** In none of the plan's cells. */
  elsewhere: number
  /** Nobody knows at which hour they came. */
  hourUnknown: number
  /** The latest that the plan was built on, received from `from` on. */
  before: { id: Float64Array, code: Int32Array, from: number }
}

/** Enough to know how long each category takes. */
const mostBefore = 10_000

/** Cost: a pass over both spans. */
export function chooseCalls({ columns: all, question, find, weeks, cells, resolution }: Omit<CallsJob, 'kind'>): ChosenCalls {
  const { columns, chosen: { rows, leftOut } } = chosenWithin(all, question, weeks), index = new Map(cells.map((cell, i) => [cell, i]))
  const { number, cells: seen } = numberAncestors(columns.cell, columns.cellLow, resolution, rows), place = Int32Array.from(seen, cell => index.get(cell) ?? -1)
  const timed = rows.filter(row => question.knowsHour[columns.precision[row]!]), here: number[] = [], cell: number[] = []
  for (let k = 0; k < rows.length; k++) {
    if (!question.knowsHour[columns.precision[rows[k]!]!] || place[number[k]!] === -1) continue
    here.push(rows[k]!)
    cell.push(place[number[k]!]!)
  }
  const offsetAt = offsetReader(question.offsets), earlier = chosenWithin(all, question, find), before = earlier.chosen.rows.slice(-mostBefore)
  return {
    id: Float64Array.from(here, row => columns.id[row]!), localSeconds: Float64Array.from(here, row => columns.received[row]! + offsetAt(columns.received[row]!)), cell: Int32Array.from(cell),
    code: Int32Array.from(here, row => columns.code[row]!), elsewhere: timed.length - here.length, hourUnknown: leftOut.hourUnknown + rows.length - timed.length,
    before: { id: Float64Array.from(before, row => columns.id[row]!), code: Int32Array.from(before, row => columns.code[row]!), from: before.length > 0 ? columns.received[before[0]!]! : find.from },
  }
}
