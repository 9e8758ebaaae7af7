import type { Route, Step } from './api.ts'
import { metresBetween } from './fixes.ts'

export interface Progress {
  /** Metres of the route that lie behind and ahead. */
  done: number
  left: number
  /** Seconds that the rest takes, as the route reckons. */
  secondsLeft: number
  /** How far the nearest point of the route is. */
  offMetres: number
  /** The next turn and how far it is; null past the last one. */
  next: { index: number, step: Step, metres: number } | null
}

/** Farther from its line than this, somebody isn't on the route any more. */
export const strayMetres = 80

/**
 * How far along a route somebody is.
 *
 * @param at  WGS 84
 * Cost: one pass over the line.
 */
export function progressOf(route: Route, at: { longitude: number, latitude: number }): Progress {
  const { along, total, offMetres } = nearestOn(route.line, at)
  // The line's own length and the reckoned one differ a little; the reckoned one is what is said.
  const done = total > 0 ? along / total * route.metres : 0
  let from = 0
  let next: Progress['next'] = null
  let secondsLeft = 0
  for (const [index, step] of route.steps.entries()) {
    // A step's turn stands at its beginning.
    if (!next && from > done + 5) next = { index, step, metres: from - done }
    const share = step.metres > 0 ? Math.min(1, Math.max(0, (done - from) / step.metres)) : done >= from ? 1 : 0
    secondsLeft += step.seconds * (1 - share)
    from += step.metres
  }
  if (!next && route.steps.at(-1)?.turn === 'arrive') next = { index: route.steps.length - 1, step: route.steps.at(-1)!, metres: Math.max(0, route.metres - done) }
  return { done, left: Math.max(0, route.metres - done), secondsLeft, offMetres, next }
}

function nearestOn(line: readonly [number, number][], at: { longitude: number, latitude: number }): { along: number, total: number, offMetres: number } {
  const squeeze = Math.cos(at.latitude * Math.PI / 180)
  let [total, along, best] = [0, 0, Infinity]
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const [dx, dy] = [(b[0] - a[0]) * squeeze, b[1] - a[1]]
    const [px, py] = [(at.longitude - a[0]) * squeeze, at.latitude - a[1]]
    const length = dx * dx + dy * dy
    const share = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0
    const foot = { longitude: a[0] + (b[0] - a[0]) * share, latitude: a[1] + (b[1] - a[1]) * share }
    const metres = metresBetween({ longitude: a[0], latitude: a[1] }, { longitude: b[0], latitude: b[1] })
    const off = metresBetween(at, foot)
    if (off < best) [best, along] = [off, total + metres * share]
    total += metres
  }
  return { along, total, offMetres: best }
}
