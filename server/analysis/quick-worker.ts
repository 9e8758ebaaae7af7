// Short questions about a selection, in a thread of their own: never behind a long run, never on the thread that serves maps.
import { move } from 'piscina'
import { demandByHour, type ByHourJob, type DemandByHour } from '../deployment/demand/by-hour.ts'
import { gatherDemand, type Demand, type DemandJob } from '../deployment/demand/gather-demand.ts'
import { judgedDemand, type JudgedDemand, type JudgedJob } from '../deployment/demand/judged-demand.ts'
import { busiestPlaces, type BusiestJob, type BusyPlace } from '../deployment/patrols/busiest.ts'
import { planPatrols, type PatrolPlan } from '../deployment/patrols/plan-patrols.ts'
import type { PatrolQuestion } from '../deployment/patrols/question.ts'
import { chooseCalls, type CallsJob, type ChosenCalls } from '../deployment/simulate/choose-calls.ts'
import { greedyPlan, type GreedyJob } from '../deployment/solve/greedy.ts'
import { countInside, figuresOf, type Figures, type FiguresJob, type InsideJob } from '../zones/figures.ts'
import { choose, windowBefore, type Chosen, type Question } from './choose.ts'
import type { IncidentColumns } from './columns.ts'
import { encodeColumns, type EncodeJob } from './encode-columns.ts'

export interface SizeJob { kind: 'size', columns: IncidentColumns, question: Question }
export interface Size { size: number, before: number, leftOut: Chosen['leftOut'] }

export interface PatrolsJob { kind: 'patrols', question: PatrolQuestion }

export type QuickJob = SizeJob | EncodeJob | FiguresJob | InsideJob | DemandJob | ByHourJob | JudgedJob | CallsJob | GreedyJob | BusiestJob | PatrolsJob
export type QuickAnswer = Size | ArrayBuffer | Figures | number[] | Demand | { tooMany: number } | DemandByHour | JudgedDemand | ChosenCalls | BusyPlace[][] | PatrolPlan

export default function work(job: QuickJob): QuickAnswer {
  switch (job.kind) {
    case 'size': {
      const { columns, question } = job, { rows, leftOut } = choose(columns, question)
      return { size: rows.length, before: choose(columns, windowBefore(question)).rows.length, leftOut }
    }
    case 'figures': return figuresOf(job)
    case 'inside': return countInside(job.columns, choose(job.columns, job.question).rows, job.areas)
    case 'demand': return gatherDemand(job)
    case 'by_hour': return demandByHour(job)
    case 'judged': return judgedDemand(job)
    case 'calls': return chooseCalls(job)
    case 'greedy': return greedyPlan(job)
    case 'busiest': return busiestPlaces(job)
    case 'patrols': return planPatrols(job.question)
    case 'columns': return move(encodeColumns(job)) as ArrayBuffer
  }
}
