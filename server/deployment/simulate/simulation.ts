import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import type { Label } from '../../../layers/layer.ts'
import type { SignedIn } from '../../access/sessions.ts'
import { readShifts } from '../../analysis/vocabulary.ts'
import type { Services } from '../../services.ts'
import { readSides, sidesFields, type Sides } from '../compare/sides.ts'
import { gradeReader } from '../demand/weights.ts'
import { isoOf } from '../demand/windows.ts'
import type { Stand } from '../figures/stands.ts'
import { readPlans } from '../plans/plan.ts'
import { hashOf } from '../situation/situation.ts'
import { weeksOfCalls, type LoggedCall } from './calls.ts'
import { readCapabilities, type Capabilities } from './capabilities.ts'
import type { ChosenCalls } from './choose-calls.ts'
import { post, type Crew } from './crews.ts'
import { dutyHours, spansOf } from './duty-hours.ts'
import { measureHandling, type Handling } from './handling.ts'
import { notesOf } from './notes.ts'
import { readLogs, type Logged } from './read-log.ts'
import { figuresTold, told, type PlanId, type SimulationResult } from './result.ts'
import type { Simulation, SimulationQuestion } from './simulate.ts'
import type { SimulationRun } from './simulations.ts'
import { waysOf } from './ways.ts'
import { wholeWeeks, type WholeWeeks } from './whole-weeks.ts'
import { noCalls, noHours, noWeeks, nothingHeldOut } from './why-nothing.ts'

export const simulationFields = {
  ...sidesFields, replications: Type.Optional(Type.Integer({ minimum: 20, maximum: 500, description: '100 unless told' })), seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: '1 unless told; the same gives the same answer' })),
}
const body = Type.Object(simulationFields)

/** Where nothing was ever logged. */
const assumed: Handling = { is: 'assumed', meanSeconds: 1_800 }

/** A question read: all that may be wrong with the input has been told. */
export interface PreparedSimulation { sides: Sides, plans: { id: PlanId, stands: Stand[] }[], hours: boolean[] | null, weeks: WholeWeeks | null, capabilities: Capabilities, replications: number, seed: number, /** Until when the plan in force knows what happened, where that is into the judged weeks; ISO. */ todayKnows: string | null }

/**
 * Calls of whole weeks that no plan has seen, replayed through dispatch under what stands today, a proposal and a what-if.
 *
 * @throws {BadInput} naming each part that makes no sense; that there is nothing to replay is an outcome instead
 */
export async function startSimulation(services: Services, signedIn: SignedIn, asked: Static<typeof body>): Promise<SimulationRun> {
  const { deployment, network, analysis } = services, prepared = await prepareSimulation(services, signedIn, asked), { sides: { hand, today, judge, question, source }, plans, capabilities, hours, weeks, replications, seed } = prepared
  const columns = await analysis.columns.get(source), can = plans.map(({ stands }) => stands.map(stand => Array.from({ length: stand.units }, (_, n) => capabilities.can(stand, n) ?? null)))
  const roads = hand.situation.travel.times === 'road' ? network.current().builtAt : 0, key = { situation: hashOf(hand.situation), plans, can, rules: capabilities.rules, today, judge, weeks, hours, question, revision: columns.revision, seen: source.disclosure.key, roads, speeds: network.speeds(), replications, seed }
  return deployment.simulations.run(signedIn.account.id, key, replications, () => readSimulation(services, prepared))
}

/** Which plans, and by which weeks. @throws {BadInput} as startSimulation */
export async function prepareSimulation(services: Services, signedIn: SignedIn, asked: Static<typeof body>): Promise<PreparedSimulation> {
  const { db, units } = services, sides = await readSides(services, signedIn, asked), { hand, today, whatIf, judge, question } = sides
  const plans: PreparedSimulation['plans'] = [...(today.stands.length > 0 ? [{ id: 'today' as const, stands: today.stands }] : []), { id: 'proposal', stands: hand.stands }, ...(whatIf ? [{ id: 'what_if' as const, stands: whatIf }] : [])]
  const capabilities = await readCapabilities(db, units, plans.map(({ stands }) => stands)), hours = dutyHours(hand, question.hours, await readShifts(db))
  const [inForce] = today.plan_id === null ? [] : await readPlans(db, sql`p.id = ${today.plan_id}`), todayKnows = inForce && judge && Date.parse(inForce.judge_from) / 1000 > judge.from ? inForce.judge_from : null
  return { sides, plans, hours, todayKnows, capabilities, weeks: judge && wholeWeeks(judge, question.offsets, sides.timeZone, Math.floor(Date.now() / 1000)), replications: asked.replications ?? 100, seed: asked.seed ?? 1 }
}

/** The calls of the weeks, the ways and the crews; or why there is nothing to replay. */
export async function readSimulation(services: Services, prepared: PreparedSimulation): Promise<{ question: SimulationQuestion, tell: (figures: Simulation) => SimulationResult } | { why: Label }> {
  const { sides: { hand, judge, question, source, weighing }, plans, hours, weeks, capabilities, replications, seed } = prepared, { db, analysis } = services, { situation: { demand } } = hand
  if (!judge) return { why: nothingHeldOut }
  if (hours && !hours.includes(true)) return { why: noHours }
  if (!weeks) return { why: noWeeks(judge, prepared.sides.timeZone) }
  const find = { from: Math.floor(Date.parse(demand.find.from) / 1000), to: hand.judgeFrom }, columns = await analysis.columns.get(source)
  const chosen = await analysis.quick.calls({ columns, question: { ...question, hours }, find, weeks: weeks.span, cells: demand.cells, resolution: demand.resolution })
  const logs = await readLogs(db, source, chosen.id, weeks.span), log = logOf(chosen, logs, gradeReader(weighing.types), capabilities)
  if (log.length === 0) return { why: noCalls(weeks.numbers.length, chosen) }
  const handling = handlingOf(chosen, await readLogs(db, source, chosen.before.id, { from: chosen.before.from, to: find.to }), find.to)
  const stands = [...new Map(plans.flatMap(each => each.stands).map(stand => [stand.id, stand])).values()], site = new Map(stands.map(({ id }, i) => [id, i]))
  const duty = hours && { duty: spansOf(hours) }
  const crews = plans.map(plan => plan.stands.flatMap(stand => Array.from({ length: stand.units }, (_, n): Crew => {
    const can = capabilities.can(stand, n)
    return { ...post(site.get(stand.id)!), ...duty, ...can !== undefined && { can } }
  })))
  const city = await waysOf(services, hand.situation, stands)
  return {
    question: { weeks: weeksOfCalls(log, weeks.numbers), city, plans: crews, handling, replications, seed },
    tell: figures => resultOf(prepared, weeks, log, chosen, handling, figures),
  }
}

/** Calls with what the log says of them; those that were given to others, with nobody sent, are none. */
function logOf({ id, localSeconds, cell, code }: ChosenCalls, logs: ReadonlyMap<number, Logged>, gradeOf: (code: number) => number, { needs }: Capabilities): LoggedCall[] {
  return Array.from(id, (each, i) => ({ log: logs.get(each), call: { localSeconds: localSeconds[i]!, cell: cell[i]!, grade: gradeOf(code[i]!), kind: kindOf(code[i]!), needs: needs(code[i]!) } }))
    .flatMap(({ log, call }) => log?.passedOn ? [] : [{ ...call, handlingSeconds: log?.seconds ?? null }])
}

/** Category: the second level of the dictionary. */
const kindOf = (code: number): number => Math.floor(code / 100)

/** Measured on what the plan was built on, and nothing that was still going on when it ended. */
function handlingOf({ before }: ChosenCalls, logs: ReadonlyMap<number, Logged>, end: number): Handling {
  const known = Array.from(before.id, (id, i) => ({ kind: kindOf(before.code[i]!), log: logs.get(id) })).flatMap(({ kind, log }) => log?.seconds != null && log.done! <= end ? [{ kind, seconds: log.seconds }] : [])
  return known.length > 0 ? measureHandling(known) : assumed
}

function resultOf(prepared: PreparedSimulation, weeks: WholeWeeks, log: readonly LoggedCall[], chosen: ChosenCalls, handling: Handling, figures: Simulation): SimulationResult {
  const { plans, seed } = prepared, mean = handling.is === 'assumed' ? handling.meanSeconds : handling.all.reduce((sum, each) => sum + each, 0) / handling.all.length
  return {
    judge: { from: isoOf(weeks.span.from), to: isoOf(weeks.span.to) }, weeks: weeks.numbers.length, calls: log.length, replications: figures.replications, seed,
    handling: { is: handling.is, logged: figures.handlingLogged, mean_seconds: mean },
    plans: figures.plans.map(({ figures: each, difference, crews }, i) => {
      const { id, stands } = plans[i]!, at = stands.flatMap(stand => Array<string>(stand.units).fill(stand.id))
      return { id, sites: stands, figures: figuresTold(each), difference: difference && figuresTold(difference), crews: crews.map(({ load, callsAWeek }, crew) => ({ site: at[crew]!, load: told(load), calls_a_week: told(callsAWeek) })) }
    }),
    notes: notesOf(prepared, weeks.numbers.length, chosen, chosen.id.length - log.length, handling, figures),
  }
}
