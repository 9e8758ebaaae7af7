export const presets = ['24h', '7d', '30d', '1y'] as const
export type Preset = (typeof presets)[number]

/** Two instants in epoch milliseconds; `from` is inside, `to` is not. */
export interface Span { from: number, to: number }

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
const daysOf: Record<Exclude<Preset, '24h'>, number> = { '7d': 7, '30d': 30, '1y': 365 }

/**
 * The span of a preset. 24 hours end with the current hour; the longer ones are whole local days
 * up to the end of today, which the server answers from its day rollup.
 *
 * @param now  epoch milliseconds
 * @param timeZone  IANA name of the city's zone
 */
export function presetSpan(preset: Preset, now: number, timeZone: string): Span {
  if (preset === '24h') {
    const to = Math.floor(now / hour) * hour + hour
    return { from: to - day, to }
  }
  const today = startOfDay(now, timeZone)
  // Half a day is added before rounding down, so that a day of 23 or 25 hours doesn't slip.
  return {
    from: startOfDay(today - (daysOf[preset] - 1) * day + day / 2, timeZone),
    to: startOfDay(today + 1.5 * day, timeZone),
  }
}

/** The smallest preset span that holds another span; null when none does. */
export function presetAround(span: Span, now: number, timeZone: string): Preset | null {
  return presets.find(preset => {
    const around = presetSpan(preset, now, timeZone)
    return around.from <= span.from && span.to <= around.to
  }) ?? null
}

/** The instant at which the local day that holds `instant` began, in epoch milliseconds. */
export function startOfDay(instant: number, timeZone: string): number {
  const midnight = Math.floor((instant + offsetAt(instant, timeZone)) / day) * day
  const guess = midnight - offsetAt(instant, timeZone)
  return midnight - offsetAt(guess, timeZone)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What local clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])) as
    Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>
  const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second)
  return local - Math.floor(instant / 1000) * 1000
}

/**
 * Date and time of an instant in the city's zone, 24-hour: `2026-11-22 04:51`.
 */
export function formatInstant(instant: number, timeZone: string, parts: 'minute' | 'day' = 'minute'): string {
  const local = new Date(instant + offsetAt(instant, timeZone)).toISOString()
  return parts === 'day' ? local.slice(0, 10) : `${local.slice(0, 10)} ${local.slice(11, 16)}`
}

/**
 * The instant of a local time in a zone, in epoch milliseconds; NaN for what is no time. Where clocks are set back and a
 * time comes twice, the first.
 *
 * @param local  `2026-11-21T20:00`
 */
export function instantAt(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return NaN
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return asUtc - offsetAt(guess, timeZone)
}
