import { divergingColour } from '../../analyst/result/colours.ts'
import type { Theme } from '../../theme/tokens.ts'
import { tokens } from '../../theme/tokens.ts'

/** How soon the soonest unit comes, against the minutes allowed there. */
export const timeClasses = ['well', 'within', 'over', 'far', 'none'] as const
export type TimeClass = (typeof timeClasses)[number]

/** Up to half the time allowed is well within, up to half as much again is a little over. @param seconds  null: nobody within the hour */
export function classOfTime(seconds: number | null, limit: number): TimeClass {
  if (seconds === null) return 'none'
  if (seconds <= limit / 2) return 'well'
  if (seconds <= limit) return 'within'
  return seconds <= limit * 1.5 ? 'over' : 'far'
}

/** Blues in time, ambers late, which every common colour-blindness tells apart; gaps are the loudest. Nobody at all is grey. */
export const timeColours = (theme: Theme): Record<TimeClass, string> => ({
  well: divergingColour(-2 / 3, theme), within: divergingColour(-1 / 3, theme), over: divergingColour(2 / 3, theme), far: divergingColour(1, theme), none: tokens[theme].second,
})

/** Demand by class, as shares of all; zeros where there is none. */
export function sharesByClass(classes: readonly TimeClass[], weights: readonly number[]): Record<TimeClass, number> {
  const sums: Record<TimeClass, number> = { well: 0, within: 0, over: 0, far: 0, none: 0 }, total = weights.reduce((sum, weight) => sum + weight, 0)
  classes.forEach((each, i) => { sums[each] += weights[i]! })
  if (total > 0) for (const each of timeClasses) sums[each] /= total
  return sums
}

/** How much a cell shows, 0.16 to 0.8: where little happens it is faint. `usual`: see `usualWeight`. */
export const alphaOf = (weight: number, usual: number): number => usual > 0 ? 0.16 + 0.64 * Math.sqrt(Math.min(1, weight / usual)) : 0.16

/** Demand of the busiest tenth of cells begins here: what counts as much. */
export function usualWeight(weights: readonly number[]): number {
  const some = weights.filter(weight => weight > 0).sort((a, b) => a - b)
  return some[Math.floor(some.length * 0.9)] ?? 0
}
