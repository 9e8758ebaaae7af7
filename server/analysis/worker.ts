// Runs one method in a thread of its own. Columns are shared memory; nothing is copied on the way in.
import type { MessagePort } from 'node:worker_threads'
import { choose, type Chosen, type Question } from './choose.ts'
import type { IncidentColumns } from './columns.ts'
import { NothingToSay } from './method.ts'
import { methodOf } from './methods/index.ts'
import type { StudyArea } from './study-area.ts'

export interface Job {
  method: string
  parameters: Record<string, unknown>
  columns: IncidentColumns
  question: Question
  area: StudyArea
  port: MessagePort
}

export interface Done {
  size: number
  before: number
  leftOut: Chosen['leftOut']
  /** Parameters that were computed because the caller gave none. */
  took: Record<string, number>
  result: object
}

export default function work({ method, parameters, columns, question, area, port }: Job): Done | { nothing: { zh: string, en: string } } {
  const chosen = choose(columns, question), length = question.to - question.from
  const before = choose(columns, { ...question, from: question.from - length, to: question.from })
  const took: Record<string, number> = {}
  let told = 0
  try {
    const result = methodOf(method)!.run({ columns, question, chosen, before, area }, parameters, {
      progress(done, total) {
        const now = Date.now()
        if (now - told < 100 && done < total) return
        told = now
        port.postMessage({ done, total })
      },
      took(name, value) { took[name] = value },
    })
    return { size: chosen.rows.length, before: before.rows.length, leftOut: chosen.leftOut, took, result }
  } catch (error) {
    if (error instanceof NothingToSay) return { nothing: error.label }
    throw error
  } finally {
    port.close()
  }
}
