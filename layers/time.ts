/** A span of time, `from` included, `to` excluded; either may be open. */
export interface Window { from?: Date, to?: Date }

/**
 * Read an RFC 3339 instant or a bare date (midnight in `timeZone`).
 *
 * @returns undefined where the text is neither, or names a day that doesn't exist or lies before the year 1000: time zones can't be told of by then
 */
export function parseInstant(text: string, timeZone: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour] = parts
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(year) < 1000 || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return undefined
  const instant = hour === undefined ? startOfDay(text, timeZone) : new Date(text.replace(' ', 'T'))
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Date and time of day of an instant in a time zone: `['2026-11-22', '12:20:44']`. */
export function localParts(instant: Date, timeZone: string): [day: string, time: string] {
  let format = formats.get(timeZone)
  if (!format) {
    // The Swedish locale writes ISO 8601: 2026-11-22 12:20:44.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  const [day, time] = format.format(instant).split(' ')
  return [day!, time!]
}

export const localDay = (instant: Date, timeZone: string): string => localParts(instant, timeZone)[0]

/** The local date so many days later; earlier where they are negative. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whether an instant is midnight there. */
export const isMidnight = (instant: Date, timeZone: string): boolean =>
  instant.getTime() % 1000 === 0 && localParts(instant, timeZone)[1] === '00:00:00'

/** The instant at which a day begins in a time zone; where clocks skip midnight, the first instant of that day. */
export function startOfDay(day: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  // The offset there, first guessed at UTC midnight, then at the instant that guess gives (it may straddle a change).
  let instant = asUtc - offset(asUtc, timeZone)
  instant = asUtc - offset(instant, timeZone)
  return new Date(instant)
}

function offset(instant: number, timeZone: string): number {
  const [day, time] = localParts(new Date(instant), timeZone)
  return Date.parse(`${day}T${time}Z`) - Math.floor(instant / 1000) * 1000
}
