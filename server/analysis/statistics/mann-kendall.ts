/**
 * Mann-Kendall test for a monotonic trend, with ties and continuity correction (Kendall 1975; as R's Kendall::MannKendall).
 *
 * @param series  in order of time, at least three
 * @returns z; 0 where all are equal
 */
export function mannKendall(series: ArrayLike<number>): number {
  const n = series.length
  if (n < 3) throw new RangeError(`a trend needs three periods or more, not ${n}`)
  let s = 0
  for (let i = 0; i < n - 1; i++) for (let j = i + 1; j < n; j++) s += Math.sign(series[j]! - series[i]!)
  const ties = new Map<number, number>()
  for (let i = 0; i < n; i++) ties.set(series[i]!, (ties.get(series[i]!) ?? 0) + 1)
  let variance = n * (n - 1) * (2 * n + 5)
  for (const t of ties.values()) variance -= t * (t - 1) * (2 * t + 5)
  variance /= 18
  return s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
}
