import type { Shown } from '../../../server/analysis/method.ts'
import type { MethodEntry } from '../types.ts'

type Result = Record<string, unknown>

/** The columns that an answer has of those its method shows, the one that is drawn at first foremost: the method's first, unless the answer names another. */
export function shownColumns(shows: Readonly<Record<string, Shown>>, result: Result): [name: string, shown: Shown][] {
  const there = Object.entries(shows).filter(([name]) => Array.isArray(result[name]))
  return there.sort(([a], [b]) => Number(b === result.drawn) - Number(a === result.drawn))
}

/** The column by which an answer's cells are ranked, hottest first: what is drawn is what is ranked by; undefined where the method ranks nothing. */
export const rankColumn = ({ ranks }: { ranks?: MethodEntry['ranks'] | null }, result: Result): string | undefined =>
  ranks ? typeof result.drawn === 'string' ? result.drawn : ranks : undefined
