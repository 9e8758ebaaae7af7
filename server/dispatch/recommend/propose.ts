import type { UnitNow } from '../../positions/units.ts'
import { judge, shiftReason, type Facts, type Judgement, type Need, type Reason } from './judge.ts'
import { fastest, travel, type Journey, type Trip } from './travel.ts'
import type { Words } from './words.ts'

/** A unit that was looked at. `metres`: straight line. */
export interface Looked extends Judgement { unit: UnitNow, metres: number, trip: Trip | null }
/** One that can be sent: its score is the travel time plus what speaks against it, in seconds. */
export interface Proposed extends Looked { trip: Trip, score: number }

export interface Proposal {
  /** Best first; ties by id. */
  candidates: Proposed[]
  /** Nearest first. */
  passedOver: Looked[]
  /** How many units were looked at. */
  looked: number
  /** Whether every unit on duty with a fix was. */
  all: boolean
}

export interface Wish { need: Need, unitsWanted: number, facts: Facts, words: Words, now: number }
type Nearest = (limit: number) => readonly { unit: UnitNow, metres: number }[]

const first = 48

export const scoreOf = ({ trip, reasons }: { trip: Trip, reasons: readonly Reason[] }): number => trip.seconds + reasons.reduce((sum, { seconds }) => sum + seconds, 0)
export const byScore = (a: Proposed, b: Proposed): number => a.score - b.score || a.unit.id - b.unit.id

/**
 * Who could go: the nearest by straight line, three times as many again and again, until there are enough and nobody who
 * wasn't looked at could be better than those wanted, flying there at the highest speed there is; or none are left.
 *
 * @param nearest  units on duty with a fix, nearest first; as many as there are when fewer than the limit
 */
export function propose(journey: Journey, nearest: Nearest, { need, unitsWanted, facts, words, now }: Wish): Proposal {
  const { settings } = journey
  const candidates: Proposed[] = [], passedOver: Looked[] = []
  const metresPerSecond = fastest(journey)
  let looked = 0
  for (let limit = first; ; limit = Math.min(limit * 3, settings.most)) {
    const list = nearest(limit)
    const fresh = list.slice(looked).map(({ unit, metres }) => ({ unit, metres, ...judge(unit, need, facts, settings, words, now) }))
    const trips = travel(journey, fresh.filter(({ fit }) => fit))
    for (const one of fresh) {
      const trip = trips.get(one.unit.id) ?? null
      const refusal = trip && whyNot(trip, journey)
      if (!trip) passedOver.push({ ...one, trip })
      else if (refusal) passedOver.push({ ...one, fit: false, trip, reasons: [refusal, ...one.reasons] })
      else {
        const shift = shiftReason(one.unit, trip.seconds, settings, now)
        const reasons = [...one.reasons, ...(trip.straight ? [straightReason] : []), ...(shift ? [shift] : [])]
        candidates.push({ ...one, reasons, trip, score: scoreOf({ trip, reasons }) })
      }
    }
    looked = list.length
    candidates.sort(byScore)
    const soonest = (list.at(-1)?.metres ?? 0) / metresPerSecond
    const settled = candidates.length >= Math.max(settings.enough, unitsWanted) && candidates[unitsWanted - 1]!.score <= soonest
    const all = list.length < limit
    if (settled || all || limit >= settings.most) return { candidates, passedOver, looked, all }
  }
}

const straightReason: Reason = { code: 'straight_line', for: true, text: { zh: '直线飞行估算', en: 'flies straight' }, seconds: 0 }

function whyNot({ seconds, from, straight }: Trip, { settings }: Journey): Reason | null {
  const no = (code: string, zh: string, en: string): Reason => ({ code, for: false, text: { zh, en }, seconds: 0 })
  if (seconds <= settings.max_minutes * 60) return null
  if (!straight && from === null) return no('off_road', '所在位置附近无路', 'is near no road')
  return seconds === Infinity ? no('unreachable', `无路可达或超过 ${settings.max_minutes} 分钟`, `no way there within ${settings.max_minutes} min`) : no('too_far', `超过 ${settings.max_minutes} 分钟`, `takes more than ${settings.max_minutes} min`)
}
