import type { IncidentAfter } from './shapes.ts'

type Timed = Pick<IncidentAfter, 'planned_seconds' | 'real_seconds'>

export interface Bin { /** Minutes from which it begins; it is one minute wide, the last one open. */ from: number, planned: number, real: number }

/** Longer ones are counted in the last bin. */
export const mostMinutes = 15

/** Incidents by the minute of their planned and their real response; those of which one isn't known are in neither, so that both stand for the same. */
export function responseBins(each: readonly Timed[]): Bin[] {
  const bins = Array.from({ length: mostMinutes + 1 }, (_, from): Bin => ({ from, planned: 0, real: 0 })), at = (seconds: number) => bins[Math.min(mostMinutes, Math.floor(seconds / 60))]!
  for (const { planned_seconds: planned, real_seconds: real } of each) {
    if (planned === null || real === null) continue
    at(planned).planned++
    at(real).real++
  }
  return bins
}

/** The middle one of the known seconds; null where there is none. */
export function medianOf(each: readonly Timed[], which: 'planned_seconds' | 'real_seconds'): number | null {
  const known = each.filter(({ planned_seconds: planned, real_seconds: real }) => planned !== null && real !== null).map(incident => incident[which]!).sort((a, b) => a - b), half = known.length >> 1
  return known.length === 0 ? null : known.length % 2 ? known[half]! : (known[half - 1]! + known[half]!) / 2
}
