// Short questions about a selection, in a thread of their own: never behind a long run, never on the thread that serves maps.
import { move } from 'piscina'
import { choose, windowBefore, type Chosen, type Question } from './choose.ts'
import type { IncidentColumns } from './columns.ts'
import { encodeColumns, type EncodeJob } from './encode-columns.ts'

export interface SizeJob { kind: 'size', columns: IncidentColumns, question: Question }
export interface Size { size: number, before: number, leftOut: Chosen['leftOut'] }

export default function work(job: SizeJob | EncodeJob): Size | ArrayBuffer {
  switch (job.kind) {
    case 'size': {
      const { columns, question } = job, { rows, leftOut } = choose(columns, question)
      return { size: rows.length, before: choose(columns, windowBefore(question)).rows.length, leftOut }
    }
    case 'columns': return move(encodeColumns(job)) as ArrayBuffer
  }
}
