import { choose, windowBefore, type Question } from '../choose.ts'
import type { IncidentColumns } from '../columns.ts'
import type { Input, Tools } from '../method.ts'
import { methodOf } from '../methods/index.ts'
import type { StudyArea } from '../study-area.ts'
import { columnsBefore } from './columns-before.ts'
import type { Span } from './windows.ts'

/** What a method gets to make a map of: the columns as they were when the find window ended. */
export function inputOf(columns: IncidentColumns, question: Question, find: Span, area: StudyArea): Input {
  const seen = columnsBefore(columns, find.to), own = { ...question, ...find }
  return { columns: seen, question: own, chosen: choose(seen, own), before: choose(seen, windowBefore(own)), area }
}

/** By cell of the study area what the map shows: the column that the method ranks by, or the one that the answer drew instead; what it doesn't list comes last. */
export function ranksOf({ method: id, parameters }: { method: string, parameters: Record<string, unknown> }, input: Input, index: ReadonlyMap<string, number>, tools: Tools): Float64Array {
  const method = methodOf(id)!, result = method.run(input, parameters, tools) as { cells: string[], drawn?: string }
  const column = result[(result.drawn ?? method.ranks!) as keyof typeof result] as unknown as (number | null)[], ranks = new Float64Array(index.size).fill(-Infinity)
  result.cells.forEach((cell, k) => {
    const i = index.get(cell)
    if (i === undefined) throw new Error(`${id} ranks cell ${cell}, which isn't of the study area`)
    ranks[i] = column[k] ?? -Infinity
  })
  return ranks
}
