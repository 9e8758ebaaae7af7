import type { CircleCells } from './types.ts'

/** What a circle leaves open in the area of one station. */
export interface Gap {
  /** Null: where no station answers. */
  station: number | null
  /** The ones with most demand first. */
  cells: string[]
  /** Incidents of the last 90 days in them. */
  demand: number
  /** Until the soonest unit is at the middle one of these incidents; null: nobody in the time that is looked for. */
  seconds: number | null
}

/**
 * A circle's gaps by station, those with most demand first, of equals those with most cells.
 *
 * @param minutes  that the circle allows
 */
export function gapsOf({ cell, demand, seconds, station_id: station }: CircleCells, minutes: number): Gap[] {
  const open = [...cell.keys()].filter(i => isOpen(seconds[i]!, minutes))
  return [...Map.groupBy(open, i => station[i]!)].map(([id, own]): Gap => {
    own.sort((a, b) => demand[b]! - demand[a]!)
    return { station: id, cells: own.map(i => cell[i]!), demand: own.reduce((sum, i) => sum + demand[i]!, 0), seconds: middle(own, demand, seconds) }
  }).sort((a, b) => b.demand - a.demand || b.cells.length - a.cells.length)
}

/** Whether nobody arrives within the minutes. */
export const isOpen = (seconds: number | null, minutes: number): boolean => seconds === null || seconds > minutes * 60

/** Median of the seconds, each cell as often as it has incidents; of cells without any, each once. */
function middle(cells: readonly number[], demand: readonly number[], seconds: readonly (number | null)[]): number | null {
  const weighs = cells.some(i => demand[i]! > 0) ? (i: number) => demand[i]! : () => 1
  const sorted = cells.toSorted((a, b) => (seconds[a] ?? Infinity) - (seconds[b] ?? Infinity)), half = sorted.reduce((sum, i) => sum + weighs(i), 0) / 2
  let sum = 0
  return seconds[sorted.find(i => (sum += weighs(i)) >= half)!] ?? null
}

/** Classes of what an open cell had in 90 days: none, a few, some, many. */
export const demandSteps = [1, 3, 10] as const
export const demandClass = (demand: number): number => demandSteps.filter(step => demand >= step).length
