// Short questions about a selection, in a thread of their own: never behind a long run, never on the thread that serves maps.
import { move } from 'piscina'
import { countInside, figuresOf, type Figures, type FiguresJob, type InsideJob } from '../zones/figures.ts'
import { choose, windowBefore, type Chosen, type Question } from './choose.ts'
import type { IncidentColumns } from './columns.ts'
import { encodeColumns, type EncodeJob } from './encode-columns.ts'

export interface SizeJob { kind: 'size', columns: IncidentColumns, question: Question }
export interface Size { size: number, before: number, leftOut: Chosen['leftOut'] }

export type QuickJob = SizeJob | EncodeJob | FiguresJob | InsideJob
export type QuickAnswer = Size | ArrayBuffer | Figures | number[]

export default function work(job: QuickJob): QuickAnswer {
  switch (job.kind) {
    case 'size': {
      const { columns, question } = job, { rows, leftOut } = choose(columns, question)
      return { size: rows.length, before: choose(columns, windowBefore(question)).rows.length, leftOut }
    }
    case 'figures': return figuresOf(job)
    case 'inside': return countInside(job.columns, choose(job.columns, job.question).rows, job.areas)
    case 'columns': return move(encodeColumns(job)) as ArrayBuffer
  }
}
