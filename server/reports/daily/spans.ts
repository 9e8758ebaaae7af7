import { dayAfter, startOfDay } from '../../../layers/time.ts'
import { comparedDays, weeksCompared, type ComparedDay } from '../../today/count-today.ts'

/** A local day and what it is held against, as instants: days that clocks make longer or shorter stay whole. */
export interface Spans {
  day: string
  /** The day, and the same weekday of the eight weeks before. */
  days: ComparedDay[]
  /** The seven days that end with it, and the eight times seven before. */
  weeks: ComparedDay[]
  /** Bounds for what is newly hot: begin of the week before's base, of the base, of the week before, of the week; the end. */
  bounds: [beforeBase: Date, base: Date, before: Date, week: Date, end: Date]
}

export function spansOf(day: string, timeZone: string): Spans {
  const at = (back: number) => startOfDay(dayAfter(day, -back), timeZone)
  const whole = (each: ComparedDay): ComparedDay => ({ ...each, now: each.to })
  return {
    day, days: comparedDays(new Date(at(0).getTime() + 12 * 3_600_000), timeZone).map(whole),
    weeks: Array.from({ length: weeksCompared + 1 }, (_, week) => whole({ week, from: at(week * 7 + 6), to: at(week * 7 - 1), now: at(0) })),
    bounds: [at(69), at(62), at(13), at(6), at(-1)],
  }
}
