import { metresBetween } from './distance.ts'
import { SeenInstants } from './seen-instants.ts'

/** What becomes of a fix of a unit on duty. Only the first two are kept; only the first moves the unit on the map. */
export type Verdict = 'accepted' | 'out_of_order' | 'duplicate' | 'future' | 'impossible_speed'

export interface Place { at: number, longitude: number, latitude: number }

/** What is remembered of a unit to judge its next fix by. */
export interface Course {
  last: Place | null
  /** The fix that was held out because nobody drives so fast; a second one that agrees with it is believed. */
  held: Place | null
  seen: SeenInstants
}

export interface Limits {
  /** A clock may be so far ahead of ours. */
  futureSeconds: number
  /** Faster is a mistake. */
  kmh: number
}

/** Where a device says it is may be so far off without the unit having moved at all. */
const slackMetres = 100

export const newCourse = (last: Place | null): Course => {
  const course: Course = { last, held: null, seen: new SeenInstants() }
  if (last) course.seen.add(last.at)
  return course
}

/**
 * Judge a fix; changes nothing.
 *
 * @param now  epoch milliseconds by our clock
 */
export function judge({ last, held, seen }: Course, fix: Place, now: number, { futureSeconds, kmh }: Limits): Verdict {
  if (fix.at > now + futureSeconds * 1000) return 'future'
  if (seen.has(fix.at)) return 'duplicate'
  if (last && !isReachable(last, fix, kmh)) {
    const agrees = held && fix.at > held.at && fix.at > last.at && isReachable(held, fix, kmh)
    return agrees ? 'accepted' : 'impossible_speed'
  }
  return last && fix.at < last.at ? 'out_of_order' : 'accepted'
}

/** Take a judged fix into the course. */
export function follow(course: Course, fix: Place, verdict: Verdict): void {
  if (verdict === 'accepted') {
    course.last = fix
    course.held = null
  } else if (verdict === 'impossible_speed' && fix.at > course.last!.at) course.held = fix
  if (verdict === 'accepted' || verdict === 'out_of_order') course.seen.add(fix.at)
}

function isReachable(from: Place, to: Place, kmh: number): boolean {
  const metres = metresBetween(from.longitude, from.latitude, to.longitude, to.latitude) - slackMetres
  return metres <= Math.abs(to.at - from.at) / 3_600 * kmh
}
