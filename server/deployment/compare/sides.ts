import { Type, type Static } from 'typebox'
import type { SignedIn } from '../../access/sessions.ts'
import type { Question } from '../../analysis/choose.ts'
import { readQuestion } from '../../analysis/selection.ts'
import { parseInstant } from '../../../layers/time.ts'
import { BadInput } from '../../errors.ts'
import type { Source } from '../../layers/source.ts'
import type { Services } from '../../services.ts'
import type { Weighing } from '../demand/weights.ts'
import { isoOf, requireUnseen, type Span } from '../demand/windows.ts'
import type { Stand } from '../figures/stands.ts'
import { moveStands, planInHand } from '../plans/in-hand.ts'
import { whichFields } from '../plans/schemas.ts'
import type { PlanInHand } from '../solve/plan-in-hand.ts'
import { forceToday, type ForceToday } from './force-today.ts'

export const span = Type.Object({ from: Type.String(), to: Type.String() }, { additionalProperties: false })
export const sidesFields = {
  ...whichFields, judge: Type.Optional(Type.Object(span.properties, { additionalProperties: false, description: 'other weeks to judge by than those that were held out; none that the plan has seen' })),
}
const sides = Type.Object(sidesFields)

/** Plans that are held against each other, and by which incidents. */
export interface Sides {
  hand: PlanInHand
  today: ForceToday
  /** The proposal with its moves; null where there are none. */
  whatIf: Stand[] | null
  /** Weeks that the plan hasn't seen; null where none were held out or named. */
  judge: Span | null
  source: Source
  /** Of the incidents; its window is `judge`, or, without one, what the plan was built on. */
  question: Question
  weighing: Weighing
  timeZone: string
}

/** @throws {BadInput} for weeks that are none, or that the plan has seen, and moves that make no sense */
export async function readSides(services: Services, signedIn: SignedIn, body: Static<typeof sides>): Promise<Sides> {
  const hand = await planInHand(services, signedIn, body), { situation, selection, weights } = hand, { timeZone, dictionaries } = await services.vocabulary()
  const source = services.open('incidents', signedIn), judge = readJudge(body.judge, hand.judge, hand.judgeFrom, timeZone)
  const question = await readQuestion(services.db, source.layer, judge ? { ...selection, from: isoOf(judge.from), to: isoOf(judge.to) } : selection, timeZone)
  return {
    hand, judge, source, question, timeZone, weighing: { types: dictionaries.incident_type, weights },
    today: await forceToday(services, situation.travel.force, question, new Date()), whatIf: body.moves?.length ? moveStands(hand.stands, body.moves, situation) : null,
  }
}

function readJudge(asked: { from: string, to: string } | undefined, heldOut: Span | null, judgeFrom: number, timeZone: string): Span | null {
  if (!asked) return heldOut
  const [from, to] = (['from', 'to'] as const).map(name => {
    const instant = parseInstant(asked[name], timeZone)
    if (!instant) throw new BadInput({ pointer: `/body/judge/${name}`, value: asked[name], detail: 'must be an existing date (2026-11-22) or an instant with its offset' })
    return Math.floor(instant.getTime() / 1000)
  }) as [number, number]
  if (from >= to) throw new BadInput({ pointer: '/body/judge/to', value: asked.to, detail: `must be later than from (${asked.from})` })
  const now = Math.floor(Date.now() / 1000)
  if (from >= now) throw new BadInput({ pointer: '/body/judge/from', value: asked.from, detail: 'lies in the future: nothing has happened then to judge by' })
  requireUnseen({ from, to }, judgeFrom)
  // Days to come, on which nothing has happened yet, aren't days on which nothing happened.
  return { from, to: Math.min(to, now) }
}
