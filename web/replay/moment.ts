import { standing, type Motion } from '../live/motion.ts'
import type { RecordedIncident, Track } from './api.ts'

/** Between fixes that lie farther apart than this in time, nobody knows where a unit was: it stands at the earlier one. */
const longestGlideSeconds = 120
/** The same in degrees: a leap was not driven. */
const leap = 0.03

/** Where the last point at or before an instant is, from 0; −1 before the first. Cost: a binary search. */
export function lastAt<T extends readonly [number, ...unknown[]]>(rows: readonly T[], seconds: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]![0] <= seconds) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What a unit was doing at an instant. */
export interface UnitThen {
  meaning: string
  /** The glide that it was on; times in epoch milliseconds. */
  motion: Motion
  /** Of the last fix, epoch milliseconds. */
  fixAt: number
  heading: number | null
  speedKmh: number | null
}

/**
 * What a track says of an instant.
 *
 * @param at  epoch milliseconds
 * @param stepSeconds  how far apart the recording's points are at the least
 * @returns null before the first fix, and off duty, when nobody's position is shown
 */
export function unitAt({ points, statuses }: Track, at: number, stepSeconds: number): UnitThen | null {
  const meaning = statuses[lastAt(statuses, at / 1000)]?.[1]
  const index = lastAt(points, at / 1000)
  if (meaning === undefined || meaning === 'off_duty' || index < 0) return null
  const [since, longitude, latitude] = points[index]!
  const next = points[index + 1]
  const glides = next && next[0] - since <= Math.max(longestGlideSeconds, 2.5 * stepSeconds) && Math.abs(next[1] - longitude) < leap && Math.abs(next[2] - latitude) < leap
  if (!glides || (next[1] === longitude && next[2] === latitude)) return { meaning, motion: standing(longitude, latitude), fixAt: since * 1000, heading: null, speedKmh: 0 }
  const motion = { fromLongitude: longitude, fromLatitude: latitude, toLongitude: next[1], toLatitude: next[2], startedAt: since * 1000, endsAt: next[0] * 1000 }
  const east = (next[1] - longitude) * Math.cos(latitude * Math.PI / 180)
  const north = next[2] - latitude
  return {
    meaning, motion, fixAt: since * 1000,
    heading: (Math.atan2(east, north) * 180 / Math.PI + 360) % 360,
    speedKmh: Math.hypot(east, north) * 111_195 / (next[0] - since) * 3.6,
  }
}

/** How far an incident had come at an instant; null before it was received. @param at  epoch milliseconds */
export function statusAt({ received_at, timeline }: RecordedIncident, at: number): string | null {
  if (Date.parse(received_at) > at) return null
  return timeline.findLast(step => Date.parse(step.at) <= at)?.status ?? 'received'
}
