import type { Interval, Measure } from './types.ts'

/** How a measure is written: shares in per cent, the rest as multiples of chance. */
const shares: Record<Measure, boolean> = { pai: false, pei: true, hit_rate: true, recapture: false, area_share: true }

/** "4.31", "12.4 %"; a dash where it can't be told. */
export function figureText(measure: Measure, value: number | null): string {
  if (value === null || Number.isNaN(value)) return '—'
  return shares[measure] ? `${(value * 100).toFixed(measure === 'area_share' ? 2 : 1)} %` : value.toFixed(2)
}

/** The mean over the windows; a dash where it can't be told in any of them. */
export const meanText = (measure: Measure, interval: Interval | null): string => figureText(measure, interval?.mean ?? null)

/** "3.80–4.90", "−28.3 … −21.9 %"; null where there is no interval to give: no value at all, one window, or one value throughout. */
export function intervalText(measure: Measure, interval: Interval | null): string | null {
  const { low, high } = interval ?? { low: null, high: null }
  if (low === null || high === null || figureText(measure, low) === figureText(measure, high)) return null
  // A dash between two minus signs can't be read.
  const between = low < 0 ? ' … ' : '–'
  return `${figureText(measure, low).replace(' %', '')}${between}${figureText(measure, high)}`.replaceAll('-', '−')
}

/** A round number at or above the greatest of some, for the end of an axis. */
export function roundUp(values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.filter(value => value !== null))
  if (most === 0) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 2.5, 4, 5, 8, 10].map(step => step * power).find(step => step >= most - 1e-12)!
}
