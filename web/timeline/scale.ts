import type { Bin } from '../api-shapes.ts'
import { day, formatInstant, hour, startOfDay, type Span } from '../state/time.ts'

/** The bars of a histogram over a span: some 24 to 200 of them. */
export function binOf({ from, to }: Span): Bin {
  const days = (to - from) / day
  if (days <= 8) return 'hour'
  if (days <= 400) return 'day'
  return days <= 1500 ? 'week' : 'month'
}

/**
 * Where the bars of a span begin, and where the last one ends: the server leaves out bars without rows.
 * Days, weeks (from Monday) and months are the city's own.
 */
export function barEdges({ from, to }: Span, bin: Bin, timeZone: string): number[] {
  const edges = [from]
  for (let at = nextBar(from, bin, timeZone); at < to; at = nextBar(at, bin, timeZone)) edges.push(at)
  return [...edges, to]
}

function nextBar(at: number, bin: Bin, timeZone: string): number {
  if (bin === 'hour') return Math.floor(at / hour) * hour + hour
  let next = nextDay(at, timeZone)
  const begins = (day: number) => {
    const date = formatInstant(day, timeZone, 'day')
    return bin === 'day' || (bin === 'week' ? new Date(date).getUTCDay() === 1 : date.endsWith('-01'))
  }
  while (!begins(next)) next = nextDay(next, timeZone)
  return next
}

// Half a day beyond the next midnight is inside the next day, also where a day has 23 or 25 hours.
const nextDay = (at: number, timeZone: string): number => startOfDay(startOfDay(at, timeZone) + 1.5 * day, timeZone)

export const shareOf = (instant: number, { from, to }: Span): number => (instant - from) / (to - from)
export const instantAt = (share: number, { from, to }: Span): number => from + share * (to - from)

/** Which bar holds an instant; the first or last one for instants outside. */
export const barAt = (edges: readonly number[], instant: number): number =>
  Math.max(0, Math.min(edges.length - 2, edges.findLastIndex(edge => edge <= instant)))

/** The edge of a bar that is nearest to an instant; the end of the span counts as one. */
export function snapped(instant: number, edges: readonly number[]): number {
  return edges.reduce((best, edge) => Math.abs(edge - instant) < Math.abs(best - instant) ? edge : best, edges[0] ?? instant)
}

/** Two edges in order and at least one bar apart. */
export function between(a: number, b: number, edges: readonly number[]): Span {
  const [from, to] = a < b ? [a, b] : [b, a]
  if (from !== to) return { from, to }
  const next = edges[edges.indexOf(from) + 1]
  return next === undefined ? { from: edges.at(-2) ?? from, to } : { from, to: next }
}

/** A window moved by whole bars, kept inside. */
export function moved({ from, to }: Span, bars: number, edges: readonly number[]): Span {
  const [first, last] = [edges.indexOf(from), edges.indexOf(to)]
  if (first < 0 || last < 0) return { from, to }
  const steps = Math.max(-first, Math.min(edges.length - 1 - last, bars))
  return { from: edges[first + steps]!, to: edges[last + steps]! }
}

/** How wide the window is that plays through a span when none was chosen: a twelfth of it, in whole hours or days. */
export function playWidth({ from, to }: Span): number {
  const twelfth = (to - from) / 12
  return twelfth >= 2 * day ? Math.round(twelfth / day) * day : Math.max(hour, Math.round(twelfth / hour) * hour)
}

/**
 * Where the playing window stands, on whole hours, so that near steps share an answer.
 *
 * @param passed  milliseconds of the city's time since the start
 */
export function playedWindow(through: Span, width: number, passed: number): Span {
  const from = Math.min(through.from + Math.floor(passed / hour) * hour, through.to - width)
  return { from, to: from + width }
}

/** Marks along the axis: instants of round local times, at most `most` of them. */
export function ticks(starts: readonly number[], bin: Bin, most: number, localOf: (instant: number) => string): { at: number, text: string }[] {
  const texts = starts.map(at => ({ at, local: localOf(at) }))
  const rules: ((local: string, previous: string) => string | null)[] = bin === 'hour'
    ? [
        local => local.endsWith(':00') && Number(local.slice(11, 13)) % 3 === 0 ? hourOrDay(local) : null,
        local => local.endsWith(':00') && Number(local.slice(11, 13)) % 6 === 0 ? hourOrDay(local) : null,
        (local, previous) => local.slice(0, 10) !== previous.slice(0, 10) ? local.slice(5, 10) : null,
      ]
    : [
        local => Number(local.slice(8, 10)) % 5 === 1 && local.slice(8, 10) !== '31' ? local.slice(5, 10) : null,
        (local, previous) => local.slice(0, 7) !== previous.slice(0, 7) ? local.slice(0, 7) : null,
        (local, previous) => local.slice(0, 7) !== previous.slice(0, 7) && Number(local.slice(5, 7)) % 3 === 1 ? local.slice(0, 7) : null,
        (local, previous) => local.slice(0, 4) !== previous.slice(0, 4) ? local.slice(0, 4) : null,
      ]
  let coarsest: { at: number, text: string }[] = []
  for (const rule of rules) {
    const marks = texts.flatMap(({ at, local }, i) => {
      const text = i === 0 ? null : rule(local, texts[i - 1]!.local)
      return text === null ? [] : [{ at, text }]
    })
    coarsest = marks
    if (marks.length <= most) return marks
  }
  const every = Math.ceil(coarsest.length / Math.max(1, most))
  return coarsest.filter((_, i) => i % every === 0)
}

const hourOrDay = (local: string): string => local.slice(11, 16) === '00:00' ? local.slice(5, 10) : local.slice(11, 16)
