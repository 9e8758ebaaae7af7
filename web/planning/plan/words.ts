import { distanceText } from '../../duty/clock.ts'
import { metresBetween } from '../../duty/fixes.ts'
import type { Interval, Stand } from '../types.ts'
import { nearestOf, type Place } from './places.ts'

type Locale = 'zh' | 'en'

/** 60.7%; with one decimal always, because plans differ by little. */
export const percentText = (share: number): string => `${(Math.round(share * 1_000) / 10 + 0).toFixed(1)}%`

/** Percentage points with their sign in words: what is compared says more or less, not plus or minus. */
export const pointsText = (difference: number): string => Math.abs(difference * 100).toFixed(1)

/** 6 分 33 秒 / 6 min 33 s */
export function secondsText(seconds: number, locale: Locale): string {
  const whole = Math.round(seconds), minutes = Math.floor(whole / 60), rest = whole % 60
  const [m, s] = locale === 'zh' ? [`${minutes} 分`, `${rest} 秒`] : [`${minutes} min`, `${rest} s`]
  return minutes === 0 ? s : rest === 0 ? locale === 'zh' ? `${minutes} 分钟` : m : `${m} ${s}`
}

/** `more` and `less` stand clear of chance, `unclear` doesn't; `same`: no day tells the two apart. */
export type Verdict = 'more' | 'less' | 'unclear' | 'same'

/** What a difference with its 95 % interval says. */
export function verdictOf({ mean, low, high }: Interval): Verdict {
  if (mean === 0 && low === 0 && high === 0) return 'same'
  return low > 0 ? 'more' : high < 0 ? 'less' : 'unclear'
}

/** Whether a figure got better, worse or stayed, by what a reader sees of it. */
export function turnOf(before: number, after: number, better: 'more' | 'less', least: number): 'better' | 'worse' | 'same' {
  if (Math.abs(after - before) < least) return 'same'
  return after > before === (better === 'more') ? 'better' : 'worse'
}

/**
 * What a post is called: its name, or, of a point that was drawn, by the nearest site that has one.
 *
 * @param sites  that have names
 */
export function postName(stand: Pick<Stand, 'name' | 'longitude' | 'latitude'>, sites: readonly (Place & { name: string })[], locale: Locale): string {
  if (stand.name) return stand.name
  const near = nearestOf(stand, sites.filter(({ name }) => name !== ''), 3_000)
  if (!near) return `${stand.longitude.toFixed(4)}, ${stand.latitude.toFixed(4)}`
  const away = distanceText(near.metres, locale)
  return locale === 'zh' ? `${near.place.name}旁 ${away}` : `${away} from ${near.place.name}`
}

/** How far a post went: 350 m */
export const wayText = (from: Place, to: Place, locale: Locale): string => distanceText(metresBetween(from, to), locale)
