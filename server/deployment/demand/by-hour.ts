import { countByCell } from '../../analysis/by-cell.ts'
import type { Question } from '../../analysis/choose.ts'
import type { IncidentColumns } from '../../analysis/columns.ts'
import type { StudyArea } from '../../analysis/study-area.ts'
import { offsetReader } from '../../analysis/time-offsets.ts'
import { chosenWithin } from './chosen-before.ts'
import { hourOfWeek } from '../../analysis/statistics/aoristic.ts'
import { weigher, type Weighing } from './weights.ts'
import { weeksOf, type Span } from './windows.ts'

/** Demand of a cell in an hour of the local week, where there was any: three lists of one length. `cell`: the number of the cell. */
export interface DemandByHour { cell: number[], hour: number[], weight: number[] }

export interface ByHourJob { kind: 'by_hour', columns: IncidentColumns, question: Question, window: Span, area: StudyArea, weighing: Weighing }

/** Demand a week by cell and hour of the week, as counted; incidents whose hour isn't known are left out. Cells and cost as in gatherDemand. */
export function demandByHour({ columns: all, question, window, area, weighing }: Omit<ByHourJob, 'kind'>): DemandByHour {
  const weigh = weigher(weighing), within = chosenWithin(all, question, window), { columns, chosen: { rows } } = within
  const { cellOfRow } = countByCell({ ...within, before: within.chosen, area }), sums = new Map<number, number>(), offsetAt = offsetReader(question.offsets), weeks = weeksOf(window)
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!, at = columns.received[i]!
    if (!question.knowsHour[columns.precision[i]!]) continue
    const key = cellOfRow[k]! * 168 + hourOfWeek(at + offsetAt(at))
    sums.set(key, (sums.get(key) ?? 0) + weigh(columns.code[i]!) / weeks)
  }
  const keys = [...sums.keys()].sort((a, b) => a - b)
  return { cell: keys.map(key => Math.floor(key / 168)), hour: keys.map(key => key % 168), weight: keys.map(key => sums.get(key)!) }
}
