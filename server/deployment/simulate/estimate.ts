/** A figure over the replications. */
export interface Estimate {
  mean: number
  /** In 95 of 100 replications it lies between. */
  low: number
  high: number
  /** Standard error of the mean that comes from having run no more replications. */
  error: number
}

/** @param values  one a replication; those that are NaN tell nothing and are left out. @returns null where none is left */
export function estimate(values: readonly number[]): Estimate | null {
  const known = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b), n = known.length
  if (n === 0) return null
  const mean = known.reduce((sum, value) => sum + value, 0) / n
  const variance = n > 1 ? known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) : Infinity
  return { mean, low: quantile(known, 0.025), high: quantile(known, 0.975), error: Math.sqrt(variance / n) }
}

/** @param sorted  ascending; straight lines between neighbours */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1), below = Math.floor(at), value = sorted[below]!
  return value + (at - below) * ((sorted[below + 1] ?? value) - value)
}
