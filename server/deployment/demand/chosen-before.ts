import { choose, type Chosen, type Question } from '../../analysis/choose.ts'
import type { IncidentColumns } from '../../analysis/columns.ts'
import { columnsBefore } from '../../analysis/judge/columns-before.ts'
import type { Span } from './windows.ts'

/**
 * Incidents of a span, from columns that end with it: what was received later isn't there to be looked at.
 *
 * @param question  covers the span
 */
export function chosenWithin(all: IncidentColumns, question: Question, { from, to }: Span): { columns: IncidentColumns, question: Question, chosen: Chosen } {
  const columns = columnsBefore(all, to), asked = { ...question, from, to }
  return { columns, question: asked, chosen: choose(columns, asked) }
}
