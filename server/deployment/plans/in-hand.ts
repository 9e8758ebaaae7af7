import { sql } from 'kysely'
import type { SignedIn } from '../../access/sessions.ts'
import type { Database } from '../../database.ts'
import { BadInput, Forbidden, NotFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { drawnId } from '../sites/candidate.ts'
import type { Stand } from '../figures/stands.ts'
import { readSituation, type Situation } from '../situation/situation.ts'
import type { PlanInHand } from '../solve/plan-in-hand.ts'
import { readPlans } from './plan.ts'
import type { Move, Which } from './schemas.ts'

/**
 * The plan that a request means, before its moves.
 *
 * @throws {BadInput} where it names none or two
 * @throws {NotFound} for a run of somebody else's, or one that isn't done
 * @throws {Forbidden} for somebody else's plan whose demand may reach beyond the caller's stations
 */
export async function planInHand({ db, deployment }: Pick<Services, 'db' | 'deployment'>, signedIn: SignedIn, { run_id: runId, plan_id: planId, of_shift: shift }: Which): Promise<PlanInHand> {
  if ((runId === undefined) === (planId === undefined)) throw new BadInput({ pointer: '/body/run_id', value: runId, detail: 'name either a run or a plan' })
  if (runId !== undefined) {
    const { current } = deployment.runs.own(runId, signedIn.account.id)
    if (current.state !== 'done') throw new NotFound('finished deployment run', runId)
    return ofShift(current.byShift, shift).inHand
  }
  const [plan] = await readPlans(db, sql`p.id = ${planId}`)
  if (!plan) throw new NotFound('deployment plan', planId!)
  await requireSeen(db, signedIn, plan.id)
  const judgeFrom = Date.parse(plan.judge_from) / 1000
  return {
    situation: await readSituation(db, plan.situation), stands: plan.sites, selection: plan.selection, weights: plan.parameters.weights ?? {}, judgeFrom, shift: plan.shift,
    judge: plan.judge_to === null ? null : { from: judgeFrom, to: Date.parse(plan.judge_to) / 1000 },
  }
}

/** @throws {BadInput} where a run has plans for several shifts and none of them is named */
export function ofShift<F extends { shift: string | null }>(found: readonly F[], shift: string | undefined): F {
  const one = found.length === 1 && shift === undefined ? found[0] : found.find(each => each.shift === shift)
  if (!one) throw new BadInput({ pointer: '/body/of_shift', value: shift, detail: found[0]!.shift === null ? 'the run is of no shifts: leave it out' : `must be among ${found.map(each => each.shift).join(', ')}` })
  return one
}

/** A plan's demand by cell tells of every station's incidents; who made it has seen it. */
async function requireSeen(db: Database, { caller, account }: SignedIn, id: number): Promise<void> {
  if (caller.stations === 'all') return
  const { rows: [own] } = await sql`SELECT 1 FROM deployment_plan WHERE id = ${id} AND author_id = ${account.id}`.execute(db)
  if (!own) throw new Forbidden('a kept plan\'s demand may be of all stations: only its maker and accounts of the whole city look into it; its sites and figures are at /api/deployment/plans/{id}')
}

/**
 * Posts moved by hand, one unit a move.
 *
 * @throws {BadInput} naming the move that makes no sense
 */
export function moveStands(stands: readonly Stand[], moves: readonly Move[], { sites }: Situation): Stand[] {
  let moved = stands.map(stand => ({ ...stand }))
  for (const [i, { from, to, point }] of moves.entries()) {
    const pointer = `/body/moves/${i}`, origin = moved.find(({ id }) => id === from), named = sites.find(({ id }) => id === to)
    if (!origin) throw new BadInput({ pointer: `${pointer}/from`, value: from, detail: `no unit of the plan is there; they are at ${moved.map(({ id }) => id).join(', ')}` })
    if ((to === undefined) === (point === undefined)) throw new BadInput({ pointer, value: to ?? point, detail: 'give either the site that it goes to, or a point' })
    if (to !== undefined && !named) throw new BadInput({ pointer: `${pointer}/to`, value: to, detail: 'must be the id of a candidate site; anywhere else is a point' })
    const target = named ?? { id: drawnId(point!), kind: 'drawn' as const, name: '', longitude: point![0], latitude: point![1] }
    origin.units--
    const there = moved.find(({ id }) => id === target.id)
    if (there) there.units++
    else moved.push({ ...target, units: 1 })
    moved = moved.filter(({ units }) => units > 0)
  }
  return moved
}
