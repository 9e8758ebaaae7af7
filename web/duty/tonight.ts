import { dayAfter, localDay } from '../../layers/time.ts'
import { ask } from './api.ts'
import type { DutyPost, PatrolPlan } from './tonight-shapes.ts'

/** What plans ask of a unit from yesterday's shifts, which may go over midnight, to tomorrow's. */
export interface Tonight {
  unitId: number | null
  /** Epoch milliseconds by the server's clock when it was asked. */
  at: number
  day: string
  posts: DutyPost[]
  patrols: PatrolPlan[]
}

/** Changes are announced; should an announcement be missed, the phone asks anyhow. */
const oldMilliseconds = 10 * 60_000

/**
 * Where the unit should stand and which stops it makes, unless that was asked a moment ago.
 *
 * @param now  by the server's clock
 * @throws {ApiProblem}
 */
export async function readTonight(unitId: number | null, now: Date, timeZone: string, known: Tonight | null): Promise<Tonight> {
  const day = localDay(now, timeZone), at = now.getTime()
  if (known && known.unitId === unitId && known.day === day && at - known.at < oldMilliseconds) return known
  if (unitId === null) return { unitId, at, day, posts: [], patrols: [] }
  const days = [-1, 0, 1].map(offset => dayAfter(day, offset)), of = (each: string) => new URLSearchParams({ day: each, unit_id: String(unitId) })
  const [posts, patrols] = await Promise.all([
    Promise.all(days.map(async each => (await ask<{ duty: DutyPost[] }>('GET', `/api/deployment/duty?${of(each)}`)).duty)),
    Promise.all(days.map(async each => (await ask<{ patrols: PatrolPlan[] }>('GET', `/api/deployment/patrols?${of(each)}&status=published`)).patrols)),
  ])
  return { unitId, at, day, posts: posts.flat(), patrols: patrols.flat() }
}
