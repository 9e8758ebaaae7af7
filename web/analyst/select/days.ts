/** Local dates as text, 2026-11-20: counting with them knows no clocks. */

const dayLength = 86_400_000

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
/** @throws {RangeError} for what is no date */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/**
 * A window cut into periods, whole days each where it is of days; the first ones are the longer where they don't come out even.
 *
 * @param from,to  dates or instants, `to` outside
 * @returns fewer periods than asked for where the window has fewer days
 */
export function periodsOf(from: string, to: string, wished: number): { from: string, to: string }[] {
  if (!isDay(from) || !isDay(to)) {
    const start = Date.parse(from), length = (Date.parse(to) - start) / wished, at = (i: number) => new Date(Math.round((start + i * length) / 1000) * 1000).toISOString()
    return Array.from({ length: wished }, (_, i) => ({ from: at(i), to: at(i + 1) }))
  }
  const days = daysBetween(from, to), n = Math.max(1, Math.min(wished, days)), edge = (i: number) => addDays(from, Math.ceil(days * i / n))
  return Array.from({ length: n }, (_, i) => ({ from: edge(i), to: edge(i + 1) }))
}

/** A window as people say it: its first and its last day. */
export const windowText = ({ from, to }: { from: string, to: string }): string => `${from.slice(0, 10)} – ${isDay(to) ? addDays(to, -1) : to.slice(0, 10)}`
