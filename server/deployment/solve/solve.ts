import type { SignedIn } from '../../access/sessions.ts'
import { BadInput } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { isoOf } from '../demand/windows.ts'
import type { Timed } from '../deployment.ts'
import { evaluate } from '../figures/evaluate.ts'
import { rowsOf, standsAt } from '../figures/stands.ts'
import { models } from '../models/index.ts'
import type { Plan, Problem } from '../models/problem.ts'
import type { Progress } from '../solver/proof.ts'
import type { Found, Outcome, RunProgress } from '../runs/runs.ts'
import { gatherSituation, type Gathered } from '../situation/gather.ts'
import type { Situation } from '../situation/situation.ts'
import { numbersOf } from '../sites/find-sites.ts'
import { servesAll, type SolveQuestion } from './ask.ts'
import { measureBusy } from './busy.ts'
import { judgePlan } from './judge-plan.ts'
import { notesOf } from './notes.ts'
import { tellCells, type Told } from './solved.ts'
import { tellReasons } from './tell-reasons.ts'

export type Needed = Pick<Services, 'db' | 'open' | 'vocabulary' | 'analysis' | 'network' | 'deployment'>

/** A question read: all that may be wrong with the input has been told. */
export interface Prepared { gathered: Gathered & { situation: Situation }, question: SolveQuestion, constraints: Pick<Problem, 'posts' | 'fixed' | 'forbidden'>, busy: { value: number, measured: boolean } | null }

/** @throws {BadInput} naming each part that makes no sense; what contradicts itself is an outcome instead */
export async function prepare(services: Needed, signedIn: SignedIn, question: SolveQuestion): Promise<Prepared> {
  if (question.posts === undefined && question.model !== 'set_covering') throw new BadInput({ pointer: '/body/posts', value: undefined, detail: 'how many units are to be placed? Only set_covering finds that itself' })
  const gathered = await gatherSituation(services, signedIn, question, question.estimate ?? (servesAll(question) ? 'counted' : 'shrunk')), { situation: { sites } } = gathered
  const fixed = numbersOf(sites, question.fixed ?? [], '/body/fixed'), forbidden = numbersOf(sites, question.forbidden ?? [], '/body/forbidden')
  return { gathered, question, constraints: { posts: question.posts ?? sites.length, fixed, forbidden }, busy: await busyOf(services, question, gathered) }
}

async function busyOf({ db }: Needed, { model, busy }: SolveQuestion, { question, windows, situation: { travel } }: Prepared['gathered']): Promise<Prepared['busy']> {
  if (model !== 'busy_units') return null
  if (busy !== undefined) return { value: busy, measured: false }
  const measured = await measureBusy(db, travel.force, question.stations, windows.find)
  if (measured === null || measured >= 1) throw new BadInput({ pointer: '/body/busy', value: undefined, detail: `can't be measured: the log of statuses between ${isoOf(windows.find.from)} and ${isoOf(windows.find.to)} knows of no unit of this force on duty; give the share of their time that units are out, 0 to 1` })
  return { value: measured, measured: true }
}

/** Times, the search and what its plan does. */
export async function solve(services: Needed, { gathered, question, constraints, busy }: Prepared, tell: (progress: Partial<RunProgress>) => void, signal: AbortSignal): Promise<Outcome> {
  if (question.model === 'by_shift') throw new TypeError('by_shift is solveShifts\'s')
  tell({ phase: 'timing' })
  const { situation } = gathered, timed = await services.deployment.timed(situation)
  signal.throwIfAborted()
  const problem = problemOf(timed, question, constraints), parameters = { busy: busy?.value ?? 0, backupWorth: question.backup_worth ?? 0.5, coverAll: question.cover_all ?? false }
  tell({ phase: 'solving' })
  const answer = await services.deployment.solver.solve({
    model: question.model, problem, parameters, seconds: question.seconds ?? 20, wantedGap: question.wanted_gap ?? 0, signal,
    onProgress: progress => tell(progressOf(progress)),
  })
  if ('reasons' in answer) return { state: answer.status, reasons: tellReasons(situation.sites, situation.demand.cells, answer.reasons) }
  return { state: 'done', byShift: [{ shift: null, moved: [], ...await describe(services, { gathered, question, constraints, busy }, timed, problem, answer) }] }
}

const finite = (value: number): number | null => Number.isFinite(value) ? value : null
export const progressOf = ({ objective, bound, gap }: Progress): Partial<RunProgress> => ({ incumbent: objective, bound: finite(bound), gap: finite(gap) })

export function problemOf({ situation, seconds }: Timed, question: SolveQuestion, constraints: Prepared['constraints']): Problem {
  const { demand, ground, sites } = situation
  return {
    weights: Float64Array.from(demand.weights), seconds, siteCount: sites.length, limits: Float64Array.from(ground.limits), ...constraints,
    room: sites.map(() => question.room ?? 1), unreachable: question.unreachable ?? (servesAll(question) ? 'refuse' : 'leave_out'), siteNames: sites.map(({ name, id }) => name || id),
  }
}

/** What is told of a plan, and what further questions about it need. */
export async function describe(services: Needed, { gathered, question, busy }: Prepared, timed: Timed, problem: Problem, plan: Plan): Promise<Found> {
  const { situation, hash } = timed, { demand, travel, sites } = situation, { windows } = gathered
  const stands = standsAt(sites, plan.sites), rows = await rowsOf(timed, stands), { figures, seconds, stand } = evaluate(situation, stands, rows, problem.weights)
  // Held against the same number of units.
  const { quick } = services.analysis, nearest = question.model === 'p_median'
  const others = standsAt(sites, await quick.greedy({ problem: { ...problem, posts: plan.sites.length }, nearest })), otherRows = await rowsOf(timed, others)
  const judged = windows.judge && await quick.judged({ columns: gathered.columns, question: gathered.question, window: windows.judge, cells: demand.cells, resolution: demand.resolution, weighing: gathered.weighing })
  const { cells: _cells, station: _station, counts: _counts, weights: _weights, low: _low, high: _high, ...facts } = demand
  const result: Told = {
    model: question.model, status: plan.status, objective: plan.objective, bound: plan.bound, gap: plan.gap, counted_in: models[question.model].objective, situation: hash, travel,
    demand: { ...facts, cells: demand.cells.length, total: problem.weights.reduce((sum, weight) => sum + weight, 0) }, judge_from: isoOf(windows.find.to),
    sites: stands, left_out: leftOut(plan, problem, demand.cells), figures, greedy: { sites: others, figures: evaluate(situation, others, otherRows, problem.weights).figures },
    held_out: judged && await judgePlan(situation, judged, { stands, rows }, { stands: others, rows: otherRows }), notes: notesOf(timed, busy),
    cells: tellCells(situation, { seconds, stand }),
  }
  return { result, inHand: { situation, stands, selection: gathered.selection, weights: question.weights ?? {}, judgeFrom: windows.find.to, judge: windows.judge, shift: null } }
}

function leftOut({ leftOut: { cells, weight } }: Plan, { weights }: Problem, names: readonly string[]): Told['left_out'] {
  const total = weights.reduce((sum, each) => sum + each, 0)
  return { cells: cells.map(cell => names[cell]!), weight, share: total > 0 ? weight / total : 0 }
}
