import type { Shown } from '../../../server/analysis/method.ts'
import type { MethodEntry, RunAnswer } from '../types.ts'
import { shownColumns } from './drawn.ts'
import type { Values } from './picture.ts'

/** An answer that has cells, ready to be looked up by cell. */
export interface CellAnswer {
  answer: RunAnswer
  method: MethodEntry
  resolution: number
  cells: readonly string[]
  columns: Readonly<Record<string, Values>>
  /** The one that is drawn at first foremost. */
  shows: Readonly<Record<string, Shown>>
  /** Where each cell stands in the columns. */
  index: ReadonlyMap<string, number>
}

/** @returns null for an answer without cells, or whose method doesn't say how they are shown */
export function cellAnswerOf(answer: RunAnswer | null, methods: readonly MethodEntry[]): CellAnswer | null {
  const method = methods.find(({ id }) => id === answer?.method), cells = answer?.result.cells
  if (!answer || !method?.shows || !Array.isArray(cells)) return null
  const shows = Object.fromEntries(shownColumns(method.shows, answer.result))
  return {
    answer, method, resolution: answer.resolution, cells: cells as string[], shows,
    columns: Object.fromEntries(Object.keys(shows).map(name => [name, answer.result[name] as Values])),
    index: new Map((cells as string[]).map((cell, i) => [cell, i])),
  }
}

/** Names of the columns that a map can show: those that say something somewhere. */
export const drawable = ({ shows, columns }: CellAnswer): string[] =>
  Object.keys(shows).filter(name => shows[name]!.kind !== 'figure' && columns[name]!.some(value => value !== null))
