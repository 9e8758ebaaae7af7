/**
 * Mann-Kendall test for a monotonic trend, with ties and continuity correction (Kendall 1975; as R's Kendall::MannKendall).
 *
 * @param series  in order of time, at least three
 * @returns z; 0 where all are equal
 */
export function mannKendall(series: ArrayLike<number>): number {
  const n = series.length
  if (n < 3) throw new RangeError(`a trend needs three periods or more, not ${n}`)
  let s = 0, variance = n * (n - 1) * (2 * n + 5)
  for (let i = 0; i < n - 1; i++) {
    const earlier = series[i]!
    for (let j = i + 1; j < n; j++) s += series[j]! > earlier ? 1 : series[j]! < earlier ? -1 : 0
  }
  const sorted = Float64Array.from(series).sort()
  for (let i = 0, tied = 1; i < n; i += tied) {
    for (tied = 1; i + tied < n && sorted[i + tied] === sorted[i];) tied++
    variance -= tied * (tied - 1) * (2 * tied + 5)
  }
  variance /= 18
  return s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
}
