import { fraction, weightedIndex, type Random } from '../../seed/random.ts'
import type { IncidentType, Rhythm } from './dictionary.ts'

// Weight of each hour of the day, midnight first; Friday and Saturday evenings differ for what people do when out.
const hours: Record<Rhythm, readonly number[]> = {
  day: [1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 8, 8, 9, 10, 10, 10, 9, 8, 7, 5, 3, 2],
  evening: [3, 2, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 5, 5, 5, 6, 8, 10, 12, 13, 12, 9, 6],
  night: [10, 8, 6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 5, 7, 9, 11, 13, 12],
  weekend_night: [12, 10, 7, 4, 2, 1, 1, 1, 1, 1, 2, 2, 3, 2, 2, 2, 3, 4, 6, 8, 10, 12, 13, 13],
  commute: [1, 1, 1, 1, 1, 2, 5, 12, 14, 9, 7, 7, 7, 7, 7, 8, 9, 13, 14, 9, 6, 5, 3, 2],
  overnight: [1, 1, 1, 1, 1, 2, 6, 12, 14, 12, 9, 6, 5, 4, 4, 4, 5, 6, 8, 8, 5, 3, 2, 1],
  office: [1, 1, 1, 1, 1, 1, 1, 3, 9, 14, 14, 11, 6, 7, 12, 13, 12, 9, 5, 4, 4, 3, 2, 1],
  even: [4, 3, 3, 2, 2, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4],
}

// Sunday first.
const weekdays: Record<Rhythm, readonly number[]> = {
  day: [1.05, 1, 0.97, 0.97, 0.98, 1.02, 1.1], evening: [1.12, 0.95, 0.93, 0.93, 0.95, 1.03, 1.15], night: [1.05, 0.92, 0.92, 0.94, 0.97, 1.12, 1.15],
  weekend_night: [1.1, 0.7, 0.7, 0.75, 0.85, 1.4, 1.65], commute: [0.72, 1.1, 1.05, 1.04, 1.06, 1.15, 0.85], overnight: [1, 1, 1, 0.98, 0.98, 1, 1.03],
  office: [0.55, 1.18, 1.12, 1.1, 1.08, 1.05, 0.65], even: [1, 1, 1, 1, 1, 1, 1],
}

/** Change a year, and where in the year (0 to 1) a type peaks and by how much. */
function course(code: string): { perYear: number, peak: number, swing: number } {
  if (code.startsWith('0101')) return { perYear: 0.78, peak: 0.04, swing: 0.22 }
  if (code === '010201') return { perYear: 1.18, peak: 0.56, swing: 0.25 }
  if (code.startsWith('0104')) return { perYear: 1.22, peak: 0.85, swing: 0.1 }
  if (code.startsWith('0201') || code.startsWith('0203') || code.startsWith('0601')) return { perYear: 1.02, peak: 0.58, swing: 0.3 }
  if (code.startsWith('0404')) return { perYear: 0.95, peak: 0.05, swing: 0.45 }
  if (code.startsWith('03')) return { perYear: 1.04, peak: 0.75, swing: 0.06 }
  return { perYear: 1.03, peak: 0.5, swing: 0.08 }
}

const day = 86_400_000
const shanghai = 8 * 3_600_000

/** Milliseconds at which the local day (UTC+8, no summer time) of an instant begins. */
export const localMidnight = (at: number): number => Math.floor((at + shanghai) / day) * day - shanghai

/** Draws when an incident of a type is reported, within the span. */
export function reportTimes(seed: number, type: IncidentType, from: number, to: number): (random: Random) => number {
  const first = localMidnight(from), days = Math.ceil((to - first) / day)
  const { perYear, peak, swing } = course(type.code)
  const perDay = Array.from({ length: days }, (_, i) => {
    const at = new Date(first + i * day + shanghai)
    const year = (first + i * day - from) / (365.25 * day)
    const phase = (at.getTime() - Date.UTC(at.getUTCFullYear(), 0)) / (365.25 * day)
    // Weather and chance: every day has a factor of its own that all types share.
    const luck = 0.9 + 0.2 * fraction(seed, Math.floor(at.getTime() / day), 3)
    return perYear ** year * (1 + swing * Math.cos(2 * Math.PI * (phase - peak))) * weekdays[type.rhythm][at.getUTCDay()]! * luck
  })
  const pickDay = weightedIndex(perDay), pickHour = weightedIndex(hours[type.rhythm])
  return random => {
    for (;;) {
      const at = first + pickDay(random) * day + (pickHour(random) + random.next()) * 3_600_000
      if (at >= from && at < to) return Math.floor(at / 1000) * 1000
    }
  }
}

/**
 * When it happened, given when it was reported: an instant shortly before, or, for thefts that nobody saw, the span
 * from when the thing was last seen to when it was missed.
 */
export function occurrence(random: Random, type: IncidentType, reported: number): [from: number, to: number] {
  const minutes = 60_000
  if (type.rhythm !== 'overnight') {
    const at = reported - Math.round(random.exponential(type.code.startsWith('0104') ? 600 : 9)) * minutes
    return [at, at]
  }
  const missed = reported - Math.round(random.exponential(25)) * minutes
  const midnight = localMidnight(missed), hour = (missed - midnight) / 3_600_000
  const left = hour < 13
    ? midnight - Math.round(random.between(0.5, 4.5) * 60) * minutes
    : midnight + Math.round(Math.min(hour - 0.5, random.between(7.5, 10.5)) * 60) * minutes
  return [Math.min(left, missed), missed]
}
