import { choose, type Question } from '../choose.ts'
import type { IncidentColumns } from '../columns.ts'
import { insideOf } from '../insideness.ts'
import type { Done } from '../worker.ts'
import { feedbackOf, shareOf, type PatrolShare } from './feedback.ts'

export interface GuardJob {
  kind: 'guard'
  columns: IncidentColumns
  /** With what patrols found among its sources. */
  question: Question
  /** Outer rings and holes alike, even-odd; degrees. */
  rings: [number, number][][]
  /** Of a zone that holds within the window or before it: since when, epoch seconds. */
  validFrom: number | null
}

/** Count what patrols found inside and outside, and inside before the zone held for as long. */
export function runGuard({ columns, question, rings, validFrom }: GuardJob): Done {
  const inside = insideOf(rings)
  const count = (from: number, to: number) => {
    const chosen = choose(columns, { ...question, from, to })
    const n = { inside: { patrol: 0, all: 0 }, outside: { patrol: 0, all: 0 } }
    for (const i of chosen.rows) {
      const side = inside(columns.longitude[i]! / 1e7, columns.latitude[i]! / 1e7) ? n.inside : n.outside
      side.all++
      if (columns.channel[i] === question.patrol) side.patrol++
    }
    const share = ({ patrol, all }: { patrol: number, all: number }): PatrolShare => shareOf(patrol, all)
    return { chosen, inside: share(n.inside), outside: share(n.outside) }
  }
  const holds = validFrom !== null && validFrom < question.to, from = holds ? Math.max(question.from, validFrom) : question.from
  const now = count(from, question.to)
  const before = holds ? count(validFrom - (question.to - from), validFrom) : null
  return {
    size: now.chosen.rows.length, before: before?.chosen.rows.length ?? 0, leftOut: now.chosen.leftOut, took: {}, asOf: columns.asOf, revision: columns.revision,
    result: { window: { from: new Date(from * 1000).toISOString(), to: new Date(question.to * 1000).toISOString() }, ...feedbackOf(now.inside, now.outside, before?.inside) },
  }
}
