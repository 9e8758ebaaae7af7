import type { Cells } from '../../api-shapes.ts'
import { classBreaks } from './breaks.ts'

export const classes = 6

/**
 * Cells as they are drawn. A cell keeps its slot from one answer to the next, so that colours can pass over into each
 * other; a slot whose cell isn't in the last answer holds 0.
 */
export interface CellPicture {
  resolution: number
  cells: readonly string[]
  /** A count each; 0 for none, -1 where it is hidden. */
  counts: Float64Array
  slots: ReadonlyMap<string, number>
  breaks: readonly number[]
  shown: number
  hidden: number
  total: number
  asOf: string
  othersOmitted: boolean
}

/**
 * The picture after an answer.
 *
 * @param before  what is drawn now
 * @param keepBreaks  while the timeline plays, a colour goes on meaning the same count
 */
export function nextPicture(before: CellPicture | undefined, answer: Cells, keepBreaks: boolean): CellPicture {
  // Slots that went empty are given up when they outnumber the others.
  const keep = before && before.resolution === answer.resolution && before.cells.length < 2 * answer.cells.length + 2_000
  const slots = new Map(keep ? before.slots : [])
  const cells = keep ? [...before.cells] : []
  for (const cell of answer.cells) if (!slots.has(cell)) slots.set(cell, cells.push(cell) - 1)
  const counts = new Float64Array(cells.length)
  answer.cells.forEach((cell, i) => { counts[slots.get(cell)!] = answer.counts[i] ?? -1 })
  const positive = answer.counts.filter(count => count !== null && count > 0) as number[]
  return {
    resolution: answer.resolution, cells, counts, slots,
    breaks: keepBreaks && before?.breaks.length ? before.breaks : classBreaks(positive, classes),
    shown: positive.length, hidden: answer.hidden, total: answer.total, asOf: answer.as_of, othersOmitted: answer.others_omitted,
  }
}
