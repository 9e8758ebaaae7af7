/** How a hot or cold spot came about over time; 17 with `none`. */
export type Pattern = 'new' | 'consecutive' | 'intensifying' | 'persistent' | 'diminishing' | 'sporadic' | 'oscillating' | 'historical'
export type Emerging = 'none' | `${'hot' | 'cold'}-${Pattern}`

/** Share of the periods from which on a place counts as hot (or cold) throughout. */
const throughout = 0.9
const significantTrend = 1.96

/**
 * What a place's history of hot and cold periods amounts to (the categories of emerging hot spot analysis, Esri 2014).
 *
 * @param states  one a period, oldest first: 1 significantly hot, -1 significantly cold, 0 neither
 * @param trend   z of the Mann-Kendall test over the place's Gi* z-scores
 */
export function classifyEmerging(states: ArrayLike<number>, trend: number): Emerging {
  if (!hasAny(states)) return 'none'
  for (const [sign, name] of [[1, 'hot'], [-1, 'cold']] as const) {
    const pattern = patternOf(Array.from(states, state => state * sign), trend * sign)
    if (pattern) return `${name}-${pattern}`
  }
  return 'none'
}

function hasAny(states: ArrayLike<number>): boolean {
  for (let k = 0; k < states.length; k++) if (states[k] !== 0) return true
  return false
}

function patternOf(states: readonly number[], trend: number): Pattern | undefined {
  const n = states.length, hot = states.filter(state => state === 1).length
  const last = states[n - 1] === 1
  const mostly = hot >= throughout * n
  if (!last) return mostly ? 'historical' : undefined
  if (hot === 1) return states.slice(0, -1).includes(-1) ? 'oscillating' : 'new'
  if (mostly) return trend >= significantTrend ? 'intensifying' : trend <= -significantTrend ? 'diminishing' : 'persistent'
  if (states.slice(0, -1).includes(-1)) return 'oscillating'
  const run = n - 1 - states.findLastIndex(state => state !== 1)
  return run === hot ? 'consecutive' : 'sporadic'
}
