import { hour, instantAt, type Span } from '../state/time.ts'

/** Longer than this nothing is played: whoever needs more asks again and says why. */
export const longest = 24 * hour

/** The last part of a span that may be played, none of it in the future. */
export function playable({ from, to }: Span, now: number): Span {
  const end = Math.min(to, now)
  const begin = Math.max(from, end - longest)
  return begin < end ? { from: begin, to: end } : { from: end - hour, to: end }
}

export type Fault = 'unreadable' | 'backwards' | 'too long' | 'future'

/**
 * The span of two local times as a form gives them.
 *
 * @param from, to  `2026-11-21T20:00`
 * @param timeZone  IANA name of the city's zone
 */
export function spanOf(from: string, to: string, timeZone: string, now: number): { ok: true, span: Span } | { ok: false, fault: Fault } {
  const span = { from: instantAt(from, timeZone), to: instantAt(to, timeZone) }
  if (Number.isNaN(span.from) || Number.isNaN(span.to)) return { ok: false, fault: 'unreadable' }
  if (span.from >= span.to) return { ok: false, fault: 'backwards' }
  if (span.to - span.from > longest) return { ok: false, fault: 'too long' }
  if (span.from > now) return { ok: false, fault: 'future' }
  return { ok: true, span }
}
