/** After how many minutes a status raises its hand; null: never. */
export interface Minutes { warn: number | null, alert: number | null }

export interface Timer {
  level: 'none' | 'warn' | 'alert'
  /** Epoch ms. */
  since: number
  warnAt: number | null
  alertAt: number | null
}

/**
 * How long a unit has been in its status, against what is usual.
 *
 * @param statusSince  epoch ms, by the clock of whoever reported it
 * @param now          epoch ms
 */
export function timerOf(statusSince: number, minutes: Minutes, now: number): Timer {
  const after = (count: number | null) => count === null ? null : statusSince + count * 60_000
  const warnAt = after(minutes.warn), alertAt = after(minutes.alert)
  const past = (at: number | null) => at !== null && now >= at
  return { level: past(alertAt) ? 'alert' : past(warnAt) ? 'warn' : 'none', since: statusSince, warnAt, alertAt }
}
