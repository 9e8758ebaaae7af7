import { choose, windowBefore, type Question } from './choose.ts'
import type { IncidentColumns } from './columns.ts'
import { whyNothing } from './left-out.ts'
import { NothingToSay } from './method.ts'
import { methodOf } from './methods/index.ts'
import type { StudyArea } from './study-area.ts'
import type { Done, Tell } from './worker.ts'

export interface MethodJob {
  kind: 'method'
  method: string
  parameters: Record<string, unknown>
  columns: IncidentColumns
  question: Question
  area: StudyArea
}

/** Choose the rows of the window and of the one before, and run a method over them. @throws {NothingToSay} */
export function runMethod({ method, parameters, columns, question, area }: MethodJob, progress: Tell): Done {
  const chosen = choose(columns, question), before = choose(columns, windowBefore(question))
  const asked = methodOf(method)!
  if (chosen.rows.length === 0 && !(asked.comparesBefore && before.rows.length > 0)) throw new NothingToSay(whyNothing(chosen))
  const took: Record<string, number> = {}
  const result = asked.run({ columns, question, chosen, before, area }, parameters, { progress, took(name, value) { took[name] = value } })
  return { size: chosen.rows.length, before: before.rows.length, leftOut: chosen.leftOut, took, asOf: columns.asOf, revision: columns.revision, result }
}
