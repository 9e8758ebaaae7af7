import { day, formatInstant, instantAt, startOfDay } from '../../state/time.ts'
import type { Zone } from './types.ts'

/** From so many days on the end of a zone asks for care. */
export const careDays = 3

/** How long a zone is still valid, milliseconds, and whether that asks for care; null for one that isn't valid or yet to be. */
export function timeLeft({ state, valid_to }: Pick<Zone, 'state' | 'valid_to'>, now: number): { left: number, soon: boolean } | null {
  if (state !== 'active' && state !== 'planned') return null
  const left = Date.parse(valid_to) - now
  return left > 0 ? { left, soon: left < careDays * day } : null
}

/** Days as a form has them: the first and the last on which a zone is valid, local. */
export type ValidDays = { first: string, last: string }

/** The instants that such days stand for: from the first one's midnight to the midnight after the last. @throws {RangeError} for what is no date */
export function instantsOf({ first, last }: ValidDays, timeZone: string): { valid_from: string, valid_to: string } {
  const [from, lastMidnight] = [instantAt(`${first}T00:00`, timeZone), instantAt(`${last}T00:00`, timeZone)]
  if (Number.isNaN(from) || Number.isNaN(lastMidnight)) throw new RangeError(`"${first}" or "${last}" is no date`)
  // Half a day more, so that a day of 23 or 25 hours doesn't slip.
  return { valid_from: new Date(from).toISOString(), valid_to: new Date(startOfDay(lastMidnight + 1.5 * day, timeZone)).toISOString() }
}

/** The other way round. An end within a day counts that day. */
export function daysOf({ valid_from, valid_to }: Pick<Zone, 'valid_from' | 'valid_to'>, timeZone: string): ValidDays {
  return { first: formatInstant(Date.parse(valid_from), timeZone, 'day'), last: formatInstant(Date.parse(valid_to) - 1, timeZone, 'day') }
}
