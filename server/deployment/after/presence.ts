import { metresBetween } from '../../network/metric.ts'
import { usualDwells, type Fix } from '../patrols/dwells.ts'
import { isOnCall, secondsWithin, stretchesOf, type OnDutyTrack } from './on-duty-track.ts'

/** So near to its post a unit stands there: across a square, round a corner, with a receiver that errs. */
export const postMetres = 300
const silentSeconds = usualDwells.silentMinutes * 60

/** Shares of a post's hours that sum up to 1. `off_duty` is the part of `away` in which the log has the unit off duty. */
export interface Presence { on_post: number, on_call: number, away: number, unknown: number, off_duty: number, first_there: number | null, last_there: number | null }

/**
 * Where a unit was in its hours at a post. What the log says comes first: on a call it isn't absent, off duty it is away. Else its
 * fixes: between two no further apart than three minutes each counts for its half; longer silences are unknown.
 *
 * @param track  undefined: nobody knows of it, all is unknown
 * @param span   epoch seconds
 * Cost: O(fixes × spells).
 */
export function presenceAt(post: { longitude: number, latitude: number }, track: OnDutyTrack | undefined, span: { from: number, to: number }): Presence {
  const total = span.to - span.from
  if (!track) return { on_post: 0, on_call: 0, away: 0, unknown: 1, off_duty: 0, first_there: null, last_there: null }
  const isThere = (fix: Fix) => metresBetween(post.longitude, post.latitude, fix.longitude, fix.latitude) <= postMetres
  const fixes = track.fixes.filter(({ at }) => at >= span.from && at < span.to), there = fixes.filter(isThere)
  const calls = track.spells.filter(isOnCall), off = track.spells.filter(({ meaning }) => meaning === 'off_duty'), rest = track.spells.filter(({ meaning }) => meaning === 'available' || meaning === 'unavailable')
  let onPost = 0, elsewhere = 0
  const add = (fix: Fix, from: number, to: number) => {
    const seconds = secondsWithin(rest, { from, to })
    if (isThere(fix)) onPost += seconds; else elsewhere += seconds
  }
  for (const stretch of stretchesOf(track)) {
    const from = Math.max(stretch.from, span.from), to = Math.min(stretch.to, span.to), own = fixes.filter(({ at }) => at >= from && at < to)
    own.forEach((fix, i) => {
      const before = own[i - 1], next = own[i + 1]
      const since = before ? fix.at - before.at : fix.at - from, until = next ? next.at - fix.at : to - fix.at
      // Of the time between two fixes each has its half; what lies before the first and after the last is theirs.
      if (since <= silentSeconds) add(fix, before ? fix.at - since / 2 : from, fix.at)
      if (until <= silentSeconds) add(fix, fix.at, next ? fix.at + until / 2 : to)
    })
  }
  const onCall = secondsWithin(calls, span), offDuty = secondsWithin(off, span)
  return {
    on_post: onPost / total, on_call: onCall / total, away: (elsewhere + offDuty) / total, unknown: Math.max(0, total - onPost - elsewhere - onCall - offDuty) / total, off_duty: offDuty / total,
    first_there: there[0]?.at ?? null, last_there: there.at(-1)?.at ?? null,
  }
}
