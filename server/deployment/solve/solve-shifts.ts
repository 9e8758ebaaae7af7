import type { SignedIn } from '../../access/sessions.ts'
import { BadInput } from '../../errors.ts'
import type { Timed } from '../deployment.ts'
import type { Plan } from '../models/problem.ts'
import type { Outcome, RunProgress } from '../runs/runs.ts'
import type { SolveQuestion } from './ask.ts'
import { describe, prepare, problemOf, progressOf, type Needed, type Prepared } from './solve.ts'
import { tellReasons } from './tell-reasons.ts'

/** Each shift's own question. @throws {BadInput} where fewer than two shifts are named, or one twice */
export async function prepareShifts(services: Needed, signedIn: SignedIn, question: SolveQuestion): Promise<Prepared[]> {
  const { shifts = [] } = question
  if (shifts.length < 2 || new Set(shifts).size < shifts.length) throw new BadInput({ pointer: '/body/shifts', value: shifts.join(', '), detail: 'must name two shifts or more, each once, in the order in which they follow each other' })
  if (question.selection.shifts) throw new BadInput({ pointer: '/body/selection/shifts', value: question.selection.shifts.join(', '), detail: 'is decided by shifts: leave it out' })
  const prepared: Prepared[] = []
  for (const shift of shifts) prepared.push(await prepare(services, signedIn, { ...question, selection: { ...question.selection, shifts: [shift] } }))
  return prepared
}

/** A plan for each shift such that no more than so many posts move between one and the next. */
export async function solveShifts(services: Needed, prepared: readonly Prepared[], tell: (progress: Partial<RunProgress>) => void, signal: AbortSignal): Promise<Outcome> {
  tell({ phase: 'timing' })
  const { question } = prepared[0]!, timed: Timed[] = []
  for (const { gathered } of prepared) timed.push(await services.deployment.timed(gathered.situation))
  signal.throwIfAborted()
  tell({ phase: 'solving' })
  const problems = prepared.map(({ question: own, constraints }, i) => problemOf(timed[i]!, own, constraints))
  const answer = await services.deployment.solver.solve({
    model: 'by_shift', problem: problems, parameters: { moves: question.moves ?? 0, round: question.round ?? false }, seconds: question.seconds ?? 20, wantedGap: question.wanted_gap ?? 0, signal, onProgress: progress => tell(progressOf(progress)),
  })
  const { sites, demand } = timed[0]!.situation
  if ('reasons' in answer) return { state: answer.status, reasons: tellReasons(sites, demand.cells, answer.reasons) }
  const byShift = []
  for (const [i, { sites, assignment, moved, leftOut }] of answer.shifts.entries()) {
    const { status, objective, bound, gap } = answer, plan: Plan = { status, objective, bound, gap, sites, assignment, leftOut }
    byShift.push({ shift: question.shifts![i]!, moved: moved.map(site => timed[i]!.situation.sites[site]!.id), ...await describe(services, prepared[i]!, timed[i]!, problems[i]!, plan) })
  }
  return { state: 'done', byShift }
}
