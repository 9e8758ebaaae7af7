import { formatInstant } from '../../state/time.ts'

/**
 * The instant that a field of date and time means in the city's zone.
 *
 * @param text  as `<input type="datetime-local">` has it: 2026-11-22T21:04
 * @returns epoch milliseconds; null for an empty or unfinished field
 */
export function fromLocal(text: string, timeZone: string): number | null {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? Date.parse(`${text.slice(0, 16)}Z`) : NaN
  if (Number.isNaN(asUtc)) return null
  const ahead = (instant: number) => Date.parse(`${formatInstant(instant, timeZone).replace(' ', 'T')}Z`) - Math.floor(instant / 60_000) * 60_000
  return asUtc - ahead(asUtc - ahead(asUtc))
}
